import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, type Node, parseDocument, Scalar } from "yaml";
import { plainYaml } from "../../scripts/validate/plain-yaml.ts";

/** What the other parser makes of a text; undefined where it has something to say. */
function other(text: string): unknown {
  const document = parseDocument(text, { schema: "failsafe", prettyErrors: false });
  return document.errors.length > 0 ? undefined : valueAt(document.contents as Node | null);
}

function valueAt(node: Node | null): unknown {
  if (isSeq(node)) return node.items.map((item) => valueAt(item as Node | null));
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [String((key as Scalar).value), valueAt(value as Node | null)]),
    );
  if (!isScalar(node)) return null;
  const text = String(node.value ?? "");
  const quoted = node.type !== undefined && node.type !== Scalar.PLAIN;
  return !quoted && ["", "~", "null"].includes(text) ? null : text;
}

const stretches = [
  ..."\n\n\n\n    --::##,,[]{}'\"|>?~%.@`!&*\t\\é字\u00a0\u2028\ufeff",
  ..."\n  |- : | #|title: |- {id: a, exact: b c}|: >-\n  |: |\n   |---\n|...\n|null|word|two words|\n- |  key:\n|\\n".split(
    "|",
  ),
  ..."'it''s'|\"a \\u0007\"|\"a \\\n b\"|[a, b]|{a: b}|__proto__: |<<: |! |&a |*a|? ".split("|"),
];

describe("YAML read from events", () => {
  test("has the value that the tree has, wherever it has one", () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stretches), { maxLength: 24 }), (parts) => {
        const text = parts.join("");
        const plain = plainYaml(text, 19);
        if (plain === undefined) return;
        read += 1;
        expect(plain.value, JSON.stringify(text)).toEqual(other(text));
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test.each([
    ["a second document", "a: b\n---\nc: d\n"],
    ["a document's mark", "---\na: b\n"],
    ["a directive", "%YAML 1.2\n---\na: b\n"],
    ["an alias", "a: *b\n"],
    ["an anchor", "a: &b c\n"],
    ["an anchor before nothing", "a: &b\n"],
    ["a tag", "a: !b c\n"],
    ["a tag on a list", "a: !b [c]\n"],
    ["a key twice", "a: b\na: c\n"],
    ["a key twice, once quoted", "a: b\n'a': c\n"],
    ["a key that is a list", "[a]: b\n"],
    ["a key that is nothing", "~: b\n"],
    ["a key of the language", "__proto__: b\n"],
    ["a merge", "<<: {a: b}\n"],
    ["an escape for what cannot be seen", 'a: "b\\u0007"\n'],
    ["half a character", 'a: "\\ud800"\n'],
    ["a tab before text", "a:\n\t- b\n"],
    ["an open bracket", "a: [b\n"],
    ["too many lists", `${"[".repeat(20)}${"]".repeat(20)}`],
  ])("leaves %s to the tree", (_, text) => {
    expect(plainYaml(text, 19)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ["", null],
    ["# nothing\n", null],
    ["a:\nb: ~\nc: null\nd: 'null'\n", { a: null, b: null, c: null, d: "null" }],
    ["no: yes\n1e3: 0x10\n2023-10-19: .5\n", { no: "yes", "1e3": "0x10", "2023-10-19": ".5" }],
    ["a: |\n  b\n\n  c\nd: >-\n  e\n  f\n", { a: "b\n\nc\n", d: "e f" }],
    ["- {a: [b, 'c''d', \"e\\nf\"]}\n- g\n  h\n", [{ a: ["b", "c'd", "e\nf"] }, "g h"]],
  ])("reads %j", (text, value) => {
    expect(plainYaml(text, 19)).toEqual({ value });
  });
});

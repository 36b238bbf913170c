// Annotations against every state of their source: a table of made-up texts, and what holds of any edit.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../scripts/line.ts";
import type { Standings } from "../../scripts/model/standing.ts";
import { type StandingCase, standingCases } from "./standing-cases.ts";

const encoder = new TextEncoder();

function standingsOf({
  states,
  exact,
  prefix,
  suffix,
  acceptedFor,
}: Omit<StandingCase, "name" | "expected">): {
  readonly standings: Standings;
  readonly rules: readonly string[];
} {
  const name = (index: number) => `2024-01-0${index + 1}.txt`;
  const revisions = states.map(
    (text, index) =>
      `  - {file: ${name(index)}, sha256: ${createHash("sha256").update(text).digest("hex")}}\n`,
  );
  const history = acceptedFor === undefined ? undefined : [{ revision: name(acceptedFor), exact }];
  const annotation = JSON.stringify([{ id: "note", exact, prefix, suffix, history, note: "A note." }]);
  const files = {
    "packs/visit/pack.yaml": "title: Visit\ndate: 2024-01-09\n",
    "packs/visit/annotations.yaml": annotation,
    "packs/visit/sources/paper/source.yaml": `publisher: Paper\nrevisions:\n${revisions.join("")}`,
    ...Object.fromEntries(states.map((text, index) => [`packs/visit/sources/paper/${name(index)}`, text])),
  };
  const content = new Map(
    Object.entries(files).map(([path, text]) => [path, { path, bytes: encoder.encode(text) }] as const),
  );
  const { packs, findings } = check(content);
  const standings = packs[0]?.standings;
  if (standings === undefined) throw new Error("no pack");
  return { standings, rules: findings.map(({ rule, severity }) => `${severity} ${rule}`) };
}

test.each(standingCases)("$name", ({ expected, ...given }) => {
  const { standings, rules } = standingsOf(given);
  const [anchor, fallen] = [standings.anchors.get("note"), standings.fallen.get("note")];
  const [verdict, words] = expected;
  expect(String(anchor === undefined ? fallen?.verdict : anchor.verdict)).toBe(verdict);
  expect(fallen?.proposed?.text ?? undefined).toBe(words);
  expect(rules).toEqual(anchor === undefined ? [`warning anchor-${verdict}`] : []);
});

test("words that no state has are an error, as in a source of one state", () => {
  const { rules } = standingsOf({
    states: ["One line of news.", "Another line of news."],
    exact: "Nobody said this",
  });
  expect(rules).toEqual(["error orphan"]);
});

/** Sentences that share no word, so that an edit of one is no edit of another. */
const sentences = [
  "Alpha ships left harbour early",
  "Bravo trains reached every station",
  "Charlie planes circled above clouds",
  "Delta roads stayed icy tonight",
  "Echo bridges opened without ceremony",
];

test("an edit of another sentence never touches a note, and one of its own always does", () => {
  const edit = fc.record({
    note: fc.nat(sentences.length - 1),
    edited: fc.nat(sentences.length - 1),
    word: fc.nat(4),
    put: fc.constantFrom("never", "не", "七", "12", ""),
  });
  fc.assert(
    fc.property(edit, ({ note, edited, word, put }) => {
      const exact = sentences[note] ?? "";
      const after = sentences.map((sentence, index) => {
        if (index !== edited) return sentence;
        const words = sentence.split(" ");
        words.splice(word, 1, ...(put === "" ? [] : [put]));
        return words.join(" ");
      });
      const { standings } = standingsOf({ states: [sentences.join(".\n"), after.join(".\n")], exact });
      if (note === edited) expect(standings.fallen.get("note")?.verdict).toBe("changed");
      else expect(standings.anchors.get("note")?.verdict).toBe("unchanged");
    }),
    { numRuns: 60 },
  );
});

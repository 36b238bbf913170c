// YAML text to plain values and their places: scalars stay text, and what makes YAML surprising is refused.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  type YAMLError,
} from "yaml";
import type { Locate, Located } from "../model/content.ts";
import { type Finding, finding, type Place } from "../model/finding.ts";
import { emptyScalar, plainYaml, reservedKeys } from "./plain-yaml.ts";
import { forbiddenIn } from "./text.ts";

/** Deeper than any shape of ours. */
const depthLimit = 20;
const sizeLimit = 5 * 1024 * 1024;

/**
 * The value of a YAML document: strings, null (an empty value, `null` or `~`), arrays and objects.
 * `skipLines` is how many lines of the file stand before the text. Null as a whole when the YAML is broken.
 */
export function parseYaml(
  file: string,
  text: string,
  skipLines = 0,
): { readonly parsed: Located<unknown> | null; readonly findings: readonly Finding[] } {
  const counter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    const start = offset - Math.max(0, col - 1);
    return { file, line: Math.max(1, line) + skipLines, column: [...text.slice(start, offset)].length + 1 };
  };
  const refuse = (at: Place, message: string, hint = "") => finding("error", "yaml", at, message, hint);
  const top = { file, line: 1 + skipLines, column: 1 };
  if (text.length > sizeLimit)
    return { parsed: null, findings: [refuse(top, "is too long for a YAML file")] };
  if (nesting(text) > 200) return { parsed: null, findings: [refuse(top, "nests too many brackets")] };

  const plain = plainYaml(text, depthLimit - 1);
  // A tree is many times its text, and is there only while something has to be said of a place.
  let kept: WeakRef<Document.Parsed> | null = null;
  const tree = () => {
    const known = kept?.deref();
    if (known !== undefined) return known;
    const made = treeOf(text, counter.lineStarts.length === 0 ? counter : new LineCounter());
    kept = new WeakRef(made);
    return made;
  };
  const at: Locate = (...path) => locator(tree().contents as Node | null, place, top)(...path);
  if (plain !== undefined) return { parsed: { value: plain.value, at }, findings: [] };

  const document = tree();
  const findings: Finding[] = telling(document.errors).map((error) =>
    explain(error, place(error.pos[0]), refuse),
  );
  if (findings.length > 0) return { parsed: null, findings };
  let tooDeep: Finding | null = null;
  /** `steps`: how many maps, pairs and lists lead to the node. */
  function look(node: Node | null, steps: number): void {
    if (node === null) return;
    const at = () => place(node.range?.[0] ?? 0);
    if (isAlias(node))
      findings.push(refuse(at(), `uses the alias *${node.source}`, "write the value out in full"));
    else if (node.anchor)
      findings.push(
        refuse(at(), `defines the anchor &${node.anchor}`, "delete it; values are written out in full"),
      );
    const escaped = isScalar(node) && node.type === Scalar.QUOTE_DOUBLE && forbiddenIn(String(node.value));
    if (escaped) {
      const message = `holds the invisible character ${escaped}, as an escape`;
      findings.push(finding("error", "hidden-character", at(), message, "delete it"));
    }
    if (node.tag) findings.push(refuse(at(), `carries the tag ${node.tag}`, "delete the tag"));
    if (steps >= depthLimit * 2) tooDeep ??= refuse(at(), "is nested too deep");
    else if (isSeq(node)) for (const item of node.items) look(item as Node | null, steps + 1);
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        lookAtKey(key as Node | null);
        look(key as Node | null, steps + 2);
        look(value as Node | null, steps + 2);
      }
    }
  }
  function lookAtKey(key: Node | null): void {
    const at = () => place(key?.range?.[0] ?? 0);
    if (!isScalar(key) || typeof key.value !== "string")
      findings.push(refuse(at(), "has a key that is not plain text"));
    else if (reservedKeys.has(key.value))
      findings.push(refuse(at(), `may not use the key ${key.value}`, "rename it"));
  }
  look(document.contents as Node | null, 0);
  if (tooDeep !== null) findings.push(tooDeep);
  if (findings.length > 0) return { parsed: null, findings };
  return { parsed: { value: plainValue(document.contents as Node | null), at }, findings };
}

function treeOf(text: string, lineCounter: LineCounter) {
  return parseDocument(text, {
    schema: "failsafe",
    lineCounter,
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
}

/** Keys that are there twice, and the first of all others: those after it mostly follow from it. */
function telling(errors: readonly YAMLError[]): readonly YAMLError[] {
  const duplicate = ({ code }: YAMLError) => code === "DUPLICATE_KEY";
  return [...errors.filter((error) => !duplicate(error)).slice(0, 1), ...errors.filter(duplicate)];
}

function explain(
  error: YAMLError,
  at: Place,
  refuse: (at: Place, message: string, hint?: string) => Finding,
): Finding {
  if (error.code === "DUPLICATE_KEY")
    return { ...refuse(at, "repeats a key of the same map", "keep one of the two"), rule: "duplicate-key" };
  if (error.code === "MULTIPLE_DOCS")
    return refuse(at, "holds a second document", "delete the line of `---` or `...` and what follows");
  if (error.code === "TAB_AS_INDENT") return refuse(at, "is indented with a tab", "indent with spaces");
  const message = error.message.split("\n")[0]?.replace(/\.$/, "") ?? "";
  return refuse(
    at,
    `is not YAML: ${message}`,
    "mind the indentation, and quote values that hold `: ` or ` #` or start with a sign",
  );
}

function plainValue(node: Node | null): unknown {
  if (isScalar(node)) {
    const plain = node.type === Scalar.PLAIN || node.type === undefined;
    return plain && emptyScalar.test(String(node.value ?? "")) ? null : String(node.value);
  }
  if (isSeq(node)) return node.items.map((item) => plainValue(item as Node | null));
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [String((key as Scalar).value), plainValue(value as Node | null)]),
    );
  }
  return null;
}

/** Ends a path whose key is meant, not its value. */
export const keyItself = Symbol("key itself");

/** A path may end in a key that the map lacks: then the map's own place is meant. */
function locator(root: Node | null, place: (offset: number) => Place, top: Place): Locate {
  return (...path) => {
    let node: Node | null = root;
    let at = root?.range ? place(root.range[0]) : top;
    let key = at;
    for (const step of path) {
      if (step === keyItself) return key;
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
        if (pair === undefined) return at;
        key = place((pair.key as Scalar).range?.[0] ?? 0);
        at = key;
        node = pair.value as Node | null;
        if (isScalar(node) && node.range && node.range[1] > node.range[0]) at = place(node.range[0]);
      } else if (isSeq(node)) {
        const item = node.items[Number(step)] as Node | undefined;
        if (item?.range === undefined || item.range === null) return at;
        at = place(item.range[0]);
        node = item;
      } else return at;
    }
    return at;
  };
}

/** Depth of flow brackets, counted before any parser sees them. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth--;
  }
  return deepest;
}

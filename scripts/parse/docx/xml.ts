// The XML of a document's parts as a light tree: no entities but XML's own, no document type, no depth without end.
import { Parser } from "htmlparser2";
import { type Trouble, trouble } from "../text/trouble.ts";

export type Xml = {
  /** With its usual prefix: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Xml | string)[];
};

type Open = { name: string; attributes: Readonly<Record<string, string>>; children: (Open | string)[] };

const depthLimit = 256;
const nodeLimit = 2_000_000;

export function parseXml(part: string, bytes: Uint8Array): Xml | Trouble {
  const root: Open = { name: "", attributes: {}, children: [] };
  const open = [root];
  let nodes = 0;
  let problem: Trouble | null = null;
  const stop = (found: Trouble) => {
    problem ??= found;
    parser.pause();
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (problem !== null) return;
        const element: Open = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
        if (open.length > depthLimit)
          stop(trouble("too-deep", `is nested too deep in ${part}`, "save the document again"));
        else if (++nodes > nodeLimit)
          stop(trouble("too-large", `has too much in ${part}`, "split the document"));
      },
      ontext(text) {
        if (problem === null) open.at(-1)?.children.push(text);
      },
      onclosetag() {
        if (problem === null) open.pop();
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === "!doctype")
          stop(
            trouble(
              "docx",
              `declares a document type in ${part}, which no Word document does`,
              "save the document again as .docx",
            ),
          );
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  parser.write(new TextDecoder(mark).decode(bytes));
  if (problem === null) parser.end();
  return problem ?? root;
}

export function* descendants(element: Xml): Generator<Xml> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* descendants(child);
  }
}

export function child(element: Xml | undefined, name: string): Xml | undefined {
  return element?.children.find((one): one is Xml => typeof one !== "string" && one.name === name);
}

export function childrenOf(element: Xml | undefined, name: string): readonly Xml[] {
  return (element?.children ?? []).filter((one): one is Xml => typeof one !== "string" && one.name === name);
}

export function textOf(element: Xml | undefined): string {
  return (element?.children ?? []).map((one) => (typeof one === "string" ? one : textOf(one))).join("");
}

/** Whether a switch such as `<w:b/>` is on: ECMA-376, 17.17.4. */
export function isOn(element: Xml | undefined): boolean {
  return element !== undefined && !["0", "false", "off"].includes(element.attributes["w:val"] ?? "1");
}

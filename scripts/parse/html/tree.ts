// The light tree of a saved page: elements and texts with their offsets, counted while tokenising so that no page is too deep or too large to hold.
import { Parser } from "htmlparser2";

export type Text = {
  readonly kind: "text";
  readonly text: string;
  readonly start: number;
  readonly end: number;
};
export type Element = {
  readonly kind: "element";
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | Text)[];
  /** Offsets of the element in the document's text, its tags included. */
  readonly start: number;
  readonly end: number;
};
export type Comment = { readonly text: string };
export type Page = { readonly root: Element; readonly comments: readonly Comment[] };

type Open = {
  kind: "element";
  tag: string;
  attributes: Map<string, string>;
  children: (Open | Text)[];
  start: number;
  end: number;
};

/** Browsers stop nesting at 512 too. */
const depthLimit = 512;
const nodeLimit = 500_000;
/** Elements, each with those around it: what the blocks' paths may come to. */
const pathLimit = 5_000_000;

/** Offsets of `stopped` are where the page passed a limit. */
export type Overrun = { readonly stopped: number; readonly limit: "depth" | "nodes" };

export function parseHtml(html: string): Page | Overrun {
  const root: Open = {
    kind: "element",
    tag: "",
    attributes: new Map(),
    children: [],
    start: 0,
    end: html.length,
  };
  const comments: Comment[] = [];
  const open = [root];
  let nodes = 0;
  let paths = 0;
  let overrun: Overrun | null = null;
  const stop = (limit: Overrun["limit"]) => {
    overrun = { stopped: parser.startIndex, limit };
    parser.pause();
  };
  const parser: Parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (overrun !== null) return;
        const element: Open = {
          ...{ kind: "element", tag, attributes: new Map(Object.entries(attributes)), children: [] },
          ...{ start: parser.startIndex, end: parser.endIndex + 1 },
        };
        open.at(-1)?.children.push(element);
        open.push(element);
        paths += open.length;
        if (open.length > depthLimit) stop("depth");
        else if (++nodes > nodeLimit || paths > pathLimit) stop("nodes");
      },
      ontext(text) {
        if (overrun !== null) return;
        open
          .at(-1)
          ?.children.push({ kind: "text", text, start: parser.startIndex, end: parser.endIndex + 1 });
        if (++nodes > nodeLimit) stop("nodes");
      },
      onclosetag() {
        if (overrun !== null) return;
        const closed = open.pop();
        if (closed !== undefined) closed.end = parser.endIndex + 1;
      },
      oncomment(text) {
        if (comments.length < 100) comments.push({ text });
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  if (overrun === null) parser.end();
  return overrun ?? { root, comments };
}

/** The elements under one, itself included, in the order of the document. */
export function* elementsOf(element: Element): Generator<Element> {
  const waiting: Element[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const child of next.children.toReversed()) if (child.kind === "element") waiting.push(child);
  }
}

/** All text under an element, white space collapsed. */
export function textOf(element: Element): string {
  const collect = (node: Element | Text): string =>
    node.kind === "text"
      ? node.text
      : ["script", "style"].includes(node.tag)
        ? ""
        : node.children.map(collect).join("");
  return collect(element).replace(/\s+/g, " ").trim();
}

/** The words of `class` and `id`, in lower case, cut at hyphens, underscores and capitals. */
export function namesOf({ attributes }: Element): readonly string[] {
  const text = `${attributes.get("class") ?? ""} ${attributes.get("id") ?? ""}`;
  return text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}

export function classesOf({ attributes }: Element): readonly string[] {
  return (attributes.get("class") ?? "").split(/\s+/).filter(Boolean);
}

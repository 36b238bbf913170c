// What a print document says, read from its HTML and by no browser: its words with their languages, and its parts.

import type { Folio } from "../model/folio.ts";
import { type Attributes, INLINE, readTokens, VOID } from "./html-tokens.ts";
import { withoutRepeatedPages } from "./repeated-pages.ts";

/** A stretch of text in one language. */
export type Spoken = { readonly text: string; readonly lang: string };

export type SourceParts = {
  readonly spoken: readonly Spoken[];
  /** How many elements there are of each kind, as structure types. */
  readonly counts: ReadonlyMap<string, number>;
  /** Numbers with which ordered lists may begin. */
  readonly starts: ReadonlySet<number>;
  /** Where links lead, in order; null for the call of a note. */
  readonly links: readonly (string | null)[];
};

/** Here what is said of a word (ruby) goes on with it. */
const RUNS_ON = new Set([...INLINE, "rp", "rt"]);
const SILENT = new Set("head style script title template noscript svg".split(" "));
const COUNTED: Readonly<Record<string, string>> = {
  h1: "H1",
  h2: "H2",
  h3: "H3",
  h4: "H4",
  h5: "H5",
  h6: "H6",
  p: "P",
  table: "Table",
  thead: "THead",
  tr: "TR",
  th: "TH",
  td: "TD",
  ul: "L",
  ol: "L",
  dl: "L",
  li: "LI",
  blockquote: "BlockQuote",
  aside: "Aside",
  caption: "Caption",
  figcaption: "Caption",
};
type Open = {
  readonly name: string;
  readonly lang: string;
  readonly silent: boolean;
  readonly apart: boolean;
  readonly contents: boolean;
};

export function readSource(document: string, folios: readonly Folio[]): SourceParts {
  const labels = new Map(
    folios.flatMap(({ ids, label, page }) => ids.map((id) => [id, label || String(page)] as const)),
  );
  const html = withoutRepeatedPages(document, labels);
  const spoken: Spoken[] = [];
  const counts = new Map<string, number>();
  const starts = new Set([1]);
  const links: (string | null)[] = [];
  const stack: Open[] = [];

  function say(text: string): void {
    const top = stack.at(-1);
    if (!top?.silent) spoken.push({ text, lang: top?.lang ?? "" });
  }

  function count(type: string): void {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }

  function open(name: string, attributes: Attributes, closed: boolean): void {
    const parent = stack.at(-1);
    const given = (key: string) => attributes.get(key);
    const note = given("class")?.split(/\s+/).includes("footnote") ?? false;
    const reference = given("data-page-of");
    const apart = note || !RUNS_ON.has(name);
    const hidden = given("hidden") !== undefined || given("aria-hidden") === "true";
    const silent = parent?.silent || SILENT.has(name) || hidden || reference !== undefined;
    const contents =
      parent?.contents || (name === "nav" && (given("role") === "doc-toc" || hasNumbers(html, given("id"))));
    if (apart) say(" ");
    if (reference !== undefined && !parent?.silent) say(labels.get(reference) ?? "?");
    if (!parent?.silent) {
      const graphic = name === "svg" || name === "img" || given("role") === "img";
      if (graphic && given("alt") !== "" && !hidden) count("Figure");
      const href = name === "a" ? given("href") : undefined;
      if (note) count("Note");
      if (href !== undefined) count("Link");
      if (note || href !== undefined) links.push(href ?? null);
      if (!hidden) countElement(name, contents);
      if (name === "ol" && given("start")) starts.add(Number(given("start")));
    }
    if (closed || VOID.has(name)) return;
    stack.push({
      name,
      lang: given("lang") || (parent?.lang ?? ""),
      silent: Boolean(silent),
      apart,
      contents: Boolean(contents),
    });
  }

  function countElement(name: string, contents: boolean): void {
    const type = COUNTED[name];
    if (contents && (name === "ol" || name === "ul")) count("TOC");
    else if (contents && name === "li") count("TOCI");
    else if (type) count(type);
  }

  function close(name: string): void {
    const at = stack.findLastIndex((one) => one.name === name);
    if (at >= 0 && stack.splice(at).some(({ apart }) => apart)) say(" ");
  }

  readTokens(html, { open, close, text: say });
  return { spoken, counts, starts, links };
}

/** Whether a `nav` of this id prints page numbers; one without an id is looked for as the first. */
function hasNumbers(html: string, id: string | undefined): boolean {
  const start = id === undefined ? html.indexOf("<nav") : html.indexOf(`id="${id}"`);
  return html.slice(start, html.indexOf("</nav>", start)).includes("data-page-of");
}

// What a Markdown text says and cites, so that rendering can be held to it: no word lost, no citation unknown.
import sanitize from "sanitize-html";
import { markdownIt } from "./instance.ts";
import { isPlain, renderMarkdown } from "./render.ts";

/** Ids that the text cites, in order, repeats included. */
export function citedIds(markdown: string): readonly string[] {
  if (!markdown.includes("[@")) return [];
  return markdownIt
    .parse(markdown, {})
    .flatMap((token) => token.children ?? [])
    .filter((token) => token.type === "citation")
    .map((token) => token.content);
}

/** Words of the text as typed that its rendering does not show, such as those nested too deep for the parser. */
export function lostWords(markdown: string): readonly string[] {
  if (isPlain(markdown)) return [];
  const html = renderMarkdown(markdown, { citations: {}, href: () => "" });
  const shown = count(`${decode(html.replace(/<[^>]*>/g, " "))} ${unseen(markdown)}`);
  const lost: string[] = [];
  for (const [word, times] of count(typed(markdown))) {
    if ((shown.get(word) ?? 0) < times) lost.push(word);
  }
  return lost;
}

/** Plain text of a Markdown text, for places that take no markup. */
export function plainText(markdown: string): string {
  if (isPlain(markdown)) return markdown.replace(/\s+/g, " ").trim();
  const html = renderMarkdown(markdown, { citations: {}, href: () => "" });
  return decode(
    html
      .replace(/\s*\[@[\w-]+\]/g, "")
      .replace(/<\/(?:p|li|h\d|td|th|blockquote)>/g, " ")
      .replace(/<[^>]*>/g, ""),
  )
    .replace(/\s+/g, " ")
    .trim();
}

/** Words that Markdown takes for markup: addresses, titles and definitions of links, languages of code blocks. */
function unseen(markdown: string): string {
  const parts: string[] = [];
  const environment: { references?: Record<string, { href: string; title: string }> } = {};
  for (const token of markdownIt.parse(markdown, environment)) {
    parts.push(token.info);
    for (const child of token.children ?? []) {
      for (const [name, value] of child.attrs ?? [])
        if (name === "href" || name === "title") parts.push(`${value}`, decodePercent(`${value}`));
    }
  }
  for (const [label, { href, title }] of Object.entries(environment.references ?? {})) {
    parts.push(label, href, decodePercent(href), title);
  }
  for (const [, label = ""] of markdown.matchAll(/\]\[([^\][]+)\]/g)) parts.push(label);
  return parts.join(" ");
}

/** The text as typed, without entities and the numbers of lists. */
function typed(markdown: string): string {
  return decode(markdown).replace(/^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*\d{1,9}[.)](?=\s|$)/gm, " ");
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .toLowerCase()
    .normalize("NFC")
    .matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function decode(html: string): string {
  return sanitize(html, {
    allowedTags: [],
    allowedAttributes: {},
    disallowedTagsMode: "escape",
    textFilter: (text) => text,
  })
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

function decodePercent(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (cause) {
    if (cause instanceof URIError) return address;
    throw cause;
  }
}

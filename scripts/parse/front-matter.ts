// The record at the head of a Markdown article, `---` around lines of `key: value`, which readers are not shown as text.
import { dayOf } from "./html/dates.ts";
import type { Line } from "./lines.ts";
import { type Metadata, nothingStated } from "./metadata.ts";

/** The lines after the record, and what it states; all lines when there is none. */
export function frontMatter(lines: readonly Line[]): {
  readonly rest: readonly Line[];
  readonly metadata: Metadata;
} {
  const end =
    lines[0]?.text.trimEnd() === "---"
      ? lines.findIndex(({ text }, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(text))
      : -1;
  const inner = lines.slice(1, Math.max(1, end));
  if (end < 2 || !inner.every(({ text }) => /^(?:[\w-]+\s*:(?:\s|$)|\s+\S|- |#|\s*$)/.test(text)))
    return { rest: lines, metadata: nothingStated };
  const fields = new Map(
    inner.flatMap(({ text }) => {
      const [, key = "", value = ""] = /^([\w-]+)\s*:\s*(.*?)\s*$/.exec(text) ?? [];
      const plain = value.replace(/^(["'])(.*)\1$/, "$2").trim();
      return plain === "" ? [] : [[key.toLowerCase(), plain] as const];
    }),
  );
  const first = (...keys: readonly string[]) =>
    keys.map((key) => fields.get(key)).find((value) => value !== undefined) ?? null;
  const language = first("lang", "language");
  const published = first("published", "date", "pubdate");
  const url = first("url", "canonical", "source_url", "link");
  const direction = first("dir", "direction");
  return {
    rest: lines.slice(end + 1),
    metadata: {
      ...{
        title: first("title"),
        byline: first("author", "byline", "authors"),
        publisher: first("publisher", "site"),
        language,
      },
      published: published === null ? null : dayOf(published, language),
      direction: direction === "rtl" || direction === "ltr" ? direction : null,
      url: url !== null && /^https?:\/\//.test(url) ? url : null,
    },
  };
}

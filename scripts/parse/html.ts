// Saved pages to blocks: the words of the article that a reader sees there, and the record that the page states.
import { extract } from "./html/article.ts";
import { dayOf } from "./html/dates.ts";
import type { FlowBlock } from "./html/flow.ts";
import { hiddenIn } from "./html/hidden.ts";
import { statedIn } from "./html/metadata.ts";
import { parseHtml } from "./html/tree.ts";
import type { Metadata } from "./metadata.ts";
import type { Piece } from "./reader-text.ts";
import type { Decoded } from "./text/decoded.ts";
import { type Trouble, trouble } from "./text/trouble.ts";

export type HtmlArticle = { readonly pieces: readonly Piece[]; readonly metadata: Metadata };

export function htmlArticle({ text, byteAt }: Decoded): HtmlArticle | Trouble {
  const page = parseHtml(text);
  if ("stopped" in page) {
    const before = text.slice(0, page.stopped).split(/\r\n?|\n/);
    const place = [before.length, [...(before.at(-1) ?? "")].length + 1] as const;
    return page.limit === "depth"
      ? trouble(
          "too-deep",
          "is nested too deep here",
          "save the page again, or take the nesting out",
          ...place,
        )
      : trouble(
          "too-large",
          "has more elements than are read",
          "save the article without the rest of its page",
          ...place,
        );
  }
  const { titles, record } = statedIn(page, hiddenIn(page.root));
  const shown = { byline: record.byline, published: record.published };
  const repeats = (said: string, isLead: boolean) => {
    if (repeatsRecord(said, record)) return true;
    const line = isLead ? leadLine(said, record.language) : null;
    shown.byline ??= line?.byline ?? null;
    shown.published ??= line?.published ?? null;
    return line !== null;
  };
  const { blocks, headline } = extract(page, { titles, repeats });
  if (blocks.length === 0)
    return trouble(
      "empty-source",
      "shows no text without its scripts",
      "save the page after it has loaded, or its text",
    );
  const lines = lineFinder(text);
  const pieces = blocks.map(({ kind, level, parts }: FlowBlock) => ({
    ...{ kind, level, line: lines(parts[0]?.start ?? 0) },
    parts: parts.map((part) => ({
      text: part.text,
      byteStart: byteAt(part.start),
      byteEnd: byteAt(part.end),
    })),
  }));
  return {
    pieces,
    metadata: { ...record, ...shown, title: titleOf(titles, headline?.text ?? null, record.publisher) },
  };
}

/** Lines are asked for in order, or nearly so. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** The headline as shown when a stated title agrees; else the title as stated, without the publisher's name. */
function titleOf(
  titles: readonly string[],
  headline: string | null,
  publisher: string | null,
): string | null {
  const [stated] = titles;
  if (stated === undefined) return headline;
  const plain = (text: string) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  if (headline !== null && titles.some((title) => plain(title).startsWith(plain(headline)))) return headline;
  const parts = stated.split(/\s+[|–—·•»:-]+\s+|\s*[|｜_]\s*/u);
  const last = parts.at(-1) ?? "";
  if (parts.length > 1 && publisher !== null && plain(last) === plain(publisher))
    return stated.slice(0, stated.lastIndexOf(last)).replace(/[\s|｜_–—·•»:-]+$/u, "");
  return stated;
}

const around =
  /^(?:by|author|published|posted|updated|last (?:updated|modified)|date|автор|опубликовано|обновлено|von|par|por|publié(?: le)?|publicado(?: el| em)?|veröffentlicht(?: am)?|pubblicato(?: il)?|تاريخ(?: النشر)?|نشر(?: في)?|بقلم|מאת|פורסם|作者|记者|記者|来源|發布時間|发布时间|发布|公開日?|更新日?|입력|기자|yayın(?:lanma)?|güncelleme|on|at|am|um|le|el|в|kl)$/iu;

/** A line above the first prose that names the author or the day, and says no more. */
function leadLine(said: string, language: string | null): Pick<Metadata, "byline" | "published"> | null {
  if (said.length > 120 || /[!?…。,،:]$|[\p{L}]{4}\.$/u.test(said)) return null;
  const author = /^(?:by|von|par|por|di|автор|بقلم|מאת)(?:\s*:\s*|\s+)(\p{L}.*)$/iu.exec(said)?.[1];
  const published = dayOf(said, language);
  const words = said.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{L}/u.test(word) && !around.test(word));
  if (author !== undefined && words.length <= 8) {
    const [byline = ""] = author.split(/\s[|·•–—]\s|,?\s\d/);
    return { byline: byline.trim(), published };
  }
  return published !== null && words.length <= 5 ? { byline: null, published } : null;
}

/** A line of byline and date alone. */
function repeatsRecord(said: string, { byline, published, language, publisher }: Metadata): boolean {
  if (said.length > 160) return false;
  const isDay =
    published !== null && dayOf(said, language) !== null && said.replace(/[^\p{L}]/gu, "").length < 45;
  let rest = said;
  for (const one of [byline, publisher]) if (one !== null) rest = rest.replace(one, " ");
  if (rest === said && !isDay) return false;
  const left = rest.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !around.test(word));
  return isDay
    ? !/[!?…。]$|[^\d\s]{5}\.$/u.test(said) && left.filter((word) => !/\d/.test(word)).length <= 5
    : left.length === 0;
}

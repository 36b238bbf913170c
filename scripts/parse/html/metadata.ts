// The record that a page states of itself: JSON-LD, Open Graph, meta elements, microdata and what it shows by name.
import { type Metadata, nothingStated } from "../metadata.ts";
import { dayOf } from "./dates.ts";
import type { Hides } from "./hidden.ts";
import { linkedData } from "./json-ld.ts";
import { cleanText, shownByline, shownDates, visible } from "./shown.ts";
import { type Element, elementsOf, type Page, parseHtml, textOf } from "./tree.ts";

/** `titles`: every title that the page states, the likelier headline first; the record's own title is chosen with the headline at hand. */
export type Stated = { readonly titles: readonly string[]; readonly record: Metadata };

export function statedIn({ root, comments }: Page, hides: Hides): Stated {
  const all = [...elementsOf(root)];
  const metas = all.filter(({ tag }) => tag === "meta");
  const meta = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const found = metas.find(
        (element) => keyOf(element) === name && cleanText(element.attributes.get("content")) !== null,
      );
      if (found !== undefined) return cleanText(found.attributes.get("content"));
    }
    return null;
  };
  const scripts = all.filter(
    ({ tag, attributes }) => tag === "script" && /ld\+json/i.test(attributes.get("type") ?? ""),
  );
  const linked = linkedData(
    scripts.map(({ children }) =>
      children.map((child) => (child.kind === "text" ? child.text : "")).join(""),
    ),
  );
  const shown = visible(root, hides);
  const html = all.find(({ tag }) => tag === "html");
  const body = all.find(({ tag }) => tag === "body");
  const attribute = (name: string) =>
    cleanText(html?.attributes.get(name)) ??
    cleanText(body?.attributes.get(name)) ??
    cleanText(shown.find(({ tag }) => tag === "article" || tag === "main")?.attributes.get(name));
  const language =
    languageTag(attribute("lang")) ??
    languageTag(attribute("xml:lang")) ??
    languageTag(linked?.language) ??
    languageTag(
      meta(
        "og:locale",
        "content-language",
        "dc.language",
        "dcterms.language",
        "language",
        "citation_language",
      ),
    );
  const canonical = all.find(
    ({ tag, attributes }) =>
      tag === "link" && (attributes.get("rel") ?? "").toLowerCase().split(/\s+/).includes("canonical"),
  );
  const saved = comments.map(({ text }) => /saved from url=\(\d+\)(\S+)/.exec(text)?.[1]).find(Boolean);
  const direction =
    attribute("dir")?.toLowerCase() ??
    /direction\s*:\s*(rtl|ltr)/.exec(body?.attributes.get("style") ?? "")?.[1] ??
    "";
  const title = titleIn(all);
  const titles = [
    ...(linked?.titles ?? []),
    ...[
      meta("og:title"),
      meta("citation_title", "dc.title", "dcterms.title"),
      meta("twitter:title", "parsely-title", "sailthru.title", "title", "headline"),
    ],
    title === undefined ? null : cleanText(textOf(title)),
  ].map((one) => (one === null ? null : plainText(one)));
  const byline =
    linked?.byline ??
    names(
      meta(
        "author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "article:author",
      ),
    ) ??
    shownByline(shown);
  const published = [
    linked?.published ?? null,
    meta(
      "article:published_time",
      "og:article:published_time",
      "datepublished",
      "date.issued",
      "dcterms.issued",
      "dc.date.issued",
      "dcterms.date",
      "dc.date",
      "publishdate",
      "pubdate",
      "publish-date",
      "publication_date",
      "citation_publication_date",
      "citation_date",
      "parsely-pub-date",
      "sailthru.date",
      "dcterms.created",
      "dc.date.created",
      "date",
      "article_date_original",
      "originalpublicationdate",
    ),
    ...shownDates(shown),
  ];
  return {
    titles: titles.filter((one) => one !== null),
    record: {
      ...nothingStated,
      byline: byline === null ? null : plainText(byline),
      publisher: maybePlain(
        linked?.publisher ??
          meta(
            "og:site_name",
            "publisher",
            "dc.publisher",
            "dcterms.publisher",
            "citation_publisher",
            "article:publisher_name",
            "copyright-holder",
            "application-name",
          ),
      ),
      published:
        published.map((text) => (text === null ? null : dayOf(text, language))).find((day) => day !== null) ??
        null,
      language,
      direction: direction === "rtl" || direction === "ltr" ? direction : null,
      url:
        [canonical?.attributes.get("href"), meta("og:url"), linked?.url, meta("twitter:url"), saved]
          .map(absolute)
          .find((url) => url !== null) ?? null,
    },
  };
}

/** The page's title, not that of a drawing in it. */
function titleIn(all: readonly Element[]): Element | undefined {
  let drawn = 0;
  return all.find(({ tag, start, end }) => {
    if (tag === "svg") drawn = Math.max(drawn, end);
    return tag === "title" && start >= drawn;
  });
}

function keyOf({ attributes }: Element): string {
  return (
    attributes.get("property") ??
    attributes.get("name") ??
    attributes.get("itemprop") ??
    attributes.get("http-equiv") ??
    ""
  )
    .toLowerCase()
    .trim();
}

/** Text of a field that was escaped twice. */
function plainText(text: string): string {
  if (!/&(?:#?\w+);|<\w+/.test(text)) return text;
  const page = parseHtml(text);
  return "root" in page ? textOf(page.root) : text;
}

function maybePlain(text: string | null): string | null {
  return text === null ? null : plainText(text);
}

/** A name, not the address of a profile. */
function names(text: string | null): string | null {
  return text === null || /^https?:|^\/|^@/.test(text) ? null : text.replace(/^by\s+/i, "");
}

function languageTag(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  try {
    return Intl.getCanonicalLocales(text.split(/[,;]/)[0]?.trim().replaceAll("_", "-"))[0] ?? null;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return null;
  }
}

function absolute(text: string | null | undefined): string | null {
  return text !== null && text !== undefined && /^https?:\/\/[^\s/]+/i.test(text.trim()) ? text.trim() : null;
}

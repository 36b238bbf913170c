// The record that a page states of itself: JSON-LD, Open Graph, meta elements, microdata and what it shows by name.
import { type Metadata, nothingStated } from "../metadata.ts";
import { dayOf } from "./dates.ts";
import type { Hides } from "./hidden.ts";
import { linkedData } from "./json-ld.ts";
import { type Element, elementsOf, namesOf, type Page, parseHtml, textOf } from "./tree.ts";

/** `titles`: every title that the page states, the likelier headline first; the record's own title is chosen with the headline at hand. */
export type Stated = { readonly titles: readonly string[]; readonly record: Metadata };

export function statedIn({ root, comments }: Page, hides: Hides): Stated {
  const all = [...elementsOf(root)];
  const metas = all.filter(({ tag }) => tag === "meta");
  const meta = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const found = metas.find(
        (element) => keyOf(element) === name && clean(element.attributes.get("content")) !== null,
      );
      if (found !== undefined) return clean(found.attributes.get("content"));
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
    clean(html?.attributes.get(name)) ??
    clean(body?.attributes.get(name)) ??
    clean(shown.find(({ tag }) => tag === "article" || tag === "main")?.attributes.get(name));
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
  const title = all.find(
    (element) =>
      element.tag === "title" &&
      !all.some((svg) => svg.tag === "svg" && svg.start < element.start && svg.end > element.end),
  );
  const titles = [
    ...(linked?.titles ?? []),
    ...[
      meta("og:title"),
      meta("citation_title", "dc.title", "dcterms.title"),
      meta("twitter:title", "parsely-title", "sailthru.title", "title", "headline"),
    ],
    title === undefined ? null : clean(textOf(title)),
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

function clean(text: string | null | undefined): string | null {
  const plain = (text ?? "").replace(/\s+/g, " ").trim();
  return plain === "" ? null : plain;
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

/** The shown elements in order, those of navigation left out. */
function visible(root: Element, hides: Hides): readonly Element[] {
  const collect = (element: Element): readonly Element[] =>
    element.tag !== "" &&
    (hides(element) || (["nav", "aside", "footer"].includes(element.tag) && element.tag !== "footer"))
      ? []
      : [element, ...element.children.flatMap((child) => (child.kind === "element" ? collect(child) : []))];
  return collect(root);
}

const bylinePrefix =
  /^(?:by|written by|author|автор|автор статьи|von|par|por|di|door|yazar|بقلم|كتب|כתב|מאת|作者|記者|記者|文|글|기자)\s*[:：]?\s+|^(?:作者|记者|記者|文)\s*[:：|/]\s*/iu;

function shownByline(shown: readonly Element[]): string | null {
  const of = (test: (element: Element) => boolean) =>
    shown
      .filter(test)
      .map(textOf)
      .filter((text) => text !== "" && text.length <= 120);
  const authors = of(({ attributes }) => /\bauthor\b/.test(attributes.get("rel") ?? ""));
  const items = of(
    ({ attributes }) => attributes.get("itemprop") === "author" || attributes.get("itemprop") === "creator",
  );
  const named = of((element) =>
    namesOf(element).some((name) => name === "byline" || name === "author" || name === "authors"),
  );
  const found = authors.length > 0 ? [...new Set(authors)].join(", ") : (items[0] ?? named[0]);
  return found === undefined ? null : clean(found.replace(bylinePrefix, "").split(/\s[|•·]\s/)[0]);
}

/** Times that the page shows: as published, then the first of its article. */
function shownDates(shown: readonly Element[]): readonly string[] {
  const stated = shown.filter(
    ({ attributes }) => attributes.get("itemprop") === "datePublished" || attributes.has("pubdate"),
  );
  const times = shown.filter(({ tag }) => tag === "time").slice(0, 1);
  const named = shown
    .filter(
      (element) =>
        namesOf(element).some((name) =>
          ["date", "published", "pubdate", "timestamp", "dateline", "posted"].includes(name),
        ) && textOf(element).length < 80,
    )
    .slice(0, 3);
  return [...stated, ...times, ...named]
    .flatMap((element) => [
      element.attributes.get("content") ?? "",
      element.attributes.get("datetime") ?? "",
      textOf(element),
    ])
    .filter(Boolean);
}

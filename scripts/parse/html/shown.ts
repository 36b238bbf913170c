// Author and day as a page shows them, where it states them by the names of its elements.
import type { Hides } from "./hidden.ts";
import { type Element, namesOf, textOf } from "./tree.ts";

/** The shown elements in order, those of navigation left out. */
export function visible(root: Element, hides: Hides): readonly Element[] {
  const collect = (element: Element): readonly Element[] =>
    element.tag !== "" &&
    (hides(element) || (["nav", "aside", "footer"].includes(element.tag) && element.tag !== "footer"))
      ? []
      : [element, ...element.children.flatMap((child) => (child.kind === "element" ? collect(child) : []))];
  return collect(root);
}

const bylinePrefix =
  /^(?:by|written by|author|автор|автор статьи|von|par|por|di|door|yazar|بقلم|كتب|כתב|מאת|作者|記者|記者|文|글|기자)\s*[:：]?\s+|^(?:作者|记者|記者|文)\s*[:：|/]\s*/iu;

export function shownByline(shown: readonly Element[]): string | null {
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
  return found === undefined ? null : cleanText(found.replace(bylinePrefix, "").split(/\s[|•·]\s/)[0]);
}

/** Times that the page shows: as published, then the first of its article. */
export function shownDates(shown: readonly Element[]): readonly string[] {
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

/** White space collapsed; null when nothing is left. */
export function cleanText(text: string | null | undefined): string | null {
  const plain = (text ?? "").replace(/\s+/g, " ").trim();
  return plain === "" ? null : plain;
}

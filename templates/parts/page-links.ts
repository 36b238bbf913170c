// Lists too long for one page, cut into parts that lead to one another.
import { type Html, html } from "../html.ts";
import type { Labels } from "../labels/labels.ts";
import { pagePath, relative } from "../paths.ts";

/** Items a page. */
const length = 100;

/** One part of a list. `first` is the path of the part that stands at the list's own address. */
export type Part<Item> = {
  readonly items: readonly Item[];
  readonly number: number;
  readonly of: number;
  readonly first: string;
};

/** At least one part, empty where the list is. */
export function partsOf<Item>(items: readonly Item[], first: string): readonly Part<Item>[] {
  const of = Math.max(1, Math.ceil(items.length / length));
  return Array.from({ length: of }, (_, index) => ({
    items: items.slice(index * length, (index + 1) * length),
    number: index + 1,
    of,
    first,
  }));
}

export function pathOf({ first, number }: Part<unknown>): string {
  return pagePath(first, number);
}

/** The title of a part: the list's own, and which page of it. */
export function titleOf(title: string, { number, of }: Part<unknown>, labels: Labels): string {
  return number === 1 ? title : `${title} – ${labels.find.page(number, of)}`;
}

/** Links to the parts before and after, and to the first, the last and those near; nothing for a whole list. */
export function pageLinks(part: Part<unknown>, labels: Labels): Html | null {
  const { number, of, first } = part;
  if (of === 1) return null;
  const from = pathOf(part);
  const words = labels.find;
  const to = (target: number) => relative(from, pagePath(first, target));
  const near = [...new Set([1, number - 1, number, number + 1, of])].filter((one) => one >= 1 && one <= of);
  const items = near.map((one, index) => {
    const gap = index > 0 && one - (near[index - 1] ?? one) > 1 && html`<li aria-hidden="true">…</li>\n`;
    const link =
      one === number
        ? html`<a href="${to(one)}" aria-current="page" aria-label="${words.page(one, of)}">${one}</a>`
        : html`<a href="${to(one)}" aria-label="${words.page(one, of)}">${one}</a>`;
    return html`${gap}<li>${link}</li>\n`;
  });
  return html`<nav class="page-links" aria-label="${words.pages}">
${number > 1 && html`<p><a rel="prev" href="${to(number - 1)}">${words.previous}</a></p>\n`}<ol>
${items}</ol>
${number < of && html`<p><a rel="next" href="${to(number + 1)}">${words.next}</a></p>\n`}</nav>`;
}

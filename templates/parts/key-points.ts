// The key points, each with how sure the desk is in words and the passages that bear it out.
import type { KeyPoint, Yardstick } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import type { Labels } from "../labels/labels.ts";
import { passageLinks } from "./passage-list.ts";
import { inlineProse } from "./prose.ts";
import type { View } from "./view.ts";

export function keyPoints(view: View): Html {
  const { edition, labels } = view;
  return html`<ol class="key-points">
${edition.keyPoints.map((point) => html`<li>${keyPoint(view, point)}</li>\n`)}</ol>
${edition.yardstick && yardstick(edition.yardstick, labels)}`;
}

function keyPoint(view: View, point: KeyPoint): Html {
  const { labels, links, edition } = view;
  const facts = [
    point.confidence && labels.confidence[point.confidence],
    point.likelihood && html`${labels.pack.likelihood}: <bdi lang="en">${point.likelihood}</bdi>`,
    point.support.length > 0 && html`${labels.pack.support} ${passageLinks(view, point.support)}`,
  ];
  return html`<p>${inlineProse(point.text, { citations: edition.citations, href: links.citation })}</p>
${facts.some(Boolean) && html`<p class="facts">${join(facts, ". ")}</p>`}`;
}

function yardstick({ name, terms }: Yardstick, labels: Labels): Html {
  const scale = terms.map(({ term, range }) => html`<bdi class="nowrap" lang="en">${term} ${range}</bdi>`);
  return html`<p class="yardstick">${labels.pack.yardstick(name)} ${join(scale, labels.units.listSeparator)}.</p>`;
}

// The key points, each with how sure the desk is in words and the passages that bear it out.
import type { KeyPoint, Yardstick } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import type { Labels } from "../labels/labels.ts";
import { changedAttribute, changedId, changeMark } from "./changed.ts";
import { origin } from "./origin.ts";
import { orphanId } from "./orphans.ts";
import { passageLinks } from "./passage-list.ts";
import { inlineProse } from "./prose.ts";
import type { View } from "./view.ts";

export function keyPoints(view: View): Html {
  const { edition, labels } = view;
  return html`<ol class="key-points">
${edition.keyPoints.map((point, index) => html`<li${changedId(view, "key-point", `${index + 1}`)}${changedAttribute(view, "key-point", `${index + 1}`)}${origin(view, `key-point-${index + 1}`)}>${keyPoint(view, point, index + 1)}</li>\n`)}</ol>
${edition.yardstick && yardstick(edition.yardstick, labels)}`;
}

function keyPoint(view: View, point: KeyPoint, number: number): Html {
  const { labels, links, edition } = view;
  const facts = [
    point.confidence && labels.confidence[point.confidence],
    point.likelihood && html`${labels.pack.likelihood}: <bdi lang="en">${point.likelihood}</bdi>`,
    point.support.some((id) => view.annotation(id)) &&
      html`${labels.pack.support} ${passageLinks(view, point.support)}`,
    fallenSupport(view, point),
  ];
  return html`<p>${inlineProse(point.text, { citations: edition.citations, href: links.citation })}${changeMark(view, "key-point", `${number}`)}</p>
${facts.some(Boolean) && html`<p class="facts">${join(facts, ". ")}</p>`}`;
}

/** Support that an edit of the source took away is said to be gone, and leads to what became of it. */
function fallenSupport({ edition, labels }: View, { support }: KeyPoint): Html | false {
  const fallen = edition.orphans.filter(({ id }) => support.includes(id));
  const links = fallen.map(
    (orphan) => html`<a href="#${orphanId(orphan)}">${labels.revisions.passages[orphan.verdict]}</a>`,
  );
  return (
    fallen.length > 0 && html`${labels.revisions.supportFallen} ${join(links, labels.units.listSeparator)}`
  );
}

function yardstick({ name, terms }: Yardstick, labels: Labels): Html {
  const scale = terms.map(({ term, range }) => html`<bdi class="nowrap" lang="en">${term} ${range}</bdi>`);
  return html`<p class="yardstick">${labels.pack.yardstick(name)} ${join(scale, labels.units.listSeparator)}.</p>`;
}

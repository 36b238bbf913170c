// How the marks in the text read: shown once, only for the marks that occur, with the signs of the speakers.
import { type Html, html, join } from "../html.ts";
import { mannerOf } from "./manner.ts";
import { personName } from "./name.ts";
import { inkOf } from "./sigla.ts";
import type { View } from "./view.ts";

const linked = ["box", "person", "organisation", "place", "term"] as const;

/** In print a link is not seen and speakers are named beside their words, so that neither needs a key. */
export function textKey(view: View): Html | null {
  const { edition, labels, medium } = view;
  const { passages, reading } = labels;
  const kinds = new Set(edition.annotations.map((one) => mannerOf(view, one) ?? one.body.kind));
  const quoted = kinds.has("direct") || kinds.has("indirect") || kinds.has("own");
  const links = medium === "web" && linked.some((kind) => kinds.has(kind));
  const marks = [
    kinds.has("direct") && html`<span class="quotation direct">${passages.directKey}</span>`,
    kinds.has("indirect") && html`<span class="quotation indirect">${passages.indirectKey}</span>`,
    kinds.has("own") && html`<span class="quotation indirect own">${reading.inferredKey}</span>`,
    medium === "web" && quoted && reading.ownKey,
    links && html`<span class="as-link">${passages.linkKey}</span>`,
  ];
  const { listSeparator } = labels.units;
  const sign =
    links &&
    html`<span class="glance-key">${listSeparator}<span class="glance-sign">${reading.buttonKey}</span></span>`;
  if (!marks.some(Boolean)) return null;
  const key = html`${passages.key}: ${join(marks, listSeparator)}${sign}.`;
  return medium === "print"
    ? html`<span class="text-key">${key}</span>`
    : html`<div class="text-key"><p>${key}</p>${quoted && speakers(view)}</div>`;
}

function speakers(view: View): Html {
  const { labels, sigla } = view;
  const signs = [...sigla].map(
    ([speaker, sign]) =>
      html`<b class="sign ${inkOf(sigla, speaker)}">${sign}</b> ${personName(view, speaker)}`,
  );
  return html`<p>${labels.reading.speakers}: ${join(signs, labels.units.listSeparator)}.</p>`;
}

// Where each source's text comes from, what was checked of it and what was not, in plain words.
import type { Grade, Source } from "../../scripts/model/edition.ts";
import { type Html, html, join, type Printable } from "../html.ts";
import { writeDate, writeLanguage } from "../labels/dates.ts";
import type { Labels } from "../labels/labels.ts";
import { heading } from "./heading.ts";
import { external } from "./link.ts";
import { prose } from "./prose.ts";
import type { View } from "./view.ts";

/** All sources. `level` is that of each source's heading, printed where there are several. */
export function provenance(view: View, level: number): Html {
  const { sources } = view.edition;
  return html`${sources.map(
    (source) => html`<div class="provenance">
${sources.length > 1 && heading(level, html``, source.publisher)}
${facts(view, source)}
${checks(source, view.labels)}
${prose(source.note, { citations: view.edition.citations, href: view.links.citation }, level + 1)}
</div>
`,
  )}`;
}

/** Of one source: what was checked and what was not, as sentences. */
export function checks(source: Source, labels: Labels): Html {
  const words = labels.source;
  const checked =
    source.quotations === 0
      ? words.noQuotations
      : words.quotationsChecked(source.quotations, source.publisher);
  const unchecked = join(
    [words.textUnchecked(source.publisher), words.translationUnchecked, words.factsUnchecked],
    " ",
  );
  return html`<p class="checks"><b>${words.checked}.</b> ${checked} <b>${words.notChecked}.</b> ${unchecked}</p>`;
}

function facts({ labels, edition }: View, source: Source): Html {
  const words = labels.source;
  const { language } = edition;
  const revisions = source.captured === null ? null : words.revisions(source.revisions);
  const captured = source.captured && writeDate(source.captured, language);
  const rows: readonly (readonly [string, Printable])[] = [
    [words.publisher, source.publisher],
    [
      words.address,
      source.url && external(source.url, html`<span class="address" dir="ltr">${source.url}</span>`),
    ],
    [words.place, source.place],
    [words.published, source.published && writeDate(source.published, language)],
    [words.language, writeLanguage(source.language, labels.language)],
    [words.licence, source.licence ?? words.noLicence],
    [words.grade, source.grade && grade(source.grade, labels)],
    [words.captured, captured && join([captured, revisions], labels.units.listSeparator)],
    [words.file, html`<bdi>${source.file}</bdi>, ${words.size(source.bytes, source.words)}`],
    ["SHA-256", html`<code class="hash">${source.sha256}</code>`],
  ];
  return html`<dl class="facts-list">
${rows.map(([name, value]) => value !== null && value !== "" && html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

function grade({ reliability, credibility, words }: Grade, labels: Labels): Html {
  const written = labels.source.gradeWords?.(reliability, credibility) ?? words;
  return html`<bdi>${reliability}${credibility}</bdi>: ${written}`;
}

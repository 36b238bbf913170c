// Where each source's text comes from, what was checked of it and what was not, in plain words.
import type { Edition, Grade, Source } from "../../scripts/model/edition.ts";
import { type Html, html, join, type Printable } from "../html.ts";
import { writeDate, writeLanguage } from "../labels/dates.ts";
import type { Labels } from "../labels/labels.ts";
import { heading } from "./heading.ts";
import { external } from "./link.ts";
import { origin } from "./origin.ts";
import { prose } from "./prose.ts";
import type { View } from "./view.ts";

/** All sources. `level` is that of each source's heading, printed where there are several. */
export function provenance(view: View, level: number): Html {
  const { sources } = view.edition;
  return html`${sources.map(
    (source) => html`<div class="provenance"${origin(view, `source-${source.id}`)}>
${sources.length > 1 && heading(level, html``, source.publisher)}
${facts(view, source)}
${checks(view, source)}
${prose(source.note, { citations: view.edition.citations, href: view.links.citation }, level + 1)}
</div>
`,
  )}`;
}

/** Of one source: what was checked and what was not, as sentences. */
export function checks({ edition, labels }: View, source: Source): Html {
  const words = labels.source;
  const own = [...edition.annotations, ...edition.orphans].filter((one) => one.source === source.id);
  const quotations = own.flatMap(({ body }) => (body.kind === "quotation" ? [body] : []));
  const direct = quotations.filter(({ form }) => form === "direct").length;
  const language = writeLanguage(source.language, labels.language);
  const checked =
    direct === 0
      ? words.noQuotations
      : words.quotationsChecked(source.quotations, direct, source.publisher, language);
  const speakers = new Set(quotations.map(({ speaker }) => speaker));
  const others = spokenLanguages(edition, speakers, source.language).map((one) =>
    writeLanguage(one, labels.language),
  );
  const translated =
    others.length === 0
      ? words.translationUnchecked
      : words.originalsUnchecked(new Intl.ListFormat(labels.language).format(others));
  const unchecked = join(
    [
      ...(quotations.length === 0
        ? [words.truthUnchecked(source.publisher)]
        : [words.textUnchecked(source.publisher), translated]),
      words.factsUnchecked,
    ],
    " ",
  );
  return html`<p class="checks"><b>${words.checked}.</b> ${checked} <b>${words.notChecked}.</b> ${unchecked}</p>`;
}

/** Of the speakers' own names, where it is not the text's. */
function spokenLanguages(
  { people, organisations }: Edition,
  speakers: ReadonlySet<string>,
  written: string,
): readonly string[] {
  const base = (tag: string) => tag.toLowerCase().split("-")[0] ?? "";
  const named = [...people, ...organisations].filter(({ id }) => speakers.has(id));
  const languages = new Set(named.flatMap(({ nativeName }) => (nativeName ? [base(nativeName.lang)] : [])));
  return [...languages].filter((one) => one !== base(written)).sort();
}

function facts({ labels, edition }: View, source: Source): Html {
  const words = labels.source;
  const { language } = edition;
  const revisions = source.captured === null ? null : words.revisions(source.revisions.length);
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
    ...source.revisions
      .slice(0, -1)
      .map((one) => [labels.revisions.earlier, earlier(one, language)] as const),
  ];
  return html`<dl class="facts-list">
${rows.map(([name, value]) => value !== null && value !== "" && html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

function earlier({ file, captured, sha256 }: Source["revisions"][number], language: string): Html {
  const facts = [
    html`<bdi>${file}</bdi>`,
    captured && writeDate(captured, language),
    html`<code class="hash">${sha256}</code>`,
  ];
  return join(facts, ", ");
}

function grade({ reliability, credibility, words }: Grade, labels: Labels): Html {
  const written = labels.source.gradeWords?.(reliability, credibility) ?? words;
  return html`<bdi>${reliability}${credibility}</bdi>: ${written}`;
}

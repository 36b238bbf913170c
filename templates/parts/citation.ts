// How a pack is cited in running text, in the words of its language.
import type { Edition } from "../../scripts/model/edition.ts";
import { writeDate } from "../labels/dates.ts";
import { labelsFor } from "../labels/labels.ts";
import { addressOf, briefingPath } from "../paths.ts";

/** Author. Title: subtitle. Kind, edition, date. Address. */
export function citationText(edition: Edition): string {
  const { title, subtitle, publication, slug, language } = edition;
  const labels = labelsFor(language);
  const name = subtitle === null ? title : `${title}: ${subtitle}`;
  const author = publication.publisher ?? publication.title;
  const facts = [
    labels.find.briefing,
    labels.pack.edition(edition.edition),
    writeDate(edition.date, language),
  ];
  const sentences = [author, name, facts.join(labels.units.listSeparator)];
  const text = sentences.map((one) => (/[.?!…؟]$/.test(one) ? one : `${one}.`)).join(" ");
  return publication.baseUrl === null
    ? text
    : `${text} ${addressOf(publication.baseUrl, briefingPath(slug))}`;
}

// A pack as others cite it: CSL-JSON, and from it BibTeX and RIS by Citation.js. The plain text is a part of the pack's page.
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { labelsFor } from "../../templates/labels/labels.ts";
import { addressOf, briefingPath } from "../../templates/paths.ts";
import type { Edition } from "../model/edition.ts";

/** Keys are slugs, and letters stay what they are: BibTeX has read UTF-8 for long. */
const { format } = plugins.config.get("@bibtex");
format.asciiOnly = false;
format.useIdAsLabel = true;
format.checkLabel = false;

/** A CSL item, https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
type Item = Readonly<Record<string, unknown>> & { readonly issued: DateVariable };
type DateVariable = { readonly "date-parts": readonly (readonly number[])[] };

export function cslItem(edition: Edition): Item {
  const { slug, title, subtitle, date, language, marking, publication } = edition;
  const author = publication.publisher ?? publication.title;
  return {
    id: slug,
    type: "report",
    genre: labelsFor(language).find.briefing,
    title: subtitle === null ? title : `${title}: ${subtitle}`,
    author: [{ literal: author }],
    publisher: author,
    issued: { "date-parts": [date.split("-").map(Number)] },
    edition: String(edition.edition),
    language,
    ...(publication.baseUrl !== null && { URL: addressOf(publication.baseUrl, briefingPath(slug)) }),
    ...(marking !== "TLP:CLEAR" && { note: marking }),
  };
}

export function cslJson(edition: Edition): string {
  return `${JSON.stringify([cslItem(edition)], null, 1)}\n`;
}

/** BibTeX has no field for the day. */
export function bibtex(edition: Edition): string {
  const item = cslItem(edition);
  const [[year = 0, month] = []] = item.issued["date-parts"];
  const issued = { "date-parts": [month === undefined ? [year] : [year, month]] };
  return `${plugins.output.format("bibtex", [{ ...item, issued }]).trim()}\n`;
}

/** RIS ends its lines as its specification says. */
export function ris(edition: Edition): string {
  const text = plugins.output.format("ris", [cslItem(edition)]).trim();
  return `${text.replace(/\r?\n/g, "\r\n").replace(/ER {2}-$/, "ER  - ")}\r\n`;
}

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

/** BibTeX has no field for the day. What means something to TeX is written so that it stands for itself, except in addresses. */
export function bibtex(edition: Edition): string {
  const item = cslItem(edition);
  const [[year = 0, month] = []] = item.issued["date-parts"];
  const issued = { "date-parts": [month === undefined ? [year] : [year, month]] };
  const shielded = Object.entries(item).map(([name, value]) => [
    name,
    name === "URL" ? value : shield(value),
  ]);
  const text = plugins.output.format("bibtex", [{ ...Object.fromEntries(shielded), id: item.id, issued }]);
  return `${text.trim().replace(/[\ufdd0-\ufddb]/g, (one) => forTex[one.charCodeAt(0) - firstShield]?.[1] ?? one)}\n`;
}

/** Characters and how TeX writes them. Braces have no backslash before them, since BibTeX counts those too. */
const forTex: readonly (readonly [character: string, tex: string])[] = [
  ["\\", "\\textbackslash{}"],
  ["{", "\\textbraceleft{}"],
  ["}", "\\textbraceright{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ["&", "\\&"],
  ["%", "\\%"],
  ["$", "\\$"],
  ["#", "\\#"],
  ["_", "\\_"],
  ["<", "<"],
  [">", ">"],
];
const firstShield = 0xfdd0;

/** The library takes some words for markup and leaves others bare: it sees characters that no text has in their place. */
function shield(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shield);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shield(inner)]));
  if (typeof value !== "string") return value;
  return value.replace(/[\\{}~^&%$#_<>]/g, (one) =>
    String.fromCharCode(firstShield + forTex.findIndex(([character]) => character === one)),
  );
}

/** RIS, its lines as long as they are (readers join broken ones with a space) and ended as its specification says. */
export function ris(edition: Edition): string {
  const item = cslItem(edition);
  const [record = {}] = plugins.output.format("ris", [item], { format: "object" });
  const { TY = "RPRT", ...rest } = record;
  const [year = 0, ...day] = item.issued["date-parts"][0] ?? [];
  const whole = { ...rest, DA: [year, ...day.map((part) => String(part).padStart(2, "0"))].join("/") };
  const lines = Object.entries(whole).flatMap(([tag, value]) =>
    [value].flat().map((one) => `${tag}  - ${String(one).replace(/\s+/g, " ").trim()}`),
  );
  return [`TY  - ${TY}`, ...lines, "ER  - ", ""].join("\r\n");
}

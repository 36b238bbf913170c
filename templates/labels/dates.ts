// Dates as a reader of a language writes them. UTC throughout: a day of the content is a day everywhere.
import type { PartialDate } from "../../scripts/model/edition.ts";

/** A day, month, year or ISO instant in words. Western digits in every language, as page numbers have them. */
export function writeDate(date: PartialDate, language: string): string {
  const [year = "", month, day] = date.slice(0, 10).split("-");
  const instant = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (Number.isNaN(instant.getTime())) return date;
  return new Intl.DateTimeFormat(locale(language), {
    year: "numeric",
    ...(month === undefined ? {} : { month: "long" }),
    ...(day === undefined ? {} : { day: "numeric" }),
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  } as Intl.DateTimeFormatOptions).format(instant);
}

/** Name of a language in a language: `ru` in English is Russian. */
export function writeLanguage(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: "language", fallback: "code" }).of(tag) ?? tag;
}

/** A whole number with its separators: 4,094. */
export function writeNumber(number: number, language: string): string {
  return new Intl.NumberFormat(locale(language), {
    numberingSystem: "latn",
  } as Intl.NumberFormatOptions).format(number);
}

/** English without a region is written day first, as the desk writes it. */
function locale(language: string): string {
  return language === "en" ? "en-GB" : language;
}

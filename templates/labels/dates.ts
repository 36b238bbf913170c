// Dates as a reader of a language writes them. UTC throughout: a day of the content is a day everywhere.
import type { PartialDate } from "../../scripts/model/edition.ts";

/** A day, month, year or ISO instant in words. Western digits in every language, as page numbers have them. */
export function writeDate(date: PartialDate, language: string): string {
  const instant = instantOf(date);
  return Number.isNaN(instant.getTime()) ? date : format(date, language).format(instant);
}

/** A span with what its ends share said once: 25, –, 27 July 2023. */
export function writeSpan(
  start: PartialDate,
  end: PartialDate,
  language: string,
): { readonly start: string; readonly between: string; readonly end: string } {
  const parts = format(start.length < end.length ? start : end, language).formatRangeToParts(
    instantOf(start),
    instantOf(end),
  );
  const turn = parts.findIndex(({ source }) => source === "endRange");
  const text = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ value }) => value)
      .join("");
  if (turn < 1) return { start: "", between: "", end: text(0) };
  return { start: text(0, turn - 1), between: text(turn - 1, turn), end: text(turn) };
}

/** A date as short as the mark of a time line has it: 19 Oct, Oct, Oct 2023, 2023. */
export function writeTick(date: PartialDate, language: string, withYear: boolean): string {
  const parts = new Intl.DateTimeFormat(locale(language), {
    ...((withYear || date.length < 5) && { year: "numeric" }),
    ...(date.length > 4 && { month: "short" }),
    ...(date.length > 7 && { day: "numeric" }),
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  });
  return parts.format(instantOf(date));
}

function instantOf(date: PartialDate): Date {
  const [year = "", month, day] = date.slice(0, 10).split("-");
  return new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
}

/** The format for as much of a date as is known. */
function format(date: PartialDate, language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale(language), {
    year: "numeric",
    ...(date.length > 4 && { month: "long" }),
    ...(date.length > 7 && { day: "numeric" }),
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  });
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

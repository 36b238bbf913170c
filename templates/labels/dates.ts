// Dates as a reader of a language writes them. UTC throughout: a day of the content is a day everywhere.
import type { PartialDate } from "../../scripts/model/edition.ts";

/** A day, month, year or ISO instant in words. Western digits in every language, as page numbers have them. */
export function writeDate(date: PartialDate, language: string): string {
  const key = `${language} ${date}`;
  const known = dates.get(key);
  if (known !== undefined) return known;
  const instant = instantOf(date);
  const made = Number.isNaN(instant.getTime()) ? date : format(date, language).format(instant);
  if (dates.size >= mostDates) dates.clear();
  dates.set(key, made);
  return made;
}

/** The same dates stand on page after page. */
const dates = new Map<string, string>();
const mostDates = 20_000;

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
  return formatOf(
    language,
    withYear || date.length < 5,
    date.length > 4 ? "short" : null,
    date.length > 7,
  ).format(instantOf(date));
}

function instantOf(date: PartialDate): Date {
  const [year = "", month, day] = date.slice(0, 10).split("-");
  return new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
}

/** The format for as much of a date as is known. */
function format(date: PartialDate, language: string): Intl.DateTimeFormat {
  return formatOf(language, true, date.length > 4 ? "long" : null, date.length > 7);
}

/** Formats are dear to make and few, so each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(
  language: string,
  year: boolean,
  month: "short" | "long" | null,
  day: boolean,
): Intl.DateTimeFormat {
  const key = `${language} ${year} ${month} ${day}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale(language), {
    ...(year && { year: "numeric" }),
    ...(month !== null && { month }),
    ...(day && { day: "numeric" }),
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  });
  formats.set(key, made);
  return made;
}

/** Name of a language in a language: `ru` in English is Russian. */
export function writeLanguage(tag: string, language: string): string {
  const known = languageNames.get(language) ?? {
    names: new Intl.DisplayNames([language], { type: "language", fallback: "code" }),
    written: new Map<string, string>(),
  };
  languageNames.set(language, known);
  const before = known.written.get(tag);
  if (before !== undefined) return before;
  // Names are of languages without their extensions: a tag with any is refused.
  const name = known.names.of(new Intl.Locale(tag).baseName) ?? tag;
  known.written.set(tag, name);
  return name;
}

const languageNames = new Map<string, { names: Intl.DisplayNames; written: Map<string, string> }>();

/** A whole number with its separators: 4,094. */
export function writeNumber(number: number, language: string): string {
  const known = numberFormats.get(language);
  if (known !== undefined) return known.format(number);
  const made = new Intl.NumberFormat(locale(language), {
    numberingSystem: "latn",
  } as Intl.NumberFormatOptions);
  numberFormats.set(language, made);
  return made.format(number);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** English without a region is written day first, as the desk writes it. */
function locale(language: string): string {
  return language === "en" ? "en-GB" : language;
}

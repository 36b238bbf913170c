// Dates as pages state them, to days: ISO, numbers that can be read one way only, and names of months.

/** `YYYY-MM-DD`; null for what is no date or can be read two ways. `language`: that of the page. */
export function dayOf(text: string, language: string | null): string | null {
  const plain = digits(text.trim());
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(plain);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const joined = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?$/.exec(plain);
  if (joined) return day(joined[1], joined[2], joined[3]);
  const eastern = /(\d{4})\s*[年년.]\s*(\d{1,2})\s*[月월.]\s*(\d{1,2})\s*[日일]?/.exec(plain);
  if (eastern) return day(eastern[1], eastern[2], eastern[3]);
  const dotted = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(plain);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(plain);
  if (slashed) return oneWay(slashed[3], Number(slashed[1]), Number(slashed[2]));
  return named(plain, language);
}

const zeros = [0x660, 0x6f0, 0x966];

/** Arabic-Indic, Persian and Devanagari digits as ASCII. */
function digits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (one) => {
    const code = one.codePointAt(0) ?? 0;
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
  });
}

function oneWay(year: string | undefined, first: number, second: number): string | null {
  if (first > 12) return day(year, second, first);
  if (second > 12 || first === second) return day(year, first, second);
  return null;
}

/** Tried where a page does not state its language. */
const usual = ["fr", "de", "es", "pt", "it", "ru", "uk", "pl", "tr", "nl", "ar", "fa", "he"];

function named(text: string, language: string | null): string | null {
  const words = text.toLowerCase();
  const parts = /(?<!\d)(\d{1,2})(?!\d)[^\d]{0,20}?/u;
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(words)?.[1];
  if (year === undefined) return null;
  for (const names of [...new Set(["en", ...(language === null ? usual : [language])])].map(monthNames)) {
    for (const [month, forms] of names.entries()) {
      const form = forms.find((one) =>
        new RegExp(`(?<![\\p{L}])${one.replace(/[.*+?^$()[\]\\|{}]/g, "\\$&")}(?![\\p{L}])`, "u").test(words),
      );
      if (form === undefined) continue;
      const near = words.replace(year, " ");
      const at = near.indexOf(form);
      const before = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.|-го|-те)?\s*(?:de\s+|d'|of\s+)?$/.exec(
        near.slice(0, at),
      )?.[1];
      const after = parts.exec(near.slice(at + form.length).replace(/^\.?\s*/, ""))?.[1];
      const number = before ?? after;
      if (number !== undefined) return day(year, month + 1, number);
    }
  }
  return null;
}

const known = new Map<string, readonly (readonly string[])[]>();

/** Twelve months, each in the forms in which a language writes it. */
function monthNames(language: string): readonly (readonly string[])[] {
  const found = known.get(language);
  if (found !== undefined) return found;
  const styles = (["long", "short"] as const).flatMap(
    (month) => [{ month }, { month, day: "numeric", year: "numeric" }] as const,
  );
  const locale = Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? "en";
  const names = Array.from({ length: 12 }, (_, month) => {
    const forms = styles.flatMap((style) =>
      new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC", calendar: "gregory" })
        .formatToParts(new Date(Date.UTC(2023, month, 15)))
        .filter(({ type }) => type === "month")
        .map(({ value }) => value.toLowerCase().replace(/\.$/, "")),
    );
    return [...new Set(forms)].filter((form) => /\p{L}{2}/u.test(form)).sort((a, b) => b.length - a.length);
  });
  known.set(language, names);
  return names;
}

function day(
  year: string | undefined,
  month: string | number | undefined,
  date: string | number | undefined,
): string | null {
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  const valid = time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(date);
  if (!valid || Number(year) < 1800) return null;
  return time.toISOString().slice(0, 10);
}

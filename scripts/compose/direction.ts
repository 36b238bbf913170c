// Which way a language is written.
import type { Direction } from "../model/edition.ts";

const rightToLeft = /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Mand|Samr|Rohg)$/;

/** By the likely script of a BCP 47 tag, as Unicode's CLDR has it: `ar`, `fa`, `ur`, `he`, `pa-Arab`. */
export function directionOf(language: string): Direction {
  const known = directions.get(language);
  if (known !== undefined) return known;
  const rtl = rightToLeft.test(new Intl.Locale(language).maximize().script ?? "");
  directions.set(language, rtl ? "rtl" : "ltr");
  return rtl ? "rtl" : "ltr";
}

const directions = new Map<string, Direction>();

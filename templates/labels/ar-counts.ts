// Arabic counting and the words of the Admiralty code: what the Arabic words need beyond a list.
import { writeNumber } from "./dates.ts";

const plural = new Intl.PluralRules("ar");

export type Forms = Readonly<Record<"one" | "two" | "few" | "many" | "other", string>>;

/** Arabic counts one and two by the word alone, and the noun's form follows the number. */
export function count(number: number, forms: Forms): string {
  const category = plural.select(number);
  if (category === "one" || category === "two") return forms[category];
  return `${writeNumber(number, "ar")} ${forms[category === "zero" ? "other" : category]}`;
}

export const bytes: Forms = { one: "بايت واحد", two: "بايتان", few: "بايتات", many: "بايتًا", other: "بايت" };
export const words: Forms = { one: "كلمة واحدة", two: "كلمتان", few: "كلمات", many: "كلمة", other: "كلمة" };
export const eventForms: Forms = {
  one: "حدث واحد",
  two: "حدثان",
  few: "أحداث",
  many: "حدثًا",
  other: "حدث",
};
export const quotations: Forms = {
  one: "الاقتباس المباشر الوحيد",
  two: "الاقتباسان المباشران",
  few: "اقتباسات مباشرة",
  many: "اقتباسًا مباشرًا",
  other: "اقتباس مباشر",
};

export const reliabilities: Readonly<Record<string, string>> = {
  A: "مصدر موثوق تمامًا",
  B: "مصدر موثوق عادةً",
  C: "مصدر موثوق إلى حد ما",
  D: "مصدر غير موثوق عادةً",
  E: "مصدر غير موثوق",
  F: "لا يمكن الحكم على موثوقية المصدر",
};

export const credibilities: Readonly<Record<number, string>> = {
  1: "الخبر مؤكد من مصادر أخرى",
  2: "الخبر مرجّح الصحة",
  3: "الخبر ممكن الصحة",
  4: "الخبر مشكوك في صحته",
  5: "الخبر مستبعد",
  6: "لا يمكن الحكم على صحة الخبر",
};

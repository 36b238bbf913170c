// The words of reading in place in Arabic.
import type { ReadingLabels } from "./reading.ts";

export const arabicReading: ReadingLabels = {
  inBrief: (name) => `نبذة: ${name}`,
  close: "إغلاق",
  own: "باسمه",
  inferredKey: "ما يتوقعه المصدر نفسه أو يستنتجه",
  ownKey: "ما ليس تحته خط: رواية المصدر نفسه، بما فيها توقعاته واستنتاجاته",
  buttonKey: "تفتح الشرح نفسه هنا",
  speakers: "المتحدثون",
  copyLink: "نسخ الرابط",
  linkCopied: "نُسخ الرابط",
  asTable: "الشكل في جدول",
  number: "الرقم",
  date: "التاريخ",
  event: "الحدث",
  quotedWords: "عدد الكلمات في الاقتباسات المباشرة",
};

// Words for the search index: cut where a script writes no spaces, and always back to the text as it was.
import { expect, test } from "vitest";
import { searchWords } from "../../scripts/render/search-words.ts";

test.each([
  ["plain words, don’t cut", "plain words, don’t cut"],
  ["外交部，北京。", "外 交 部， 北 京。"],
  ["（北京）の首相", "（ 北 京） の 首 相"],
  ["2024年5月", "2024 年 5 月"],
  ["평양에서 열린", "평 양 에 서 열 린"],
  ["ที่ไทย", "ที่ ไ ท ย"],
  ["والميناء الكبير", "وال ميناء ال كبير"],
  ["سُهيلة", "سُهيلة"],
  ["R&D 协议", "R&D 协 议"],
])("%s", (text, words) => {
  expect(searchWords(text).replaceAll("\u2060 ", " ")).toBe(words);
  expect(searchWords(text).replaceAll("\u2060 ", "")).toBe(text);
});

// Which faces a text gets: only those that have its characters, whatever their stylesheets claim.
import { expect, test } from "vitest";
import { readFonts } from "../../scripts/read/fonts.ts";
import { facesFor, fontCss, uncovered } from "../../scripts/render/fonts.ts";

const catalogue = await readFonts();

function familiesOf(text: string, languages: readonly string[]): readonly string[] {
  const families = facesFor(text, languages, catalogue).map(({ family }) => family);
  return [...new Set(families)].filter((family) => !family.startsWith("Source "));
}

test.each([
  ["plain ASCII", ["en"], []],
  ["Ωμέγα и Ёлка ễ", ["el", "ru", "vi"], []],
  ["سُهيلة", ["ar"], ["Noto Naskh Arabic"]],
  ["直 and 骨", ["ja"], ["Noto Serif JP"]],
  ["直 and 骨", ["en"], ["Noto Serif SC"]],
  ["20 ℃", ["en"], ["Noto Serif KR"]],
  ["20 ℃", ["zh"], ["Noto Serif KR"]],
] as const)("%s in %s", (text, languages, families) => {
  expect(familiesOf(text, languages)).toEqual(families);
});

test("a Han character that the families of the languages lack comes from another", () => {
  const text = "这个词";
  expect(uncovered(text, facesFor(text, ["ja"], catalogue))).toEqual([]);
});

test("what is claimed and not there is told", () => {
  const claimed = catalogue.filter(({ name }) => name.startsWith("noto-naskh-arabic-math"));
  expect(claimed.length).toBeGreaterThan(0);
  expect(uncovered("℃", claimed)).toEqual(["℃"]);
  expect(uncovered("ꙮ ℃ A", facesFor("ꙮ ℃ A", ["en"], catalogue)).filter((one) => one !== "ꙮ")).toEqual([]);
});

test("faces of many ranges name only characters that they have", () => {
  const text = "漢字 ℃";
  const css = fontCss(facesFor(text, ["ja"], catalogue), "fonts/", text);
  expect(css).toMatch(/Noto Serif JP[^}]*unicode-range:U\+5b57/);
});

// Who is quoted: words counted once and as the language divides them, every number printed, longer bars for more words.
import { describe, expect, it } from "vitest";
import { barsDrawing, countWords, type Share, sharesOf } from "../../scripts/figures/bars.ts";
import { full } from "../templates/edition/editions.ts";
import { faultsOf, labelsOf } from "./faults.ts";

const shares: readonly Share[] = [
  { speaker: "a", name: "Sergey Lavrov", words: 1234 },
  {
    speaker: "b",
    name: "The Permanent Representative of the Democratic People’s Republic of Korea to the United Nations",
    words: 30,
  },
  { speaker: "c", name: "金正恩", words: 1 },
  { speaker: "d", name: "Kartapolov", words: 0 },
];

describe("the bars", () => {
  it.each(["ltr", "rtl"] as const)("hold every name and number (%s)", (direction) => {
    const drawing = barsDrawing(shares, String, direction);
    if (drawing === null) throw new Error("nothing was drawn");
    expect(faultsOf(drawing)).toEqual([]);
    const said = labelsOf(drawing).map(({ text }) => text);
    for (const { name, words } of shares) {
      expect(said).toContain(String(words));
      for (const word of name.split(" ")) expect(said.join(" ")).toContain(word);
    }
    expect(drawing.shapes.filter(({ look }) => look === "bar")).toHaveLength(3);
  });

  it("are not drawn when no one is quoted in their own words", () => {
    expect(barsDrawing([], String, "ltr")).toBeNull();
    expect(barsDrawing([{ speaker: "a", name: "A", words: 0 }], String, "ltr")).toBeNull();
  });

  it("count direct words alone, the most quoted first", () => {
    const found = sharesOf(full);
    expect(found.map(({ words }) => words)).toEqual(found.map(({ words }) => words).sort((a, b) => b - a));
    const quoted = full.annotations.filter(({ body }) => body.kind === "quotation");
    expect(new Set(found.map(({ speaker }) => speaker)).size).toBe(found.length);
    expect(found).toHaveLength(
      new Set(quoted.map(({ body }) => body.kind === "quotation" && body.speaker)).size,
    );
    const direct = quoted.flatMap(({ body, text }) =>
      body.kind === "quotation" && body.form === "direct" ? [text ?? ""] : [],
    );
    const sum = direct.reduce((total, text) => total + countWords(text, "en"), 0);
    expect(found.reduce((total, { words }) => total + words, 0)).toBeLessThanOrEqual(sum);
  });

  it.each([
    ["don’t shoot", "en", 2],
    ["朝鲜半岛局势", "zh", 3],
    ["", "en", 0],
  ])("count %s", (text, language, words) => {
    expect(countWords(text, language)).toBe(words);
  });
});

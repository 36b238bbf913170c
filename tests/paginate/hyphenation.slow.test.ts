// Soft hyphens in a print: lines break at them, and yet each word is whole for who looks for it, copies it or hears it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { readPdfText } from "../../scripts/verify/pdf-text.ts";
import { findingLines } from "../support/content.ts";
import { packWith, printedOf, verified } from "../support/print.ts";

let paginator: Paginator;
beforeAll(async () => {
  paginator = await openPaginator();
}, 60_000);
afterAll(() => paginator.close());

const TEXTS: Readonly<Record<string, string>> = {
  en: "The establishment of intergovernmental cooperation notwithstanding disagreements regarding characteristics",
  de: "Die Zusammenarbeit der Außenministerien beschleunigte Verhandlungen über Raketenabwehrsysteme und Sicherheitsgarantien",
  fr: "Les gouvernements souhaitaient l’approfondissement extraordinaire de leurs communications institutionnelles",
  ru: "Представительство правительства предусматривает дополнительное сотрудничество и взаимодействие",
  pl: "Przedstawicielstwo dyplomatyczne odpowiedzialne za międzynarodowe porozumienia i współpracę",
  el: "Οι διαπραγματεύσεις των αντιπροσώπων περιλάμβαναν αλληλοεξαρτώμενες υποχρεώσεις και διευκρινίσεις",
  hu: "Megegyezésképtelenségünk kormányközi együttműködésünk elmélyítését lehetetlenné tette",
  fi: "Kansainvälisen yhteistyöjärjestelyn ulkoministeriöiden välinen neuvottelukierros peruuntui",
};

test.each(Object.entries(TEXTS))("in %s", { timeout: 60_000 }, async (language, text) => {
  const long = Array.from({ length: 24 }, (_none, at) => `${text}${at % 7 ? "," : "."}`).join(" ");
  const pack = await packWith({
    "packs/visit/pack.yaml": `title: A visit\ndate: 2023-10-19\nlanguage: ${language}\nsummary: "${text}"\nkey_points:\n  - text: "${text}"\n`,
    "packs/visit/annotations.yaml": `- {id: a, exact: AUKUS, suffix: and, box: aukus}\n- {id: n, exact: tonnes, note: "${text} ${text}"}\n`,
    "packs/visit/analysis.md": `${long}\n\n- ${long}\n- ${text}\n\n> ${text}\n`,
    "boxes/aukus.md": `---\ntitle: AUKUS\n---\n\n${long}\n`,
  });
  const printed = await printedOf(paginator, pack);
  expect(findingLines(verified(pack, printed))).toBe("");

  const pages = readPdfText(printed.pdf);
  const words = pages.flatMap((page) => page.words.map((word) => word.text));
  const broken = words.filter((word) => word.includes("\u00AD"));
  expect(broken.length).toBeGreaterThan(5);
  expect(broken.filter((word) => !/^[^\u00AD]+\u00AD$/.test(word))).toEqual([]);
  for (const page of pages) expect(page.words.at(-1)?.text).not.toMatch(/\u00AD$/);
  const whole = text.split(" ").filter((word) => word.length > 12);
  for (const word of whole) expect(words.some((one) => one.includes(word))).toBe(true);
});

test("the same bytes each time, and no soft hyphen in a pack whose language has no patterns", async () => {
  const { html } = await packWith({
    "packs/visit/pack.yaml":
      "title: A visit\ndate: 2023-10-19\nlanguage: ar\nsummary: Establishment of cooperation\n",
    "packs/visit/annotations.yaml": "- {id: p, exact: Pyongyang, place: pyongyang}\n",
    "packs/visit/analysis.md": "The establishment of intergovernmental cooperation.\n",
  });
  const prose = html.replace(/<article[\s\S]*<\/article>/, "");
  expect(prose).not.toContain("\u00AD");
  const pack = await packWith({});
  const [first, second] = [await printedOf(paginator, pack), await printedOf(paginator, pack)];
  expect(Buffer.from(first.pdf).equals(second.pdf)).toBe(true);
});

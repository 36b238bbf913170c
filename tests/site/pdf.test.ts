// The PDFs of the real packs, read back: everything that a reader is promised is on paper.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { produce } from "../../scripts/produce.ts";
import { type PdfPage, readPdfText } from "../../scripts/verify/pdf-text.ts";

const content = fileURLToPath(new URL("../../content", import.meta.url));

let files: ReadonlyMap<string, Uint8Array>;
let pages: readonly PdfPage[];

beforeAll(async () => {
  const wanted = { only: null, pdf: true, baseUrl: null, builtAt: null, jobs: 2 };
  const product = await produce(content, wanted, () => {});
  if (product.files === null) throw new Error(JSON.stringify(product.findings, null, 1));
  files = product.files;
  pages = readPdfText(pdf("lavrov-pyongyang-2023"));
}, 120_000);

function pdf(slug: string): Uint8Array {
  return files.get(`packs/${slug}/${slug}.pdf`) ?? new Uint8Array();
}

function textOf({ words }: PdfPage): string {
  return words.map(({ text }) => text).join(" ");
}

test("the marking stands at the head and the foot of every page", () => {
  for (const page of pages) {
    const marks = page.words.filter(({ text }) => text === "TLP:CLEAR").map(({ y }) => y);
    expect(Math.min(...marks)).toBeLessThan(page.height * 0.15);
    expect(Math.max(...marks)).toBeGreaterThan(page.height * 0.85);
  }
});

test("every page but the cover has its number, of all", () => {
  for (const page of pages.slice(1)) expect(textOf(page)).toContain(`${page.page} of ${pages.length}`);
});

test("the first page has the title, the date, the edition and the summary", () => {
  const [first] = pages;
  const text = first === undefined ? "" : textOf(first);
  for (const words of ["Lavrov in Pyongyang", "19 October 2023", "Edition 1", "Summary"])
    expect(text).toContain(words);
});

test("the article is there, and each box once, with its title on the page of its first lines", () => {
  const all = pages.map(textOf);
  expect(all.join(" ")).toContain("is expected to discuss on Thursday");
  for (const [title, opening] of [
    ["AUKUS", "AUKUS takes its name"],
    ["The Quad", "The Quad, short for"],
    ["The intergovernmental commission", "The Russian Foreign Ministry"],
  ] as const) {
    const page = all.find((text) => text.includes(opening));
    expect(page, title).toContain(title);
  }
});

test("the colophon has the hash of the source's own bytes", async () => {
  const article = await readFile(`${content}/packs/lavrov-pyongyang-2023/sources/tass/2023-10-19.txt`);
  const hash = createHash("sha256").update(article).digest("hex");
  const all = pages.map(textOf).join("");
  expect(all.replace(/\s/g, "")).toContain(hash);
});

test("all fonts are embedded", () => {
  for (const slug of ["lavrov-pyongyang-2023", "harbour-of-suhayla"]) {
    const raw = Buffer.from(pdf(slug)).toString("latin1");
    expect(raw).not.toMatch(/\/BaseFont\s*\/(Helvetica|Times|Courier|DejaVu|OpenSans)/);
  }
});

test("the second pack is on Letter, and its numerals and names are right to left", async () => {
  const arabic = readPdfText(pdf("harbour-of-suhayla"));
  expect(arabic.every(({ width, height }) => Math.abs(width - 612) < 1 && Math.abs(height - 792) < 1)).toBe(
    true,
  );
  expect(arabic.map(textOf).join(" ")).toContain("ميناء سُهيلة");
});

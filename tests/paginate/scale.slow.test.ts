// Hundreds of pages: every word, every number, and no more memory than a plain machine has.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { benchDocument } from "../../scripts/bench/document.ts";
import { costOf } from "../../scripts/bench/process-tree.ts";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { examine, job, times, wordMaker } from "./documents.ts";

let paginator: Paginator;
beforeAll(async () => {
  paginator = await openPaginator();
});
afterAll(() => paginator.close());

function book(chapters: number): string {
  const { words, note } = wordMaker();
  const contents = times(
    chapters,
    (n) => `<p><a href="#c${n}">${words(2)}</a> <span data-page-of="c${n}"></span></p>`,
  );
  const paragraph = (n: number) => `<p>${words(45)}${n % 4 ? "" : note(20)} ${words(45)}</p>`;
  const box = (n: number) =>
    n % 8 === 3 ? `<div class="box"><h2>${words(3)}</h2><p>${words(70)}</p></div>` : "";
  const text = times(
    chapters,
    (c) => `<section id="c${c}"><h1>${words(2)}</h1>${times(24, (n) => paragraph(n) + box(n))}</section>`,
  );
  return `<section class="cover"><p>${words(3)}</p></section><nav>${contents}</nav>${text}`;
}

test("two hundred pages", async () => {
  const { printed, words, faults } = await examine(paginator, job(book(40), "h1 { break-before: page }"));
  expect(printed.folios.length).toBeGreaterThan(200);
  expect(words.missing).toEqual([]);
  expect(words.extra).toEqual([]);
  expect(faults).toEqual([]);
});

/** Node and the browser together, while a document is printed, finished and held to every check. */
test.runIf(process.platform === "linux")("four hundred pages in a gigabyte and a half", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chancery-scale-"));
  try {
    const { html, files } = await benchDocument(397, "filled");
    for (const [path, bytes] of [...files, ["document.html", html] as const]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const worker = fileURLToPath(new URL("../../scripts/bench/worker.ts", import.meta.url));
    const command = [process.execPath, worker, "finished", folder, join(folder, "out.pdf")];
    const { memory, stdout } = await costOf(command, process.env);
    expect(JSON.parse(stdout)).toMatchObject({ faults: [] });
    expect(memory).toBeGreaterThan(1e8);
    expect(memory).toBeLessThan(1.5e9);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("a warm tab forgets each document: the thirtieth is printed like the first", async () => {
  const document = job(book(1));
  const first = await paginator.print(document);
  for (let turn = 0; turn < 28; turn += 1)
    await paginator.print(job(book(1), `p { margin-left: ${turn}pt }`));
  const last = await paginator.print(document);
  expect(Buffer.from(last.pdf).equals(first.pdf)).toBe(true);
});

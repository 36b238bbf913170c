// What the printed pages promise: true numbers, numbered notes, repeated table heads, the same bytes, no network.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultFacts } from "../../scripts/paginate/finish/facts.ts";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { examine, job, times, wordMaker } from "./documents.ts";

const { words, note } = wordMaker();
let paginator: Paginator;
beforeAll(async () => {
  paginator = await openPaginator();
}, 60_000);
afterAll(() => paginator.close());

function book(chapters: number): string {
  const contents = times(
    chapters,
    (n) => `<p><a href="#c${n}">Chapter ${words(1)}</a> <span data-page-of="c${n}"></span></p>`,
  );
  const text = times(
    chapters,
    (n) =>
      `<section id="c${n}"><h1>${words(3)}</h1>${times(9, () => `<p>${words(90)}${note(9)}</p>`)}</section>`,
  );
  return `<section class="cover"><p>${words(3)}</p></section><nav>${contents}</nav>${text}`;
}

describe("numbers", () => {
  test("contents, folios and named pages agree with the PDF", async () => {
    const {
      printed,
      pages,
      words: report,
      faults,
    } = await examine(paginator, job(book(6), "h1 { break-before: page }"));
    expect(faults).toEqual([]);
    expect(report.missing).toEqual([]);
    const { folios } = printed;
    expect(folios[0]).toMatchObject({ page: 1, label: "", name: "cover" });
    expect(folios[1]).toMatchObject({ page: 2, label: "2", name: "" });
    for (let chapter = 0; chapter < 6; chapter += 1) {
      const starts = folios.filter(({ ids }) => ids.includes(`c${chapter}`));
      expect(starts).toHaveLength(1);
      expect(pages[(starts[0]?.page ?? 0) - 1]?.words.length).toBeGreaterThan(50);
    }
    const folio = pages
      .at(-1)
      ?.words.slice(-3)
      .concat(pages.at(-1)?.words.slice(0, 6) ?? []);
    expect(folio?.map(({ text }) => text).join(" ")).toContain(`${pages.length} of ${pages.length}`);
  });

  test("notes are numbered without a gap, each call before its note", async () => {
    const { pages } = await examine(paginator, job(times(90, () => `<p>${words(40)} ${note(6)}</p>`)));
    const small = pages.flatMap(({ words: list }) => list.filter(({ text }) => /^\d+\.$/.test(text)));
    expect(small.map(({ text }) => Number.parseInt(text, 10))).toEqual(
      Array.from({ length: 90 }, (_none, n) => n + 1),
    );
  });

  test("a reference to nothing is reported", async () => {
    const { printed, faults } = await examine(
      paginator,
      job(`<p>${words(9)} <span data-page-of="nowhere"></span></p>`),
    );
    expect(printed.dangling).toEqual(["nowhere"]);
    expect(faults.map(({ kind }) => kind)).toEqual(["page-reference"]);
  });
});

test("the head of a table stands on each of its pages", async () => {
  const rows = times(120, () => `<tr><td>${words(3)}</td><td>${words(9)}</td></tr>`);
  const { pages } = await examine(
    paginator,
    job(`<table><thead><tr><th>Alpha</th><th>Beta</th></tr></thead><tbody>${rows}</tbody></table>`),
  );
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page.words.map(({ text }) => text)).toContain("Alpha");
});

describe("the same bytes", () => {
  test("in a used tab and in another browser, with the time that was asked for", {
    timeout: 30_000,
  }, async () => {
    const facts = {
      ...defaultFacts({ title: "Test", language: "en", elements: [], targets: {}, body: [], notes: [] }),
      time: "2023-10-19T12:00:00Z",
    };
    const document = { ...job(book(3)), facts };
    const first = await paginator.print(document);
    const second = await paginator.print(document);
    const other = await openPaginator();
    try {
      const third = await other.print(document);
      expect(Buffer.from(second.pdf).equals(first.pdf)).toBe(true);
      expect(Buffer.from(third.pdf).equals(first.pdf)).toBe(true);
    } finally {
      await other.close();
    }
    expect(Buffer.from(first.pdf).toString("latin1")).toContain(
      "<xmp:ModifyDate>2023-10-19T12:00:00Z</xmp:ModifyDate>",
    );
  });
});

test("nothing is fetched from the network", async () => {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${at}/x`;
  const body = `<p>Safe <img src="${url}" alt=""><iframe src="${url}"></iframe><object data="${url}"></object><embed src="${url}"><svg><image href="${url}"/></svg><video src="${url}" poster="${url}"></video><link rel="preload" href="${url}" as="style"><meta http-equiv="refresh" content="0;url=${url}"><script>new WebSocket("ws://${at}/x");fetch("${url}")</script><img src="x" alt="" onerror="fetch('${url}')"></p>`;
  const style = `@import url(${url}); p { background: url(${url}); list-style-image: url(${url}) } @font-face { font-family: Far; src: url(${url}) }`;
  const outcome = await paginator.print(job(`<style>${style}</style>${body}`)).then(
    () => "printed",
    (error: Error) => error.message,
  );
  server.close();
  expect(hits).toBe(0);
  expect(outcome).toMatch(/^printed$|^test: /);
  const next = await examine(paginator, job(`<p>${words(9)}</p>`));
  expect(next.words.missing).toEqual([]);
});

test("an error names the document", async () => {
  const lost = { ...job("<p>Text</p>", "", "my-pack"), files: new Map<string, Uint8Array>() };
  await expect(paginator.print(lost)).rejects.toThrow(/^my-pack: The style sheet print.css is not among/);
});

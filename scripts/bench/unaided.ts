// Prints a document without Chancery's paginator: with stock Paged.js 0.4.3, or with nothing but the browser.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import type { BenchDocument } from "./document.ts";

const ORIGIN = "http://bench.invalid/";
const LIBRARY = join(
  dirname(dirname(createRequire(import.meta.url).resolve("pagedjs"))),
  "dist",
  "paged.polyfill.min.js",
);

export async function printOwn(browser: Browser, document: BenchDocument): Promise<Uint8Array> {
  return pdfOf(await open(browser, document));
}

export async function printStock(browser: Browser, document: BenchDocument): Promise<Uint8Array> {
  const page = await open(browser, document);
  await page.evaluate("globalThis.PagedConfig = { auto: false }");
  await page.evaluate(await readFile(LIBRARY, "utf8"));
  await page.evaluate("PagedPolyfill.preview().then(() => true)");
  return pdfOf(page);
}

async function open(browser: Browser, { html, files }: BenchDocument): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    const bytes = url === ORIGIN ? new TextEncoder().encode(html) : files.get(url.slice(ORIGIN.length));
    const contentType = url === ORIGIN ? "text/html" : url.endsWith(".css") ? "text/css" : "font/woff2";
    if (bytes) void request.respond({ status: 200, contentType, body: Buffer.from(bytes) });
    else void request.abort("blockedbyclient");
  });
  await page.goto(ORIGIN, { waitUntil: "load", timeout: 0 });
  return page;
}

function pdfOf(page: Page): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
  });
}

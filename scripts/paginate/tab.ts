// One warm tab: a page with nothing on it where Paged.js lays out one document after another, all from memory.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type { Browser, HTTPRequest, Page } from "puppeteer-core";
import { installAmounts } from "./in-page/amounts.ts";
import { installDetaching } from "./in-page/detaching.ts";
import type { PageReply, PageRequest } from "./in-page/exchange.ts";
import { installFirstLetters } from "./in-page/first-letters.ts";
import { identify } from "./in-page/identify.ts";
import { installLooks } from "./in-page/looks.ts";
import { writeNoteNumbers } from "./in-page/note-numbers.ts";
import { installNotes } from "./in-page/notes.ts";
import { installOverflow } from "./in-page/overflow.ts";
import type { InPage } from "./in-page/paged.ts";
import { type PrintedDocument, received } from "./in-page/printed.ts";
import { installProgress } from "./in-page/progress.ts";
import { layOut } from "./in-page/run.ts";
import { installShells } from "./in-page/shells.ts";
import { installTableHeads } from "./in-page/table-heads.ts";
import { installTokens } from "./in-page/tokens.ts";

const ORIGIN = "http://pack.invalid/";
const LIBRARY = join(
  dirname(dirname(createRequire(import.meta.url).resolve("pagedjs"))),
  "dist",
  "paged.min.js",
);
const HANDLERS = [
  installNotes,
  installOverflow,
  installTokens,
  installProgress,
  installAmounts,
  installShells,
  installDetaching,
  installTableHeads,
  installLooks,
  installFirstLetters,
];

const POLICY = `default-src 'none'; style-src ${ORIGIN} 'unsafe-inline'; font-src ${ORIGIN} data:; img-src ${ORIGIN} data:; base-uri 'none'; form-action 'none'`;

/**
 * Layout and printing see the same media and pages of the same fixed size, so that Chromium prints the layout that it
 * has instead of making another. Each page is painted by itself: else Chromium looks through all pages to paint one.
 */
const SHELL_STYLE = ["", "right", "left"]
  .map((side) => {
    const name = side ? `.pagedjs_${side}_page` : "";
    const height = `var(--pagedjs-height${side ? `-${side}` : ""})`;
    return `.pagedjs_pages > .pagedjs_page${name} { contain: size layout paint; height: ${height} !important; min-height: 0 !important; max-height: none !important }`;
  })
  .join("\n");
const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}"><style data-pagedjs-ignore>${SHELL_STYLE}</style><title></title></head><body></body></html>`;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".otf": "font/otf",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".gif": "image/gif",
};

export type TabJob = { readonly html: string; readonly files: ReadonlyMap<string, Uint8Array> };
export type TabPrint = PageReply & { readonly pdf: Uint8Array; readonly document: PrintedDocument };

/** The document, not the browser, is why there is no PDF. */
export class DocumentFault extends Error {
  override name = "DocumentFault";
}

export type Tab = {
  /** Rejects with a DocumentFault over the document, with another error when the tab or the browser dies. */
  print(job: TabJob): Promise<TabPrint>;
  /** Calls `hear` when the tab crashes or has crashed, until what this returns is called. */
  onCrash(hear: (cause: Error) => void): () => void;
};

export async function openTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  const served = new Map<string, Uint8Array>();
  page.on("request", (request) => void answer(request, served).catch(ignoreGoneTab));
  const hearers = new Set<(cause: Error) => void>();
  let crash: Error | undefined;
  const crashed = (cause: Error) => {
    crash ??= cause;
    for (const hear of hearers) hear(crash);
  };
  page.once("error", crashed);
  browser.once("disconnected", () => crashed(new Error("The browser ended by itself")));
  await page.setRequestInterception(true);
  await page.emulateMediaType("print");
  // Going to an address would start another process for it.
  await page.setContent(SHELL, { waitUntil: "domcontentloaded" });
  await page.evaluate(prepare);
  await page.evaluate(await readFile(LIBRARY, "utf8"));
  await page.evaluate(takeLibrary);
  for (const install of HANDLERS) await page.evaluate(install);
  return {
    print: (job) => print(page, served, job),
    onCrash(hear) {
      hearers.add(hear);
      if (crash) hear(crash);
      return () => void hearers.delete(hear);
    },
  };
}

async function print(page: Page, served: Map<string, Uint8Array>, job: TabJob): Promise<TabPrint> {
  const base = `${ORIGIN}${digest(job.files)}/`;
  served.clear();
  for (const [path, bytes] of job.files) served.set(new URL(path, base).href, bytes);
  const sheets = [...job.files].filter(([path]) => extname(path) === ".css");
  const decoder = new TextDecoder();
  const reply = await page.evaluate(layOut, {
    html: job.html,
    base,
    sheets: Object.fromEntries(sheets.map(([path, bytes]) => [path, decoder.decode(bytes)])),
  });
  if ("fault" in reply) throw new DocumentFault(reply.fault);
  await page.evaluate(writeNoteNumbers);
  // As one text: the browser takes much longer to hand over thousands of objects one by one.
  const sent = await page.evaluate<[], () => string>(`{
  addEventListener("beforeprint", ${sparePages}, { once: true });
  addEventListener("beforeprint", ${showPages}, { once: true });
  addEventListener("afterprint", ${clear}, { once: true });
  JSON.stringify((${identify})());
}`);
  const document = received(JSON.parse(sent));
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
  });
  return { ...reply, pdf, document };
}

/**
 * The same layout as one script, for a page of nothing in a visitor's browser. `base` is where the document's files stand
 * on the server that the page comes from.
 */
export async function pageScript({ html, base, sheets }: PageRequest): Promise<string> {
  const request = JSON.stringify({ html, sheets });
  return [
    `(${prepare})()`,
    await readFile(LIBRARY, "utf8"),
    `(${takeLibrary})()`,
    ...HANDLERS.map((install) => `(${install})()`),
    `(${layOut})({ ...${request}, base: new URL(${JSON.stringify(base)}, location.href).href }).then((reply) => {
  if ("fault" in reply) document.body.textContent = reply.fault;
  else {
    (${writeNoteNumbers})();
    (${showPages})();
  }
  document.documentElement.dataset.pages = "fault" in reply ? "none" : String(reply.folios.length);
})`,
  ].join(";\n");
}

/** Files of the same content have the same address, so that the tab can keep its fonts from job to job. */
function digest(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex").slice(0, 16);
}

async function answer(request: HTTPRequest, served: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const url = request.url();
  const bytes = served.get(url);
  if (bytes) {
    const contentType = TYPES[extname(new URL(url).pathname).toLowerCase()] ?? "application/octet-stream";
    const headers = { "access-control-allow-origin": "*" };
    await request.respond({ status: 200, contentType, headers, body: Buffer.from(bytes) });
  } else if (url.startsWith("data:")) {
    await request.continue();
  } else {
    await request.abort("blockedbyclient");
  }
}

/** A tab that closes while it waits for a file needs none; `onCrash` tells whoever prints. */
function ignoreGoneTab(_cause: unknown): void {}

/** Runs in the tab, before Paged.js: pages are watched by Chancery, not by an observer that answers too late. */
function prepare(): void {
  Object.assign(globalThis, { ResizeObserver: undefined, chancery: {} });
}

/** Runs in the tab: the library's browser build names itself one way or the other. */
function takeLibrary(): void {
  const scope = globalThis as unknown as { Paged?: unknown; PagedModule?: unknown };
  scope.Paged ??= scope.PagedModule;
}

/** Runs in the tab: such pages are styled while they are printed, and not for the screen before and afterwards. */
function sparePages(): void {
  const { chancery } = globalThis as unknown as InPage;
  for (const page of chancery.finished.querySelectorAll<HTMLElement>(".pagedjs_page"))
    page.style.setProperty("content-visibility", "auto");
}

/** Runs in the tab, once all is written into the pages; right before they are printed, or they are laid out for the screen. */
function showPages(): void {
  const { chancery } = globalThis as unknown as InPage;
  chancery.previewer?.chunker.pagesArea.append(chancery.finished);
}

/** Runs in the tab: what is not there is not laid out for the screen again. */
function clear(): void {
  document.body.replaceChildren();
}

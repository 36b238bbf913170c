// npm run picture: the README's picture, the first screen of a briefing beside two of its printed pages, from what `npm run build` published.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { HTTPRequest } from "puppeteer-core";
import { briefingPath, pdfPath } from "../templates/paths.ts";
import { EnvironmentError, runCommand } from "./command/command.ts";
import { commonFlags } from "./command/options.ts";
import { findBrowser, startBrowser } from "./paginate/browser.ts";
import { drawPicture, type Sheet } from "./picture/draw.ts";
import { indexedPng } from "./picture/indexed-png.ts";

const slug = "lavrov-pyongyang-2023";
const target = fileURLToPath(new URL("../README.png", import.meta.url));
const origin = "http://picture.invalid/";
const size = { width: 1600, height: 960 };
const screen = { width: 1100, height: 1100 };

/** Where the screen and the pages stand, in the order in which they are laid down; `holds` finds a page by its words. */
const sheets: readonly Sheet[] = [
  { from: "screen", holds: "", left: 50, top: 50, width: 860 },
  { from: "pdf", holds: "Korean Peninsula problems", left: 936, top: 50, width: 400 },
  { from: "pdf", holds: "imply no position", left: 1150, top: 344, width: 400 },
];

await runCommand({
  usage: "npm run picture -- [--site DIR]",
  flags: { ...commonFlags, site: { type: "string", help: "DIR     a built site (_site)" } },
  positionals: 0,
  async run(options) {
    const site = resolve(String(options.values.site ?? "_site"));
    const pdf = await readFile(join(site, pdfPath(slug))).catch((cause: unknown) => {
      throw new EnvironmentError(`${site} has no ${pdfPath(slug)}: run npm run build first`, { cause });
    });
    const png = await picture(pathToFileURL(join(site, briefingPath(slug))).href, pdf);
    await writeFile(target, png);
    const text = `README.png: ${Math.round(png.length / 1000)} kB`;
    return { findings: [], folder: site, json: () => ({ bytes: png.length }), text };
  },
});

async function picture(address: string, pdf: Uint8Array): Promise<Uint8Array> {
  const handle = await startBrowser(await findBrowser());
  try {
    const briefing = await handle.browser.newPage();
    await briefing.setViewport(screen);
    await briefing.goto(address, { waitUntil: "networkidle0" });
    const shot = await briefing.screenshot();
    const { resolve: find } = createRequire(import.meta.url);
    const files = new Map<string, readonly [string, Uint8Array]>([
      ["", ["text/html", new TextEncoder().encode("<!doctype html><title>picture</title>")]],
      ["screen.png", ["image/png", shot]],
      ["pack.pdf", ["application/pdf", pdf]],
      ["pdf.mjs", ["text/javascript", await readFile(find("pdfjs-dist/build/pdf.min.mjs"))]],
      ["worker.mjs", ["text/javascript", await readFile(find("pdfjs-dist/build/pdf.worker.min.mjs"))]],
    ]);
    const page = await handle.browser.newPage();
    await page.setRequestInterception(true);
    page.on("request", (request: HTTPRequest) => {
      const [contentType, body] = files.get(request.url().slice(origin.length)) ?? [];
      if (contentType === undefined || body === undefined) void request.abort();
      else void request.respond({ contentType, body: Buffer.from(body) });
    });
    await page.goto(origin);
    const { palette, indices } = await page.evaluate(drawPicture, { ...size, sheets });
    return indexedPng(size.width, size.height, palette, Buffer.from(indices, "base64"));
  } finally {
    await handle.close();
  }
}

// Changes of the tool while dev runs: styles are swapped, templates take effect, and nobody who watches loses the connection.
import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

let copy: string;
let dev: ChildProcess;
let url: string;
let heard = "";
let ended = false;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "chancery-tool-"));
  for (const name of ["scripts", "templates", ".eleventy.ts", "package.json", "package-lock.json"])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  for (const [path, text] of siteContent(2)) {
    await mkdir(join(copy, "content", path, ".."), { recursive: true });
    await writeFile(join(copy, "content", path), text);
  }
  dev = spawn(process.execPath, [join(copy, "scripts/dev.ts"), "--no-pdf"], { cwd: copy });
  url = await new Promise<string>((done) => dev.stdout?.once("data", (chunk) => done(String(chunk).trim())));
  const reader = (await fetch(`${url}.chancery/events`)).body
    ?.pipeThrough(new TextDecoderStream())
    .getReader();
  const listen = async () => {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      heard += value ?? "";
      if (done) break;
    }
    ended = true;
  };
  listen().catch(() => (ended = true));
}, 60_000);

afterAll(async () => {
  dev.kill("SIGTERM");
  await new Promise((done) => dev.once("close", done));
  await rm(copy, { recursive: true });
});

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const full = join(copy, path);
  await writeFile(full, change(await readFile(full, "utf8")));
}

const soon = { timeout: 60_000, interval: 100 };
const page = async () => await (await fetch(`${url}index.html`)).text();

test("a style is swapped by its new name, which is there, and the page is not loaded again", async () => {
  await expect.poll(page, soon).toContain("<h1");
  await expect.poll(() => heard, soon).toMatch(/event: (?:built|state)/);
  const [, before = ""] = /href="(assets\/[^"]*\.css)"/.exec(await page()) ?? [];
  heard = "";
  await edit("templates/assets/tokens.css", (css) => `${css}\n:root { --seen: 1 }\n`);
  const changes = () =>
    [...heard.matchAll(/event: changed\ndata: (.*)\n/g)].map(([, data = ""]) => JSON.parse(data));
  const successor = () =>
    (changes().flatMap(({ styles }) => styles) as (readonly [string, string])[]).find(
      ([old]) => old === before,
    )?.[1];
  // The first build may still be telling of what spans packs.
  await expect.poll(successor, soon).toBeDefined();
  const now = successor();
  expect(await (await fetch(url + now)).text()).toContain("--seen");
  await expect.poll(page, soon).toContain(`href="${now}"`);
  expect(
    changes()
      .flatMap(({ paths }) => paths)
      .filter((path: string) => path.endsWith(".html")),
  ).toEqual([]);
});

test("a template takes effect, a broken one is told, and the connection stays", async () => {
  const path = "templates/pages/index.ts";
  const good = await readFile(join(copy, path), "utf8");
  heard = "";
  await edit(path, (text) => text.replace("html`<h1>", "html`<h1 data-new>"));
  await expect.poll(page, soon).toContain("<h1 data-new>");
  heard = "";
  await writeFile(join(copy, path), `${good}\nthis is no script`);
  await expect.poll(() => heard, soon).toMatch(/"failure":"[^"]*Error/);
  expect(await page()).toContain("<h1 data-new>");
  await writeFile(join(copy, path), good);
  await expect.poll(page, soon).not.toContain("<h1 data-new>");
  expect(ended).toBe(false);
});

test("the paged view has the print document and the script that lays it out", async () => {
  const view = await fetch(`${url}packs/pack-00001/print/`);
  expect(view.status).toBe(200);
  expect(await view.text()).toContain('src="layout.js"');
  const script = await (await fetch(`${url}packs/pack-00001/print/layout.js`)).text();
  expect(() => new Function(script)).not.toThrow();
  expect(script).toContain("Paged");
  expect((await fetch(`${url}packs/none/print/`)).status).toBe(404);
});

test("a paged view that is asked for while the builder is started anew is answered by the new one", async () => {
  for (const pause of [0, 30, 60, 200, 800]) {
    await edit("templates/pages/index.ts", (text) => `${text}\n// Seen again.\n`);
    await new Promise((done) => setTimeout(done, pause));
    const answer = await fetch(`${url}packs/pack-00000/print/`, { signal: AbortSignal.timeout(30_000) });
    expect(answer.status).toBe(200);
  }
});

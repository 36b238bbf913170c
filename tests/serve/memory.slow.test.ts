// What dev holds in memory after days of edits: as many values, files and facts as before them, whatever came and went.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { mixedDay } from "../../scripts/bench/site/mixed.ts";
import { hasErrors } from "../../scripts/model/finding.ts";
import { keptSite } from "../../scripts/rebuild/kept-site.ts";
import { readKit } from "../../scripts/rebuild/kit.ts";
import { openRemainder } from "../../scripts/rebuild/remainder.ts";
import { openSession } from "../../scripts/rebuild/session.ts";
import { openStore } from "../../scripts/rebuild/store.ts";
import { temporaryFolder } from "../support/content.ts";

const days = 6;

/** MB of the heap once everything is gone that nothing holds. */
async function heap(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let turn = 0; turn < 4; turn++) {
    collect();
    await wait(20);
  }
  return process.memoryUsage().heapUsed / 1e6;
}

test("packs, boxes and people that came and went, and faults that were mended, leave nothing behind", async () => {
  const folder = await temporaryFolder();
  const content = join(folder, "content");
  const files = siteContent(4);
  const put = async (path: string, text: string | null) => {
    const full = join(content, path);
    if (text === null) return await rm(full);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text);
  };
  for (const [path, text] of files) await put(path, text);
  const site = keptSite(join(folder, "site"));
  const kit = await readKit();
  const store = openStore(join(folder, "store"));
  const told = { builtAt: null, baseUrl: null, only: null, pdf: false };
  const session = openSession(content, site, { told, kit, store });
  const { graph } = session.line;
  const remainder = openRemainder(graph, site, store);
  const build = async (changed: ReadonlySet<string> | null) => {
    const { findings } = await session.rebuild(changed);
    if (hasErrors(findings)) return false;
    await remainder.search(kit.tool);
    await remainder.manifest();
    return true;
  };
  await build(null);
  const marks: { values: number; paths: string; heap: number }[] = [];
  for (let day = 0; day < days; day++) {
    const broken: string[] = [];
    for (const { what, files: edited } of mixedDay(files, day)) {
      for (const [path, text] of edited) await put(path, text);
      if (!(await build(new Set(edited.keys())))) broken.push(what);
    }
    expect(broken).toEqual(["a fault", "the box gone while it is used", "a broken register"]);
    const paths = [...site.paths.keys()].filter((path) => !path.includes("pagefind")).sort();
    marks.push({ values: graph.size, paths: paths.join("\n"), heap: await heap() });
  }
  const [first, ...later] = marks;
  expect(first?.values).toBeGreaterThan(200);
  for (const { values, paths } of later) {
    expect(values).toBe(first?.values);
    expect(paths).toBe(first?.paths);
  }
  // What V8 compiles may grow for a while; pages or fonts that stay would be far more.
  expect((marks.at(-1)?.heap ?? 0) - (marks[1]?.heap ?? 0)).toBeLessThan(8);
});

test("a template is imported once, however many pages it renders and how often", async () => {
  const { renderRoutes } = await import("../../scripts/render/eleventy.ts");
  const { registerHooks } = await import("node:module");
  const seen: string[] = [];
  const hooks = registerHooks({
    load(url, context, next) {
      if (url.includes("/templates/pages.11ty.ts")) seen.push(url);
      return next(url, context);
    },
  });
  for (let turn = 0; turn < 5; turn++)
    expect(await renderRoutes(new Map([["a/index.html", () => `<p>${turn}</p>`]]))).toEqual(
      new Map([["a/index.html", `<p>${turn}</p>`]]),
    );
  hooks.deregister();
  expect(new Set(seen).size).toBeLessThan(2);
});

// kill -9 at every operation of a publish, and at moments all over a build: the old site or the new one, whole.
import { spawn, spawnSync } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { readPublished } from "../../scripts/read/published.ts";
import { verifyPublished } from "../../scripts/verify/published.ts";
import { stockFolder, temporaryFolder } from "../support/content.ts";
import { manifestFor } from "../support/manifest.ts";

const file = (name: string) => new URL(name, import.meta.url).pathname;
const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { encoding: "utf8" });

async function siteOf(word: string): Promise<string> {
  const folder = join(await temporaryFolder(), word);
  const files = new Map(
    ["index.html", `assets/${word}.css`, "packs/a/index.html", "packs/b/index.html"].map((path) => [
      path,
      new TextEncoder().encode(`${word} ${path}`),
    ]),
  );
  const manifest = new TextEncoder().encode(JSON.stringify(manifestFor(files)));
  for (const [path, bytes] of [...files, ["manifest.json", manifest] as const]) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

/** The first word of the page, once every file is as its manifest says; null where there is no site. */
async function wordOf(folder: string): Promise<string | null> {
  const site = await readPublished(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return null;
    throw cause;
  });
  if (site === null) return null;
  expect(verifyPublished(site.manifest, site.files, site.kept)).toEqual([]);
  return new TextDecoder().decode(site.files.get("index.html")).split(" ")[0] ?? null;
}

test.each([
  ["build", (to: string) => to, [".site.previous"]],
  ["release", (to: string) => join(to, "current"), []],
] as const)("a %s killed at each of its operations", async (what, served, moved) => {
  const [old, fresh, later] = [await siteOf("old"), await siteOf("new"), await siteOf("later")];
  for (let at = 1; ; at++) {
    const to = join(await temporaryFolder(), "site");
    run(file("killed.ts"), what, old, to, "0");
    const { signal } = run(file("killed.ts"), what, fresh, to, String(at));
    const beside = join(to, "..", moved[0] ?? "none");
    expect(["old", "new"]).toContain((await wordOf(served(to))) ?? (await wordOf(beside)));
    expect(run(file("killed.ts"), what, later, to, "0").status).toBe(0);
    expect(await wordOf(served(to))).toBe("later");
    expect((await readdir(join(to, ".."))).filter((name) => name !== "site")).toEqual([]);
    if (signal === null) {
      expect(at).toBeGreaterThan(15);
      break;
    }
  }
});

test("builds killed at moments all over their run", async () => {
  const out = join(await temporaryFolder(), "site");
  const args = [file("../../scripts/build.ts"), "--content", stockFolder, "--out", out, "--no-pdf"];
  const start = performance.now();
  expect(run(...args).status).toBe(0);
  const whole = performance.now() - start;
  for (let moment = 1; moment <= 40; moment++) {
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    const ended = new Promise((done) => child.on("close", done));
    await wait((whole * moment) / 38);
    child.kill("SIGKILL");
    await ended;
    const site =
      (await readPublished(out).catch(() => null)) ?? (await readPublished(join(out, "../.site.previous")));
    expect(site && verifyPublished(site.manifest, site.files)).toEqual([]);
  }
  expect(run(...args).status).toBe(0);
  expect((await readdir(join(out, ".."))).sort()).toEqual(["site"]);
});

test("five builds at once on one output: one whole result, and clear words from the rest", async () => {
  const out = join(await temporaryFolder(), "site");
  const args = [file("../../scripts/build.ts"), "--content", stockFolder, "--out", out, "--no-pdf"];
  const runs = Array.from(
    { length: 5 },
    () =>
      new Promise<{ status: number | null; words: string }>((done) => {
        const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
        let words = "";
        child.stderr.on("data", (chunk) => (words += chunk));
        child.on("close", (status) => done({ status, words }));
      }),
  );
  const ends = await Promise.all(runs);
  expect(ends.some(({ status }) => status === 0)).toBe(true);
  for (const { status, words } of ends) {
    if (status === 0) continue;
    expect(status).toBe(2);
    expect(words).toContain("is writing to the same folder");
  }
  const site = await readPublished(out);
  expect(site && verifyPublished(site.manifest, site.files)).toEqual([]);
});

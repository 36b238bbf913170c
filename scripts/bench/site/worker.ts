// One measurement in a process of its own: `worker.ts <what> <content> <folder> <packs>` prints what it cost as JSON.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packSlug } from "./content.ts";

const [what = "", content = "", folder = "", count = "0"] = process.argv.slice(2);
const packs = Number(count);
const nothing = { builtAt: null, baseUrl: null, only: null, pdf: false, bare: what === "pages" };

async function session(store: boolean) {
  const { keptSite } = await import("../../rebuild/kept-site.ts");
  const { readKit } = await import("../../rebuild/kit.ts");
  const { openSession } = await import("../../rebuild/session.ts");
  const { openStore } = await import("../../rebuild/store.ts");
  const options = {
    told: nothing,
    kit: await readKit(),
    store: store ? openStore(join(folder, "store")) : null,
  };
  return openSession(content, keptSite(join(folder, "site")), options);
}

/** Milliseconds until the pack's own pages are on the disk, and until all pages are. */
type Edit = { readonly own: number; readonly all: number };

async function edits(rounds: number, kind: string): Promise<readonly Edit[]> {
  const line = await session(false);
  await line.rebuild(null);
  const times: Edit[] = [];
  for (let round = 0; round < rounds; round++) {
    const slug = packSlug((round * 37) % packs);
    const path = edited[kind]?.path(slug) ?? "";
    const full = join(content, path);
    const before = await readFile(full, "utf8");
    await writeFile(full, edited[kind]?.change(before, round) ?? before);
    const start = performance.now();
    let own = 0;
    const { changed } = await line.rebuild(new Set([path]), () => {
      own = performance.now() - start;
    });
    const all = performance.now() - start;
    if (changed.length === 0) throw new Error(`${kind} changed nothing`);
    times.push({ own: own === 0 ? all : own, all });
  }
  return times;
}

const edited: Readonly<
  Record<string, { path(slug: string): string; change(text: string, round: number): string }>
> = {
  body: {
    path: (slug) => `packs/${slug}/pack.yaml`,
    change: (text, round) => text.replace(/^assessment: .*/m, `assessment: Seen again ${round}.`),
  },
  title: {
    path: (slug) => `packs/${slug}/pack.yaml`,
    change: (text, round) => text.replace(/^title: .*/m, `title: Renamed ${round}`),
  },
  box: {
    path: () => "boxes/box-ban.md",
    change: (text, round) => text.replace(/^title: .*/m, `title: Renamed ${round}`),
  },
  person: {
    path: () => "register/people.yaml",
    change: (text, round) => text.replace(/(person-ban:\n {2}name: ).*/, `$1Renamed ${round}`),
  },
};

async function run(): Promise<object> {
  if (what === "floor")
    return { pages: await (await import("./floor.ts")).buildFloor(content, join(folder, "site"), packs) };
  if (what === "plain")
    return { pages: await (await import("./plain-eleventy.ts")).buildPlain(content, join(folder, "site")) };
  if (what === "cold" || what === "kept" || what === "pages") {
    const line = await session(what === "kept");
    const { changed, rendered, findings } = await line.rebuild(null);
    if (findings.length > 0) throw new Error(JSON.stringify(findings[0]));
    return {
      pages: changed.filter((path) => path.endsWith(".html")).length,
      files: changed.length,
      rendered: rendered.length,
    };
  }
  return { edits: await edits(40, what) };
}

const result = await run();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    ...result,
    cpu: Math.round((userCPUTime + systemCPUTime) / 1000),
    wall: Math.round(performance.now()),
    memory: Math.round(maxRSS / 1024),
  }),
);

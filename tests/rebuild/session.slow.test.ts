// Rebuilding goes exactly as far as a change reaches, and gives what a clean build gives.
import { readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { readKit, type WholeKit } from "../../scripts/rebuild/kit.ts";
import { temporaryFolder } from "../support/content.ts";
import { lay, openKept } from "./kept.ts";
import { editAndCompare } from "./metamorphic.ts";

let kit: WholeKit;
beforeAll(async () => {
  kit = await readKit();
});

async function opened(packs: number) {
  const folder = await temporaryFolder();
  await lay(folder, new Map(), siteContent(packs));
  const kept = openKept(folder, kit);
  expect((await kept.session.rebuild(null)).findings).toEqual([]);
  const edit = async (path: string, change: (text: string) => string) => {
    const full = join(folder, path);
    await writeFile(full, change(await readFile(full, "utf8")));
    return await kept.session.rebuild(new Set([path]));
  };
  return { folder, kept, edit };
}

const html = (paths: readonly string[]) => paths.filter((path) => path.endsWith("index.html")).sort();

describe("what a change reaches", () => {
  test("a touch reaches nothing, and so does white space between fields", async () => {
    const { folder, kept, edit } = await opened(4);
    for (const path of siteContent(4).keys()) await utimes(join(folder, path), 1, 1);
    for (const changed of [null, new Set(siteContent(4).keys())])
      expect(await kept.session.rebuild(changed)).toMatchObject({ changed: [], rendered: [] });
    const spaced = await edit("packs/pack-00001/pack.yaml", (text) => `\n${text}\n\n# a remark\n`);
    expect(spaced).toMatchObject({ changed: [], rendered: [] });
  });

  test("a box reaches the packs that show it, its own page and the list of boxes, and no other page", async () => {
    const { kept, edit } = await opened(8);
    const shows = [...kept.output].filter(
      ([path, text]) => path.endsWith("index.html") && String(text).includes("box-ban"),
    );
    const { changed, rendered } = await edit("boxes/box-ban.md", (text) =>
      text.replace(/^title: .*/m, "title: Another title"),
    );
    const owners = new Set(shows.map(([path]) => path.split("/").slice(0, 2).join("/")));
    const users = [...owners].filter((owner) => owner.startsWith("packs/"));
    expect(users.length).toBeGreaterThan(0);
    expect(users.length).toBeLessThan(8);
    const reached = new Set(
      rendered.flatMap((path) => /^(?:packs|boxes|people|organisations)\/[a-z0-9-]+(?=\/)/.exec(path) ?? []),
    );
    expect([...reached].sort()).toEqual([...users, "boxes/box-ban"].sort());
    expect(html(changed)).toContain("boxes/index.html");
    expect(html(changed).filter((path) => /^(packs|boxes)\/[^/]+\/index/.test(path))).toEqual(
      [...users, "boxes/box-ban"].map((owner) => `${owner}/index.html`).sort(),
    );
  });

  test("a body of one pack reaches its own pages alone", async () => {
    const { edit } = await opened(6);
    const { changed } = await edit("packs/pack-00002/pack.yaml", (text) =>
      text.replace(/^assessment: .*/m, "assessment: Something else."),
    );
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((path) => !path.startsWith("packs/pack-00002/"))).toEqual([]);
  });

  test("the pages of the pack come before all others", async () => {
    const { folder, kept } = await opened(6);
    const path = "packs/pack-00002/pack.yaml";
    const text = await readFile(join(folder, path), "utf8");
    await writeFile(join(folder, path), text.replace(/^title: .*/m, "title: Renamed"));
    const first: string[] = [];
    const { changed } = await kept.session.rebuild(new Set([path]), (own) => first.push(...own.changed));
    expect(first).toContain("packs/pack-00002/index.html");
    expect(first.every((one) => one.startsWith("packs/pack-00002/"))).toBe(true);
    expect(changed).toContain("index.html");
  });
});

describe("what cannot be written", () => {
  test("is written when it can be again, and nothing else is lost", async () => {
    const { folder, kept } = await opened(3);
    const path = "packs/pack-00001/pack.yaml";
    const text = await readFile(join(folder, path), "utf8");
    await writeFile(join(folder, path), text.replace(/^title: .*/m, "title: Renamed"));
    const put = kept.site.put;
    let left = 2;
    kept.site.put = async (to, hash, bytes) => {
      if (to.endsWith("index.html") && left-- > 0) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      return await put(to, hash, bytes);
    };
    await expect(kept.session.rebuild(new Set([path]))).rejects.toThrow("full");
    await expect(kept.session.rebuild(new Set())).rejects.toThrow("full");
    await kept.session.rebuild(new Set());
    const clean = openKept(folder, kit);
    await clean.session.rebuild(null);
    expect([...kept.output.keys()].sort()).toEqual([...clean.output.keys()].sort());
    for (const [to, made] of clean.output) expect(kept.output.get(to), to).toEqual(made);
  });
});

test("bare pages, as they are measured, are the same pages without pictures and files to take away", async () => {
  const { folder, kept } = await opened(3);
  const bare = openKept(folder, kit, false, null, true);
  expect((await bare.session.rebuild(null)).findings).toEqual([]);
  expect(html([...bare.output.keys()])).toEqual(html([...kept.output.keys()]));
  const briefing = "packs/pack-00001/index.html";
  const [all, some] = [kept, bare].map(({ output }) => String(output.get(briefing)));
  for (const part of ["<figure", 'id="take-away"', "pack.json"]) {
    expect(all).toContain(part);
    expect(some?.replace(/<script type="application[\s\S]*?<\/script>/, "")).not.toContain(part);
  }
  expect(String(bare.output.get("packs/pack-00001/source/index.html"))).toBe(
    String(kept.output.get("packs/pack-00001/source/index.html")),
  );
  expect([...bare.output.keys()].filter((path) => /^packs\/.*\.(json|csv|bib|ris|txt)$/.test(path))).toEqual(
    [],
  );
});

test("forty random edits give what a clean build gives", async () => {
  await editAndCompare(7, 40, 4);
});

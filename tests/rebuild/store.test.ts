// What is kept on disk: taken only when it is what was kept, and missed by nobody when it is gone or spoilt.
import { chmod, mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { keptSite } from "../../scripts/rebuild/kept-site.ts";
import { readKit, type WholeKit } from "../../scripts/rebuild/kit.ts";
import { openSession } from "../../scripts/rebuild/session.ts";
import { openStore } from "../../scripts/rebuild/store.ts";
import { temporaryFolder } from "../support/content.ts";
import { differences, lay, openKept } from "./kept.ts";

let kit: WholeKit;
beforeAll(async () => {
  kit = await readKit();
});

const key = "a".repeat(64);
const bytes = new TextEncoder().encode("kept");

async function entries(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("an entry", () => {
  test("is had again, under its own kind and key alone", async () => {
    const store = openStore(await temporaryFolder());
    store.write("pack", key, bytes);
    expect(Buffer.from(store.read("pack", key) ?? []).toString()).toBe("kept");
    expect(store.read("print", key)).toBeNull();
    expect(store.read("pack", "b".repeat(64))).toBeNull();
  });

  const spoils: readonly (readonly [string, (path: string) => Promise<void>])[] = [
    ["cut short", (path) => truncate(path, 40)],
    ["emptied", (path) => truncate(path, 0)],
    ["one byte changed", async (path) => writeFile(path, (await readFile(path)).fill("x", 67, 68))],
    ["longer", async (path) => writeFile(path, Buffer.concat([await readFile(path), Buffer.from("!")]))],
    [
      "of another key",
      async (path) => {
        openStore(join(path, "../../..")).write("pack", "c".repeat(64), bytes);
        await writeFile(path, await readFile(path.replace("/aa/", "/cc/").replace(key, "c".repeat(64))));
      },
    ],
  ];
  test.each(spoils)("%s is not believed, and makes room for a good one", async (_, spoil) => {
    const folder = await temporaryFolder();
    const store = openStore(folder);
    store.write("pack", key, bytes);
    await spoil(join(folder, "pack/aa", key));
    expect(store.read("pack", key)).toBeNull();
    store.write("pack", key, bytes);
    expect(store.read("pack", key)).not.toBeNull();
  });

  test("that cannot be kept or read stops nothing", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "");
    const store = openStore(join(folder, "file"));
    store.write("pack", key, bytes);
    expect(store.read("pack", key)).toBeNull();
    await store.prune(0);
    await mkdir(join(folder, "closed"));
    await chmod(join(folder, "closed"), 0o500);
    const closed = openStore(join(folder, "closed"));
    closed.write("pack", key, bytes);
    await closed.prune(0);
  });

  test("goes when there are too many, the oldest first", async () => {
    const { store, kept } = await three();
    await store.prune(2500);
    expect(kept()).toEqual([false, true, true]);
  });

  test("stays when it was used lately, however long ago it was made", async () => {
    const { folder, store, kept } = await three();
    expect(openStore(folder).read("pack", "a".repeat(64))).not.toBeNull();
    await store.prune(1500);
    expect(kept()).toEqual([true, false, false]);
  });

  /** Entries of 1,000 bytes, used one after the other. */
  async function three() {
    const folder = await temporaryFolder();
    const store = openStore(folder);
    const keys = ["a", "b", "c"].map((letter) => letter.repeat(64));
    for (const [index, name] of keys.entries()) {
      store.write("pack", name, new Uint8Array(1000));
      await utimes(join(folder, "pack", name.slice(0, 2), name), index, index);
    }
    return { folder, store, kept: () => keys.map((name) => store.read("pack", name) !== null) };
  }
});

describe("packs from the store", () => {
  async function build(content: string, folder: string | null, tool = kit.tool) {
    const kept = openKept(content, { ...kit, tool }, false, folder === null ? null : openStore(folder));
    const { findings, rendered } = await kept.session.rebuild(null);
    expect(findings).toEqual([]);
    const packs = new Set(rendered.flatMap((path) => /^packs\/([^/]+)/.exec(path)?.[1] ?? []));
    return { output: kept.output, packs: [...packs].sort(), kept };
  }

  test("are what would be made, and are made when anything that they show is another", async () => {
    const [content, folder] = [await temporaryFolder(), await temporaryFolder()];
    const files = siteContent(6);
    await lay(content, new Map(), files);
    expect((await build(content, folder)).packs).toHaveLength(6);
    const again = await build(content, folder);
    expect(again.packs).toEqual([]);
    expect(differences((await build(content, null)).output, again.output)).toEqual([]);

    const cases: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
      ["packs/pack-00002/pack.yaml", (text) => text.replace(/^title: /m, "title: Now "), ["pack-00002"]],
      ["register/people.yaml", (text) => text.replace(/(person-ban:\n {2}name: ).*/, "$1Somebody Else"), []],
      ["boxes/box-ban.md", (text) => text.replace(/^title: .*/m, "title: Another"), []],
      [
        "site.yaml",
        (text) => text.replace(/^title: .*/m, "title: Elsewhere"),
        [...Array(6).keys()].map((n) => `pack-0000${n}`),
      ],
    ];
    for (const [path, change, expected] of cases) {
      const before = await readFile(join(content, path), "utf8");
      await writeFile(join(content, path), change(before));
      const clean = await build(content, null);
      const cached = await build(content, folder);
      expect(differences(clean.output, cached.output), path).toEqual([]);
      const shown = [...again.output].flatMap(([to, text]) =>
        String(clean.output.get(to)) === String(text) ? [] : (/^packs\/([^/]+)/.exec(to)?.[1] ?? []),
      );
      expect(cached.packs, path).toEqual(expected.length > 0 ? expected : [...new Set(shown)].sort());
      await writeFile(join(content, path), before);
      expect(differences(again.output, (await build(content, folder)).output), `${path} taken back`).toEqual(
        [],
      );
    }
  });

  test("are made anew by another tool, and where every entry is spoilt", async () => {
    const [content, folder] = [await temporaryFolder(), await temporaryFolder()];
    await lay(content, new Map(), siteContent(2));
    const { output } = await build(content, folder);
    expect((await build(content, folder, "another")).packs).toHaveLength(2);
    for (const path of await entries(folder)) await truncate(path, (await stat(path)).size - 1);
    const mended = await build(content, folder);
    expect(mended.packs).toHaveLength(2);
    expect(differences(output, mended.output)).toEqual([]);
    expect((await build(content, folder)).packs).toEqual([]);
    await rm(folder, { recursive: true });
    expect(differences(output, (await build(content, folder)).output)).toEqual([]);
  });

  test.each(["body", "pack"])("are made anew where all of %s is spoilt or gone", async (kind) => {
    const [content, folder] = [await temporaryFolder(), await temporaryFolder()];
    await lay(content, new Map(), siteContent(3));
    const { output } = await build(content, folder);
    const [cut, other, gone] = (await entries(join(folder, kind))) as [string, string, string];
    await truncate(cut, 70);
    await writeFile(other, (await readFile(other)).fill("x", 80, 81));
    await rm(gone);
    const mended = await build(content, folder);
    expect(mended.packs).toHaveLength(3);
    expect(differences(output, mended.output)).toEqual([]);
    expect((await build(content, folder)).packs).toEqual([]);
  });

  test("have no need of their texts where their pages stand", async () => {
    const [content, folder, to] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
    await lay(content, new Map(), siteContent(3));
    const told = { builtAt: null, baseUrl: null, only: null, pdf: false };
    const again = async () =>
      await openSession(content, keptSite(to), { told, kit, store: openStore(folder) }).rebuild(null);
    expect((await again()).changed.length).toBeGreaterThan(20);
    await rm(join(folder, "body"), { recursive: true });
    const page = "packs/pack-00001/index.html";
    const still = await again();
    expect(still.changed).toEqual([]);
    expect(still.rendered.filter((path) => path.startsWith("packs/"))).toEqual([]);
    const before = await readFile(join(to, page));
    await writeFile(join(to, page), before.fill("x", 99, 100));
    expect((await again()).changed).toEqual([page]);
    const clean = await build(content, null);
    expect(await readFile(join(to, page), "utf8")).toBe(String(clean.output.get(page)));
  });

  test("an edit after them gives what a clean build gives", async () => {
    const [content, folder] = [await temporaryFolder(), await temporaryFolder()];
    await lay(content, new Map(), siteContent(3));
    await build(content, folder);
    const { kept } = await build(content, folder);
    for (const path of ["packs/pack-00001/pack.yaml", "boxes/box-ban.md"]) {
      await writeFile(
        join(content, path),
        (await readFile(join(content, path), "utf8")).replace(/^title: .*/m, "title: New"),
      );
      await kept.session.rebuild(new Set([path]));
      expect(differences((await build(content, null)).output, kept.output), path).toEqual([]);
    }
  });
});

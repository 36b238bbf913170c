// PDFs and the manifest after edits: byte for byte what a clean build publishes.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { openPaginator } from "../../scripts/paginate/paginate.ts";
import { readKit } from "../../scripts/rebuild/kit.ts";
import { openRemainder } from "../../scripts/rebuild/remainder.ts";
import { openStore } from "../../scripts/rebuild/store.ts";
import { temporaryFolder } from "../support/content.ts";
import { differences, lay, openKept } from "./kept.ts";

const edits: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
  [
    "packs/pack-00001/pack.yaml",
    (text) => text.replace(/^title: .*/m, "title: Printed anew"),
    ["pack-00001"],
  ],
  ["packs/pack-00000/pack.yaml", (text) => `${text}\n# a remark\n`, []],
  [
    "boxes/box-ban.md",
    (text) => text.replace(/^title: .*/m, "title: Another box"),
    ["pack-00000", "pack-00002"],
  ],
];

test("what is printed again is what shows the change, and all of it is what a clean build gives", async () => {
  const content = await temporaryFolder();
  const store = openStore(await temporaryFolder());
  await lay(content, new Map(), siteContent(3));
  const kit = await readKit();
  const paginator = await openPaginator();
  const open = async () => ({ ...paginator, close: async () => {} });
  const finish = async (kept: ReturnType<typeof openKept>, kind = store as typeof store | null) => {
    const rest = openRemainder(kept.session.line.graph, kept.site, kind);
    const again = async () => {
      const printed: string[] = [];
      await rest.search();
      const options = { jobs: 1, progress: () => {}, open, printed: (path: string) => printed.push(path) };
      expect(await rest.prints(kit, options)).toEqual([]);
      await rest.manifest();
      return printed.map((path) => path.split("/")[1]).sort();
    };
    return { again, rest };
  };
  try {
    const kept = openKept(content, kit, true);
    expect((await kept.session.rebuild(null)).findings).toEqual([]);
    const { again } = await finish(kept);
    expect(await again()).toEqual(["pack-00000", "pack-00001", "pack-00002"]);
    for (const [path, change, printed] of edits) {
      const full = join(content, path);
      await writeFile(full, change(await readFile(full, "utf8")));
      await kept.session.rebuild(new Set([path]));
      const users = printed.filter((slug) =>
        String(kept.output.get(`packs/${slug}/index.html`)).includes("box-ban"),
      );
      expect(await again(), path).toEqual(path.startsWith("boxes/") ? users : printed);
      const clean = openKept(content, kit, true);
      await clean.session.rebuild(null);
      const fresh = await finish(clean, null);
      await fresh.again();
      expect(differences(clean.output, kept.output), path).toEqual([]);
    }
    const stored = openKept(content, kit, true);
    await stored.session.rebuild(null);
    const { again: fromStore, rest } = await finish(stored);
    await fromStore();
    expect(rest.printed, "everything is in the store").toBe(0);
    expect(differences(stored.output, kept.output)).toEqual([]);
  } finally {
    await paginator.close();
  }
});

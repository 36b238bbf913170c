// Whatever is edited in whatever order: what was rebuilt is, byte for byte, what a clean build of the last state gives, and so
// is what a new process makes of all that was kept before, spoilt here and there.
import { readdir, rm, stat, truncate, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { hasErrors } from "../../scripts/model/finding.ts";
import { readKit } from "../../scripts/rebuild/kit.ts";
import { openStore } from "../../scripts/rebuild/store.ts";
import { temporaryFolder } from "../support/content.ts";
import { type Dice, diceOf, edits, type Files } from "./edits.ts";
import { differences, lay, openKept } from "./kept.ts";

/** Applies so many edits; every few of them the result is compared with a clean build. */
export async function editAndCompare(
  seed: number,
  rounds: number,
  every: number,
): Promise<ReadonlyMap<string, number>> {
  const folder = await temporaryFolder();
  const storeFolder = await temporaryFolder();
  const kit = await readKit();
  const dice = diceOf(seed);
  const made = new Map<string, number>();
  let files: Files = siteContent(5);
  let good = files;
  await lay(folder, new Map(), files);
  const kept = openKept(folder, kit);
  let { findings } = await kept.session.rebuild(null);
  expect(findings).toEqual([]);

  for (let round = 1; round <= rounds; round++) {
    const edit = edits[dice(edits.length)];
    if (edit === undefined) continue;
    made.set(edit.name, (made.get(edit.name) ?? 0) + 1);
    const broken = hasErrors(findings);
    // What is broken is mended at times by going back, and at times edited on.
    const next = broken && dice(2) === 0 ? good : edit.make(files, dice);
    const before = new Map(kept.output);
    let changed: ReadonlySet<string> = await lay(folder, files, next);
    if (changed.size === 0) {
      const touched = [...next.keys()][dice(next.size)] ?? "";
      await utimes(join(folder, touched), round, round);
      changed = new Set([touched]);
    }
    const untouched = next === files;
    files = next;
    const rebuilt = await kept.session.rebuild(dice(8) === 0 ? null : changed);
    findings = rebuilt.findings;
    const label = `seed ${seed}, round ${round}: ${edit.name}`;
    expect(new Set(rebuilt.rendered).size, `${label}: nothing is rendered twice`).toBe(
      rebuilt.rendered.length,
    );
    if (untouched) {
      expect(rebuilt.rendered, label).toEqual([]);
      expect(rebuilt.changed, label).toEqual([]);
    }
    if (hasErrors(findings)) {
      expect(differences(before, kept.output), `${label}: what was good stays`).toEqual([]);
      continue;
    }
    good = files;
    expect([...rebuilt.changed].filter((path) => path.endsWith(".html")).sort(), label).toEqual(
      differences(before, kept.output).filter((path) => path.endsWith(".html")),
    );
    if (round % every !== 0) continue;
    const clean = openKept(folder, kit);
    const fresh = await clean.session.rebuild(null);
    expect(fresh.findings, label).toEqual(findings);
    expect(differences(clean.output, kept.output), label).toEqual([]);
    await spoil(storeFolder, dice);
    const again = openKept(folder, kit, false, openStore(storeFolder));
    expect((await again.session.rebuild(null)).findings, label).toEqual(findings);
    expect(differences(clean.output, again.output), `${label}: from what was kept`).toEqual([]);
  }
  return made;
}

/** Now and then something that was kept is cut short, or gone. */
async function spoil(folder: string, dice: Dice): Promise<void> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const entries = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const path = entries.sort()[dice(entries.length)];
  if (path === undefined || dice(2) === 0) return;
  if (dice(2) === 0) await rm(path);
  else await truncate(path, dice((await stat(path)).size));
}

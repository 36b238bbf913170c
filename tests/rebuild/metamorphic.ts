// Whatever is edited in whatever order: what was rebuilt is, byte for byte, what a clean build of the last state gives.
import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { hasErrors } from "../../scripts/model/finding.ts";
import { readKit } from "../../scripts/rebuild/kit.ts";
import { temporaryFolder } from "../support/content.ts";
import { diceOf, edits, type Files } from "./edits.ts";
import { differences, lay, openKept } from "./kept.ts";

/** Applies so many edits; every few of them the result is compared with a clean build. */
export async function editAndCompare(
  seed: number,
  rounds: number,
  every: number,
): Promise<ReadonlyMap<string, number>> {
  const folder = await temporaryFolder();
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
  }
  return made;
}

// npm run release: stores what a pack's edition says, so that the next edition can tell what it changed.
import { dirname, join } from "node:path";
import { contentFolder, runCommand } from "./command/command.ts";
import { commonFlags } from "./command/options.ts";
import { onlyPack, packNamed, readWithPack } from "./command/pack.ts";
import { storedEditionOf } from "./compose/changes.ts";
import { placementsOf } from "./compose/placement.ts";
import { check, composeAll, inOrder } from "./line.ts";
import { type Finding, hasErrors } from "./model/finding.ts";
import { disk } from "./publish/disk.ts";
import { writeWhole } from "./publish/whole-file.ts";
import { storedText } from "./schema/stored-text.ts";

await runCommand({
  usage: "npm run release -- PACK [--content DIR] [--format text|json] [--strict]",
  flags: commonFlags,
  positionals: 1,
  async run(options) {
    const folder = contentFolder(options);
    const slug = packNamed(options);
    const content = onlyPack(await readWithPack(folder, slug), slug);
    const checked = check(content.value);
    const findings = inOrder([...content.findings, ...checked.findings]);
    const refused = hasErrors(findings) || (options.values.strict === true && findings.length > 0);
    const pack = checked.packs.find(({ record }) => record.slug === slug);
    const json = (state: object) => (found: readonly Finding[]) => ({
      findings: found,
      pack: slug,
      ...state,
    });
    const told = { builtAt: null, baseUrl: null, only: [slug] };
    const edition = refused ? undefined : composeAll(checked, told).editions[0];
    if (edition === undefined || pack === undefined) {
      const state = { edition: null, file: null, written: false };
      return { findings, folder, json: json(state), text: "nothing was stored" };
    }

    const stored = storedEditionOf(edition, placementsOf(pack.record, pack.parsed));
    const { edition: number } = stored;
    const file = `packs/${slug}/editions/${number}.json`;
    const written = !content.value.has(file);
    if (written) {
      await disk.folder(join(folder, dirname(file)));
      await writeWhole(join(folder, file), new TextEncoder().encode(storedText(stored)), disk);
    }
    const first = written
      ? `edition ${number} of ${slug} is stored: ${stored.records.length} records in ${file}`
      : `edition ${number} of ${slug} is stored already, with the same content`;
    const text = `${first}\nbefore you change it, raise \`edition\` in packs/${slug}/pack.yaml to ${number + 1}`;
    return { findings, folder, json: json({ edition: number, file, written }), text };
  },
});

// npm run impact: everything that rests on a source, an annotation or a box, found by composing the content without it.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pdfPath } from "../templates/paths.ts";
import { contentFolder, EnvironmentError, runCommand } from "./command/command.ts";
import { commonFlags, type Options, UsageError } from "./command/options.ts";
import { packNamed, readWithPack } from "./command/pack.ts";
import { findingText } from "./command/report.ts";
import { composeWhole, impactOf, thingsOf } from "./impact/impact.ts";
import { impactText } from "./impact/report.ts";
import { type Thing, withoutStored } from "./impact/without.ts";
import { check, inOrder } from "./line.ts";
import { hasErrors } from "./model/finding.ts";
import { readAtlas } from "./read/atlas.ts";
import { suggest } from "./validate/suggest.ts";

const flags = {
  ...commonFlags,
  source: { type: "string", help: "ID       what rests on a source of the pack" },
  annotation: { type: "string", help: "ID       what rests on an annotation of the pack" },
  box: { type: "string", help: "ID       what rests on a background box" },
  out: { type: "string", help: "DIR      the published site whose PDF is looked up (_site)" },
} as const;

const kinds = ["source", "annotation", "box"] as const;

await runCommand({
  usage:
    "npm run impact -- PACK [--source ID|--annotation ID|--box ID] [--content DIR] [--out DIR] [--format text|json]",
  flags,
  positionals: 1,
  async run(options) {
    const folder = contentFolder(options);
    const slug = packNamed(options);
    const named = thingNamed(options);
    const content = await readWithPack(folder, slug);
    const files = withoutStored(content.value);
    const checked = check(files);
    const findings = inOrder([...content.findings, ...checked.findings]);
    if (hasErrors(findings)) return { findings, folder, json: (found) => ({ findings: found }), text: "" };
    const edition = composeWhole(checked).editions.find((one) => one.slug === slug);
    const thing = named ?? onlySource(edition?.sources.map(({ id }) => id) ?? []);
    const ids = edition === undefined ? [] : thingsOf(edition, thing.kind);
    if (edition === undefined || !ids.includes(thing.id)) {
      const hint = suggest(thing.id, ids);
      throw new UsageError(`${slug} has no ${thing.kind} ${thing.id}${hint === "" ? "" : `; ${hint}`}`);
    }
    const published = join(resolve(String(options.values.out ?? "_site")), pdfPath(slug));
    const pdf = await readFile(published).catch(noFile);
    const report = await impactOf(files, checked, edition, thing, { pdf, atlas: await readAtlas() });
    if ("rule" in report) throw new EnvironmentError(`it cannot be taken out: ${findingText(report)}`);
    return { findings: [], folder, json: () => report, text: impactText(edition, report) };
  },
});

/** Null when none is named. */
function thingNamed({ values }: Options): Thing | null {
  const named = kinds.flatMap((kind) =>
    typeof values[kind] === "string" ? [{ kind, id: values[kind] }] : [],
  );
  if (named.length > 1) throw new UsageError("one thing at a time: --source ID, --annotation ID or --box ID");
  return named[0] ?? null;
}

/** A pack that is named alone stands for its source, when it has just one. */
function onlySource(ids: readonly string[]): Thing {
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0)
    throw new UsageError(
      `of what? name one: --source ${ids.join(", --source ")}, --annotation ID or --box ID`,
    );
  return { kind: "source", id };
}

function noFile(cause: NodeJS.ErrnoException): null {
  if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return null;
  throw cause;
}

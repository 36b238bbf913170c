// npm run update: keeps a new state of an article beside the old ones, and says what became of each note.
import { join, relative } from "node:path";
import { allowPrivate, articleAt } from "./capture/article.ts";
import { contentFolder, type Result, runCommand } from "./command/command.ts";
import { commonFlags, UsageError } from "./command/options.ts";
import { onlyPack, packNamed, readWithPack } from "./command/pack.ts";
import { printable } from "./command/report.ts";
import { disk } from "./publish/disk.ts";
import { moment } from "./schema/fields.ts";
import { needsAuthor, rowText } from "./update/report.ts";
import { type Told, type Updated, update } from "./update/update.ts";
import { walk } from "./update/walk.ts";

const flags = {
  content: commonFlags.content,
  source: { type: "string", help: "ID       the source that was captured again (the only one)" },
  captured: { type: "string", help: "DATE     when it was captured (today)" },
  accept: { type: "string", multiple: true, rest: true, help: "ID…      take the new words for these notes" },
  interactive: { type: "boolean", help: "         go through the changed notes one by one" },
  "dry-run": { type: "boolean", help: "         say what would be done, and write nothing" },
  "allow-private": allowPrivate,
  format: commonFlags.format,
  help: commonFlags.help,
} as const;

await runCommand({
  usage:
    "npm run update -- PACK [ARTICLE] [--source ID] [--captured DATE] [--accept ID…] [--interactive] [--dry-run]",
  flags,
  positionals: 2,
  async run(options) {
    const { values, positionals } = options;
    const slug = packNamed(options);
    const accept = (values.accept as readonly string[] | undefined) ?? [];
    const interactive = values.interactive === true;
    const [, given] = positionals;
    if (given === undefined && accept.length === 0 && !interactive)
      throw new UsageError("needs an ARTICLE, the file or the address of what was captured, or --accept ID…");
    if (interactive && !process.stdin.isTTY)
      throw new UsageError("--interactive needs a terminal; name the notes with --accept ID… instead");
    const captured = (values.captured as string | undefined) ?? today();
    const { error } = moment.safeParse(captured);
    if (error !== undefined) throw new UsageError(`--captured ${error.issues[0]?.message}`);

    const folder = contentFolder(options);
    const content = onlyPack(await readWithPack(folder, slug), slug);
    const article = given === undefined ? null : await articleAt(given, values["allow-private"] === true);
    const wish = {
      slug,
      source: values.source as string | undefined,
      article,
      captured,
      accept,
      day: today(),
      write: values["dry-run"] !== true,
    };
    const updated = await update(folder, content, wish, disk);
    if (!interactive || updated.refused) return result(updated, folder, slug);
    process.stderr.write(updated.lines.map((line) => `${printable(line)}\n`).join(""));
    const terminal = { input: process.stdin, output: process.stderr };
    const taken = await walk(updated.rows.filter(needsAuthor), slug, annotationsPath(folder, slug), terminal);
    if (taken.length === 0) return result({ ...updated, lines: [] }, folder, slug);
    const again = onlyPack(await readWithPack(folder, slug), slug);
    const reworded = await update(folder, again, { ...wish, article: null, accept: taken }, disk);
    return result({ ...reworded, json: bothOf(updated.json, reworded.json) }, folder, slug);
  },
});

function result(updated: Updated, folder: string, slug: string): Result {
  const { findings, rows, lines, json } = updated;
  const annotations = annotationsPath(folder, slug);
  const told = rows.filter(needsAuthor).map((row) => `\n${rowText(row, slug, annotations)}`);
  return {
    findings,
    folder,
    json: (found) => ({ ...json, findings: found }),
    text: [...lines, ...told].join("\n"),
  };
}

/** What was captured first and what was taken after it, as one. */
function bothOf(captured: Told, reworded: Told): Told {
  const { source, revision, identical } = captured;
  return { ...reworded, source, revision, identical, written: [...captured.written, ...reworded.written] };
}

function annotationsPath(folder: string, slug: string): string {
  return relative(process.cwd(), join(folder, "packs", slug, "annotations.yaml"));
}

/** The day on which this is run, in UTC: the one thing here that the clock is asked for. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

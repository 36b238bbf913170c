// npm run drift: what happens to selectors between two files, without a pack.
import { relative } from "node:path";
import { z } from "zod";
import { match, searchable } from "./anchor/match.ts";
import { fileAt } from "./capture/article.ts";
import { EnvironmentError, runCommand } from "./command/command.ts";
import { commonFlags, UsageError } from "./command/options.ts";
import { findingText, printable } from "./command/report.ts";
import { codePointsIn } from "./drift/code-points.ts";
import { compare } from "./drift/comparison.ts";
import { driftOf } from "./drift/drift.ts";
import type { Drift } from "./model/drift.ts";
import { type Finding, finding } from "./model/finding.ts";
import { parse } from "./parse/parse.ts";

const selectorsShape = z.array(
  z.strictObject({
    id: z.string(),
    exact: z.string(),
    prefix: z.string().nullish(),
    suffix: z.string().nullish(),
  }),
);

const nowhere: Drift = { verdict: "lost", counterpart: null };

await runCommand({
  usage: "npm run drift -- OLD NEW --selectors FILE [--format text|json]",
  flags: {
    selectors: { type: "string", help: "FILE     a JSON array of {id, exact, prefix?, suffix?}" },
    format: commonFlags.format,
    help: commonFlags.help,
  },
  positionals: 2,
  async run(options) {
    const [oldFile, newFile] = options.positionals;
    const selectorsFile = options.values.selectors;
    if (oldFile === undefined || newFile === undefined) throw new UsageError("needs two files, OLD and NEW");
    if (typeof selectorsFile !== "string") throw new UsageError("needs --selectors FILE");
    const selectors = parseSelectors(await readText(selectorsFile), selectorsFile);
    const [oldText, newText] = [await readerText(oldFile), await readerText(newFile)];
    const searched = searchable(oldText);
    const comparison = compare(oldText, newText);
    const codePoints = codePointsIn(newText);
    for (const { id, exact, prefix, suffix } of selectors) {
      const found = match({ exact, prefix: prefix ?? "", suffix: suffix ?? "" }, searched);
      if (found.kind === "orphan" || found.kind === "out-of-context") {
        const message =
          found.kind === "orphan" ? "its words are not in OLD" : "its words stand in OLD in another context";
        process.stderr.write(`${findingText(inFile(selectorsFile, `${id}: ${message}`, found.kind))}\n`);
      }
      const drift: Drift =
        found.kind === "anchored"
          ? driftOf(comparison, found.range)
          : found.kind === "ambiguous"
            ? { verdict: "ambiguous", counterpart: null }
            : nowhere;
      process.stdout.write(`${line(id, drift, newText, codePoints, options.values.format === "json")}\n`);
    }
    return null;
  },
});

function line(
  id: string,
  { verdict, counterpart }: Drift,
  newText: string,
  codePoints: (offset: number) => number,
  json: boolean,
): string {
  const matched = counterpart === null ? null : newText.slice(counterpart.start, counterpart.end);
  const start = counterpart === null ? null : codePoints(counterpart.start);
  const end = counterpart === null ? null : codePoints(counterpart.end);
  if (json) return JSON.stringify({ id, verdict, start, end, matched });
  return printable(
    `${id}: ${verdict}${matched === null ? "" : ` “${matched.replaceAll("\n", " ")}” (${start}–${end})`}`,
  );
}

function inFile(file: string, message: string, rule: string): Finding {
  return finding("error", rule, { file: relative(process.cwd(), file), line: 1, column: 1 }, message);
}

async function readText(file: string): Promise<string> {
  return new TextDecoder().decode((await fileAt(file)).bytes);
}

/** A file without text is compared too: all that stood in the other is lost. */
async function readerText(file: string): Promise<string> {
  const { value, findings } = parse(file, (await fileAt(file)).bytes);
  const problem = findings.find(({ severity, rule }) => severity === "error" && rule !== "empty-source");
  if (problem !== undefined) throw new EnvironmentError(findingText(problem));
  for (const one of findings) process.stderr.write(`${findingText(one)}\n`);
  return value.text;
}

function parseSelectors(text: string, file: string): z.output<typeof selectorsShape> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new UsageError(`${file} is not JSON: ${cause.message}`);
  }
  const { data, error } = selectorsShape.safeParse(value);
  if (data === undefined) {
    const [issue] = error?.issues ?? [];
    throw new UsageError(
      `${file} is no array of {id, exact, prefix?, suffix?}: ${issue?.path.join(".")} ${issue?.message}`,
    );
  }
  return data;
}

// What every verb does around its work: reads options, prints the outcome, and turns failures into exit statuses.
import { resolve } from "node:path";
import { type Finding, hasErrors, strictly } from "../model/finding.ts";
import { type Flags, help, type Options, parseOptions, UsageError } from "./options.ts";
import { countText, findingText, fromHere, printable, printableJson } from "./report.ts";

/** Something outside the content broke, or is not as it must be: printed as it stands, exit status 2. */
export class EnvironmentError extends Error {}

export type Result = {
  readonly findings: readonly Finding[];
  /** The content folder that the findings' files are relative to. */
  readonly folder: string;
  /** What `--format json` prints, with `file` already relative to the working folder. */
  readonly json: (findings: readonly Finding[]) => unknown;
  /** Printed to standard output after the findings; none when empty. */
  readonly text: string;
};

type Verb = {
  readonly usage: string;
  readonly flags: Flags;
  readonly positionals: number;
  run(options: Options): Promise<Result | null>;
};

/** Runs a verb and sets the exit status: 0 clean, 1 the content has errors, 2 wrong usage or a broken environment. */
export async function runCommand(verb: Verb): Promise<void> {
  try {
    const args = process.argv.slice(2);
    if (args.includes("--help")) {
      process.stdout.write(help(verb.usage, verb.flags));
      return;
    }
    const options = parseOptions(args, verb.flags, verb.positionals);
    const result = await verb.run(options);
    if (result === null) return;
    const found = options.values.strict === true ? strictly(result.findings) : result.findings;
    const findings = fromHere(found, result.folder);
    if (options.values.format === "json") process.stdout.write(`${printableJson(result.json(findings))}\n`);
    else
      process.stdout.write(
        [...findings.map(findingText), result.text]
          .filter(Boolean)
          .map((line) => `${line}\n`)
          .join(""),
      );
    if (options.values.format !== "json" && findings.length > 0)
      process.stderr.write(`${countText(findings)}\n`);
    if (hasErrors(findings)) process.exitCode = 1;
  } catch (cause) {
    process.exitCode = 2;
    if (cause instanceof UsageError) process.stderr.write(`${printable(cause.message)}\n${verb.usage}\n`);
    else process.stderr.write(`${printable(explain(cause))}\n`);
  }
}

/** Our own errors and the system's say what they mean in one line; a bug shows where it is. */
export function explain(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { code, path } = cause as NodeJS.ErrnoException;
  if (cause instanceof EnvironmentError) return cause.message;
  if (code !== undefined)
    return systemErrors[code] ? `${systemErrors[code]}${path ? `: ${path}` : ""}` : cause.message;
  return `Chancery broke: ${cause.stack ?? cause.message}`;
}

const systemErrors: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full (ENOSPC)",
  EACCES: "permission denied (EACCES)",
  EPERM: "permission denied (EPERM)",
  EROFS: "the disk is read-only (EROFS)",
  EIO: "the disk cannot be read or written (EIO)",
  EMFILE: "too many files are open (EMFILE)",
};

export function contentFolder(options: Options): string {
  return resolve(String(options.values.content ?? "content"));
}

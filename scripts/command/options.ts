// A command line to options: every flag declared once, wrong usage named with the nearest flag meant.
import { parseArgs } from "node:util";
import { suggest } from "../validate/suggest.ts";

export type Flag = {
  readonly type: "string" | "boolean";
  readonly help: string;
  readonly multiple?: boolean;
  /** Whether the words after it, up to the next flag, are its values too. */
  readonly rest?: boolean;
};
export type Flags = Readonly<Record<string, Flag>>;

/** Wrong usage: printed as it stands, exit status 2. */
export class UsageError extends Error {}

export const commonFlags = {
  content: { type: "string", help: "DIR      the content folder (content)" },
  format: { type: "string", help: "text|json  how results are printed (text)" },
  strict: { type: "boolean", help: "         warnings count as errors" },
  help: { type: "boolean", help: "         this text" },
} as const satisfies Flags;

export type Options = {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
};

/** Throws UsageError for a flag that is not declared, one without its value, and words that nothing asked for. */
export function parseOptions(args: readonly string[], flags: Flags, positionals: number): Options {
  const names = Object.keys(flags).map((name) => `--${name}`);
  for (const arg of args) {
    const name = /^--[^=]*/.exec(arg)?.[0];
    if (arg === "--") break;
    if (name !== undefined && !names.includes(name)) {
      throw new UsageError(`unknown flag ${name}${after(suggest(name, names))}`);
    }
  }
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    const options = Object.fromEntries(
      Object.entries(flags).map(([name, { type, multiple }]) => [
        name,
        { type, multiple: multiple ?? false },
      ]),
    );
    parsed = parseArgs({ args: spelledOut(args, flags), options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError((cause as Error).message.split(".")[0] ?? "", { cause });
  }
  for (const [name, value] of Object.entries(parsed.values)) {
    if (value === "") throw new UsageError(`--${name} needs a value`);
  }
  const extra = parsed.positionals[positionals];
  if (extra !== undefined) throw new UsageError(`does not know what to do with \`${extra}\``);
  const { format } = parsed.values;
  if (format !== undefined && format !== "text" && format !== "json")
    throw new UsageError(`--format is text or json, not ${String(format)}`);
  return { values: parsed.values as Options["values"], positionals: parsed.positionals };
}

/** `--flag a b` as `--flag a --flag b`, for the flags that take the words after them. */
function spelledOut(args: readonly string[], flags: Flags): string[] {
  let open: string | null = null;
  let values = 0;
  return args.flatMap((arg) => {
    if (arg.startsWith("--")) {
      const [name = "", value] = arg.slice(2).split("=");
      open = flags[name]?.rest === true ? `--${name}` : null;
      values = value === undefined ? 0 : 1;
      return [arg];
    }
    values++;
    return open !== null && values > 1 ? [open, arg] : [arg];
  });
}

export function help(usage: string, flags: Flags): string {
  return `${usage}\n\n${Object.entries(flags)
    .map(([name, flag]) => `  --${name.padEnd(9)} ${flag.help}`)
    .join("\n")}\n`;
}

/** A whole number from a flag's text, within bounds. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  minimum: number,
  maximum: number,
): number | null {
  if (text === undefined) return null;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= minimum && value <= maximum))
    throw new UsageError(`--${name} is a whole number from ${minimum} to ${maximum}, not \`${text}\``);
  return value;
}

function after(hint: string): string {
  return hint === "" ? "" : `: ${hint}`;
}

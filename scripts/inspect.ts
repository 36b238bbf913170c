// npm run inspect: what Chancery reads in an article, without a pack.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { EnvironmentError, runCommand } from "./command/command.ts";
import { commonFlags, UsageError } from "./command/options.ts";
import type { Finding } from "./model/finding.ts";
import { type Article, readArticle } from "./parse/parse.ts";
import { readableLines } from "./parse/readable.ts";
import { countWords } from "./parse/words.ts";

/** Beyond any size that is read, so that nothing without an end is. */
const openLimit = 256 * 1024 * 1024;

await runCommand({
  usage: "npm run inspect -- FILE [--format text|json]",
  flags: { format: commonFlags.format, help: commonFlags.help },
  positionals: 1,
  async run(options) {
    const [file] = options.positionals;
    if (file === undefined) throw new UsageError("needs a FILE");
    const path = resolve(file);
    const bytes = await readBytes(path, file);
    const folder = dirname(path);
    const { value, findings } = readArticle(path.slice(folder.length).replace(/^[/\\]/, ""), bytes);
    const words = countWords(value.source.text, value.metadata.language);
    const failed = findings.some(({ severity }) => severity === "error");
    const columns = Math.min(process.stdout.columns ?? 100, 100);
    return {
      findings,
      folder,
      json: (found: readonly Finding[]) => ({ ...recordOf(value, words, bytes), findings: found }),
      text: failed ? "" : readableLines(value, words, columns).join("\n"),
    };
  },
});

function recordOf({ source, metadata }: Article, words: number, bytes: Uint8Array): object {
  return {
    ...metadata,
    blocks: source.blocks.map(({ kind, level, text }) =>
      level === null ? { kind, text } : { kind, level, text },
    ),
    words,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

async function readBytes(path: string, named: string): Promise<Uint8Array> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
    throw new EnvironmentError(`there is no file ${named}`, { cause });
  });
  if (!found.isFile()) throw new EnvironmentError(`${named} is no file`);
  if (found.size > openLimit) throw new EnvironmentError(`${named} has ${Math.round(found.size / 1e6)} MB`);
  return new Uint8Array(await readFile(path));
}

// npm run inspect: what Chancery reads in an article, a file or a web address, without a pack.
import { createHash } from "node:crypto";
import { allowPrivate, articleAt } from "./capture/article.ts";
import { runCommand } from "./command/command.ts";
import { commonFlags, UsageError } from "./command/options.ts";
import type { Finding } from "./model/finding.ts";
import { type Article, readArticle } from "./parse/parse.ts";
import { readableLines } from "./parse/readable.ts";
import { countWords } from "./parse/words.ts";

await runCommand({
  usage: "npm run inspect -- FILE or URL [--allow-private] [--format text|json]",
  flags: {
    "allow-private": allowPrivate,
    format: commonFlags.format,
    help: commonFlags.help,
  },
  positionals: 1,
  async run(options) {
    const [file] = options.positionals;
    if (file === undefined) throw new UsageError("needs a FILE or a URL");
    const { folder, name, bytes, charset } = await articleAt(file, options.values["allow-private"] === true);
    const { value, findings } = readArticle(name, bytes, charset);
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

// npm run verify: checks a published folder against its manifest, or a PDF against what it carries, with nothing else.

import { basename, dirname, resolve } from "node:path";
import { fileAt } from "./capture/article.ts";
import { EnvironmentError, type Result, runCommand } from "./command/command.ts";
import { commonFlags } from "./command/options.ts";
import type { Finding } from "./model/finding.ts";
import { PdfError } from "./pdf/objects.ts";
import { readAttachments } from "./read/attachments.ts";
import { readPublished } from "./read/published.ts";
import { verifyCarried } from "./verify/carried.ts";
import { verifyPublished } from "./verify/published.ts";

await runCommand({
  usage: "npm run verify -- [DIR or FILE.pdf] [--format text|json]",
  flags: { format: commonFlags.format, help: commonFlags.help },
  positionals: 1,
  async run(options) {
    const folder = resolve(options.positionals[0] ?? "_site");
    if (folder.toLowerCase().endsWith(".pdf")) return await verifyPdf(folder);
    const published = await readPublished(folder).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
      throw new EnvironmentError(`there is no folder ${folder}`, { cause });
    });
    if (published === null)
      throw new EnvironmentError(`${folder} has no manifest of a site that Chancery published`);
    const findings = verifyPublished(published.manifest, published.files, published.kept);
    const text = findings.length === 0 ? `all ${published.manifest.files.length} files are as published` : "";
    return { findings, folder, json: (found: readonly Finding[]) => found, text };
  },
});

async function verifyPdf(path: string): Promise<Result> {
  const { bytes } = await fileAt(path);
  const { findings, facts } = verifyCarried(basename(path), attachmentsOf(path, bytes));
  return {
    findings,
    folder: dirname(path),
    json: (found: readonly Finding[]) => found,
    text: facts.join("\n"),
  };
}

function attachmentsOf(path: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  try {
    return readAttachments(bytes);
  } catch (cause) {
    if (!(cause instanceof PdfError)) throw cause;
    throw new EnvironmentError(`${path} is no PDF that can be read: ${cause.message}`, { cause });
  }
}

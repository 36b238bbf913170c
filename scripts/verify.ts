// npm run verify: checks a published folder against its manifest, with nothing but the folder.
import { resolve } from "node:path";
import { EnvironmentError, runCommand } from "./command/command.ts";
import { commonFlags } from "./command/options.ts";
import type { Finding } from "./model/finding.ts";
import { readPublished } from "./read/published.ts";
import { verifyPublished } from "./verify/published.ts";

await runCommand({
  usage: "npm run verify -- [DIR] [--format text|json]",
  flags: { format: commonFlags.format, help: commonFlags.help },
  positionals: 1,
  async run(options) {
    const folder = resolve(options.positionals[0] ?? "_site");
    const published = await readPublished(folder).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
      throw new EnvironmentError(`there is no folder ${folder}`, { cause });
    });
    if (published === null)
      throw new EnvironmentError(`${folder} has no manifest of a site that Chancery published`);
    const findings = verifyPublished(published.manifest, published.files);
    const text = findings.length === 0 ? `all ${published.manifest.files.length} files are as published` : "";
    return { findings, folder, json: (found: readonly Finding[]) => found, text };
  },
});

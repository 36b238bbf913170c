// npm run check: read, validate, parse, anchor; findings only.
import { contentFolder, EnvironmentError, runCommand } from "./command/command.ts";
import { commonFlags } from "./command/options.ts";
import { check, inOrder } from "./line.ts";
import { read } from "./read/read.ts";

await runCommand({
  usage: "npm run check -- [--content DIR] [--format text|json] [--strict]",
  flags: commonFlags,
  positionals: 0,
  async run(options) {
    const folder = contentFolder(options);
    const files = await read(folder).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT" || cause.code === "ENOTDIR")
        throw new EnvironmentError(`there is no content folder ${folder}; name one with --content DIR`);
      throw cause;
    });
    const findings = inOrder([...files.findings, ...check(files.value).findings]);
    return { findings, folder, json: (found) => found, text: findings.length === 0 ? "no findings" : "" };
  },
});

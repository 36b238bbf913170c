// npm run dev: serves the site on this machine, builds it again when something changes, and shows findings over the page.
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { contentFolder, runCommand } from "./command/command.ts";
import { commonFlags, wholeNumber } from "./command/options.ts";
import { findingText } from "./command/report.ts";
import type { Finding } from "./model/finding.ts";
import { serve } from "./serve/server.ts";
import { watchFolders } from "./serve/watch.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const output = resolve(root, ".chancery/dev");

const flags = {
  content: commonFlags.content,
  port: { type: "string", help: "N        serve on this port, or fail (the next free one from 8080)" },
  "no-pdf": { type: "boolean", help: "         no PDFs: faster" },
  format: commonFlags.format,
  help: commonFlags.help,
} as const;

await runCommand({
  usage: "npm run dev -- [--content DIR] [--port N] [--no-pdf]",
  flags,
  positionals: 0,
  async run(options) {
    const folder = contentFolder(options);
    const json = options.values.format === "json";
    await mkdir(resolve(root, ".chancery"), { recursive: true });
    const server = await serve(
      output,
      wholeNumber("port", options.values.port as string | undefined, 1, 65535),
    );
    process.stdout.write(json ? `${JSON.stringify({ url: server.url })}\n` : `${server.url}\n`);

    const args = ["--content", folder, "--out", output, "--format", "json"];
    if (options.values["no-pdf"] === true) args.push("--no-pdf");
    let running = false;
    let queued = false;
    async function rebuild(): Promise<void> {
      queued = true;
      if (running) return;
      running = true;
      while (queued) {
        queued = false;
        const start = performance.now();
        const { findings, failure } = await build(args);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        process.stderr.write(
          [...findings.map(findingText), failure ?? `built in ${seconds} s`]
            .map((line) => `${line}\n`)
            .join(""),
        );
        server.tell({ findings: findings.map(findingText), failure });
      }
      running = false;
    }

    const stop = watchFolders(
      [folder, resolve(root, "templates"), resolve(root, "scripts")],
      rebuild,
      (notice) => process.stderr.write(`${notice}\n`),
    );
    await rebuild();
    await new Promise<void>((done) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
    });
    stop();
    await server.close();
    return null;
  },
});

/** A build in a process of its own, so that changed templates and scripts take effect. */
function build(args: readonly string[]): Promise<{ findings: readonly Finding[]; failure: string | null }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(root, "scripts/build.ts"), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("error", (cause) => done({ findings: [], failure: cause.message }));
    child.on("close", (code) => {
      if (code === 0 || code === 1)
        done({ findings: (JSON.parse(out) as { findings: Finding[] }).findings, failure: null });
      else
        done({ findings: [], failure: relativePaths(err.trim()) || `the build ended with status ${code}` });
    });
  });
}

function relativePaths(text: string): string {
  return text.replaceAll(root, relative(process.cwd(), root));
}

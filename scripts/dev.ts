// npm run dev: serves the site on this machine, keeps it built while things change, and shows findings over the page.
import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { contentFolder, runCommand } from "./command/command.ts";
import { commonFlags, wholeNumber } from "./command/options.ts";
import { printable } from "./command/report.ts";
import { startBuilding } from "./serve/building.ts";
import type { Report } from "./serve/messages.ts";
import { serve } from "./serve/server.ts";
import { watchFolders } from "./serve/watch.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

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
    const content = contentFolder(options);
    const json = options.values.format === "json";
    const name = createHash("sha256").update(content).digest("hex").slice(0, 8);
    const output = resolve(root, `.chancery/dev/${name}/site`);
    const views = resolve(root, `.chancery/dev/${name}/print`);
    await rm(views, { recursive: true, force: true });
    await mkdir(output, { recursive: true });
    const waiting = new Map<string, ((folder: string | null) => void)[]>();
    const server = await serve(
      output,
      wholeNumber("port", options.values.port as string | undefined, 1, 65535),
      (slug) =>
        new Promise((done) => {
          waiting.set(slug, [...(waiting.get(slug) ?? []), done]);
          building.order({ kind: "print", slug });
        }),
    );
    process.stdout.write(json ? `${JSON.stringify({ url: server.url })}\n` : `${server.url}\n`);
    const say = (text: string) => void process.stderr.write(`${printable(text)}\n`);

    function hear(report: Report): void {
      if (report.kind === "changed") {
        if (report.paths.length + report.styles.length > 0) server.refresh(report);
      } else if (report.kind === "built") {
        const { findings, failure, rendered, milliseconds } = report;
        for (const line of findings) process.stderr.write(`${line}\n`);
        say(failure ?? `built ${rendered} pages in ${milliseconds} ms`);
        server.tell({ findings, failure });
      } else if (report.kind === "print") {
        for (const done of waiting.get(report.slug) ?? []) done(report.folder);
        waiting.delete(report.slug);
      } else say(report.text);
    }

    function broke(reason: string): void {
      for (const done of [...waiting.values()].flat()) done(null);
      waiting.clear();
      server.tell({ findings: [], failure: reason.replaceAll(root, relative(process.cwd(), root)) });
    }

    const pdf = options.values["no-pdf"] !== true;
    const building = startBuilding({ content, output, views, pdf }, hear, broke);
    const assets = join(root, "templates/assets");
    const stop = watchFolders(
      [content, resolve(root, "templates"), resolve(root, "scripts")],
      (paths) => {
        const own = [...paths];
        if (own.some((path) => path.endsWith(".ts") && !path.startsWith(content))) return building.restart();
        if (own.some((path) => path.startsWith(assets))) building.order({ kind: "assets" });
        const inside = own.filter((path) => path === content || path.startsWith(`${content}/`));
        if (inside.length > 0) {
          const names = inside.map((path) => relative(content, path).replaceAll("\\", "/"));
          building.order({ kind: "content", paths: names });
        }
      },
      say,
    );
    await new Promise<void>((done) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
    });
    stop();
    await building.close();
    await server.close();
    return null;
  },
});

// npm run dev: serves the site on this machine, keeps it built while things change, and shows findings over the page.
import { mkdirSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { contentFolder, runCommand } from "./command/command.ts";
import { commonFlags, wholeNumber } from "./command/options.ts";
import { progress } from "./command/progress.ts";
import { printable } from "./command/report.ts";
import { startBuilding } from "./serve/building.ts";
import { devFolder } from "./serve/folders.ts";
import { sameFolder } from "./serve/heartbeat.ts";
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
    const output = join(devFolder(content, root), "site");
    const views = join(devFolder(content, root), "print");
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
    const show = progress(process.stderr);
    const say = (text: string) => {
      show("");
      process.stderr.write(`${printable(text)}\n`);
    };

    function hear(report: Report): void {
      if (report.kind === "changed") {
        if (report.paths.length + report.styles.length > 0) server.refresh(report);
      } else if (report.kind === "built") {
        const { findings, failure, rendered, milliseconds } = report;
        show("");
        for (const line of findings) process.stderr.write(`${line}\n`);
        say(failure ?? `built ${rendered} pages in ${milliseconds} ms`);
        server.tell({ findings, failure });
      } else if (report.kind === "print") {
        for (const done of waiting.get(report.slug) ?? []) done(report.folder);
        waiting.delete(report.slug);
      } else show(printable(report.text), report.count);
    }

    function broke(reason: string): void {
      for (const done of [...waiting.values()].flat()) done(null);
      waiting.clear();
      server.tell({ findings: [], failure: reason.replaceAll(root, relative(process.cwd(), root)) });
    }

    const pdf = options.values["no-pdf"] !== true;
    const building = startBuilding(
      () => ({ content, output, views, pdf, first: server.looked }),
      hear,
      broke,
    );
    const assets = join(root, "templates/assets");
    const tool = [join(root, "templates"), join(root, "scripts")];
    const isTool = (path: string) =>
      tool.includes(path) || (/\.m?ts$|\.mjs$/.test(path) && !path.startsWith(content));
    const stop = watchFolders(
      [content, ...tool],
      (paths) => {
        const own = [...paths];
        if (own.some(isTool)) return building.restart();
        if (own.some((path) => path.startsWith(assets))) building.order({ kind: "assets" });
        const inside = own.filter((path) => path === content || path.startsWith(`${content}${sep}`));
        if (inside.length > 0) {
          const names = inside.map((path) => relative(content, path).replaceAll("\\", "/"));
          building.order({ kind: "content", paths: names });
        }
      },
      say,
    );
    const stopLooking = sameFolder(output, () => {
      say(`${output} is gone: everything is written again`);
      mkdirSync(output, { recursive: true });
      building.restart();
    });
    await new Promise<void>((done) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
    });
    stop();
    stopLooking();
    await building.close();
    await server.close();
    return null;
  },
});

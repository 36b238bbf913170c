// The process that builds for the preview: one build at a time, the newest state of the files, pages first and PDFs behind them.

import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { explain } from "../command/command.ts";
import type { Count } from "../command/progress.ts";
import { findingText, fromHere } from "../command/report.ts";
import { type Finding, hasErrors } from "../model/finding.ts";
import { openPaginator, type Paginator } from "../paginate/paginate.ts";
import { keptSite } from "../rebuild/kept-site.ts";
import { readKit } from "../rebuild/kit.ts";
import { openRemainder } from "../rebuild/remainder.ts";
import { openSession } from "../rebuild/session.ts";
import { openStore } from "../rebuild/store.ts";
import type { BuilderOptions, Order, Report } from "./messages.ts";
import { pagedView } from "./paged-view.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const options = JSON.parse(process.argv[2] ?? "") as BuilderOptions;

function report(one: Report): void {
  if (process.connected) process.send?.(one);
}

function progress(text: string, count?: Count): void {
  report({ kind: "progress", text, ...(count === undefined ? {} : { count }) });
}

/** How long the system is given to mend what it refused. Milliseconds. */
const patience = 2000;

/** What is to be done next; several orders become one. */
type Due = { content: Set<string> | "all" | null; assets: boolean; readonly prints: Set<string> };

const due: Due = { content: "all", assets: false, prints: new Set() };
/** What is looked at comes before all else that a new builder builds; files are read whole the first time, whichever are named. */
const first =
  options.first.length === 0 ? null : new Set(options.first.map((slug) => `packs/${slug}/pack.yaml`));
let running = false;
let ending = false;

const store = openStore();
const site = keptSite(options.output);
const told = { builtAt: null, baseUrl: null, only: null, pdf: options.pdf };
let kit = await readKit();
const session = openSession(options.content, site, {
  told,
  kit,
  store,
  progress,
});
const { graph } = session.line;
const remainder = openRemainder(graph, site, store);
/** Packs whose paged view somebody looks at. */
const viewed = new Set<string>();
let press: Promise<Paginator> | null = null;
let cleared = false;
/** Whether what takes long is on its way, and whether it is on its way with something that is no longer the newest. */
let finishing = false;
let outdated = false;
/**
 * Whether all pages stand as they are to be. While they do not, nothing else may ask for pages: what is rendered for another's
 * question is not due any more and would not be written.
 */
let stands = false;
let pageFindings: readonly Finding[] = [];
/** What was said to be broken, and is. */
let failed: string | null = null;

process.on("message", (order: Order) => {
  if (order.kind === "content") owe(order.paths ?? "all");
  else if (order.kind === "assets") due.assets = true;
  else if (order.kind === "print") due.prints.add(order.slug);
  else ending = true;
  void run();
});
process.on("disconnect", () => {
  ending = true;
  void run();
});

function owe(content: Iterable<string> | "all"): void {
  if (content === "all" || due.content === "all") due.content = "all";
  else due.content = new Set([...(due.content ?? []), ...content]);
}

function isDue(): boolean {
  return due.content !== null || due.assets || due.prints.size > 0 || ending;
}

async function run(): Promise<void> {
  if (running) return;
  running = true;
  while (isDue() && !ending) await turn();
  running = false;
  if (!ending) return;
  await (await press?.catch(() => null))?.close();
  process.exit(0);
}

/** Pages at once; what takes long only while nothing newer waits. */
async function turn(): Promise<void> {
  const start = performance.now();
  const { content, assets } = due;
  const prints = [...due.prints];
  Object.assign(due, { content: null, assets: false });
  due.prints.clear();
  if (content !== null || assets) stands = false;
  try {
    if (assets) await takeAssets();
    if (content !== null || assets) await build(content === "all" ? first : (content ?? new Set()), start);
    for (const slug of prints) await view(slug);
    if (content !== null || assets) void finishSoon();
    failed = null;
  } catch (cause) {
    for (const slug of prints) report({ kind: "print", slug, folder: null });
    // What is stale stays so, and the next change tries again.
    fail(cause, start, () => {
      owe(content ?? []);
      due.assets ||= assets;
      void run();
    });
  }
}

/** Says once what broke. What the system refused is tried again after a while, for it may have room or leave by then. */
function fail(cause: unknown, start: number, again: () => void): void {
  const { code, path } = cause as NodeJS.ErrnoException;
  const missing = code === "ENOENT" && path === options.content;
  const text = missing
    ? `there is no content folder ${path}; it is built as soon as it is there`
    : `${explain(cause)}${code === undefined ? "" : "; it is tried again until it works"}`;
  if (text !== failed) {
    failed = text;
    say([], text, start, 0);
  }
  if (code !== undefined && !missing) setTimeout(again, patience);
}

async function takeAssets(): Promise<void> {
  kit = await readKit();
  const styles = session.dress(kit);
  for (const [, path] of styles) {
    const name = path.replace(/^assets\/(.*)\.[0-9a-f]{10}(\.css)$/, "$1$2");
    const file = kit.wardrobe.asset(name);
    await site.put(file.path, file.path, () => file.bytes);
  }
  if (styles.length > 0) report({ kind: "changed", paths: [], styles });
}

async function build(changed: ReadonlySet<string> | null, start: number): Promise<void> {
  const styled = changed !== null && changed.size === 0;
  const {
    findings,
    changed: paths,
    rendered,
  } = await session.rebuild(changed, (own) => report({ kind: "changed", paths: own.changed, styles: [] }));
  pageFindings = findings;
  stands = !hasErrors(findings);
  // After a change of styles alone the pages say what they said.
  if (paths.length > 0 && !styled) report({ kind: "changed", paths, styles: [] });
  if (!cleared && !hasErrors(findings)) {
    await site.clear();
    cleared = true;
  }
  say([...findings, ...remainder.findings], null, start, rendered.length);
}

function say(findings: readonly Finding[], failure: string | null, start: number, rendered: number): void {
  const lines = fromHere(findings, options.content).map(findingText);
  const milliseconds = Math.round(performance.now() - start);
  const named = failure?.replaceAll(root, relative(process.cwd(), root)) ?? null;
  report({ kind: "built", findings: lines, failure: named, rendered, milliseconds });
}

/** Begins what takes long, or lets what has begun know that there is something newer. Pages never wait for it. */
async function finishSoon(): Promise<void> {
  outdated = true;
  if (finishing) return;
  finishing = true;
  while (outdated && !ending) {
    outdated = false;
    try {
      if (!stands) continue;
      await finish();
      if (failed !== null && isNewest())
        say([...pageFindings, ...remainder.findings], null, performance.now(), 0);
      if (isNewest()) failed = null;
    } catch (cause) {
      fail(cause, performance.now(), () => void finishSoon());
    }
  }
  finishing = false;
}

/** Paged views, search, PDFs and the manifest. */
async function finish(): Promise<void> {
  const start = performance.now();
  for (const slug of viewed) await view(slug);
  if (!isNewest()) return;
  report({ kind: "changed", paths: await remainder.search(kit.tool), styles: [] });
  if (options.pdf && isNewest()) {
    const before = remainder.findings;
    const findings = await remainder.prints(kit, {
      jobs: 1,
      progress,
      open: warmPress,
      printed: (path) => report({ kind: "changed", paths: [path], styles: [] }),
      goOn: isNewest,
    });
    if (findings.length > 0 || before.length > 0) say([...pageFindings, ...findings], null, start, 0);
  }
  progress("");
  if (isNewest()) await remainder.manifest();
}

/** Whether what takes long is about pages that stand and are the newest. */
function isNewest(): boolean {
  return stands && !outdated && !ending;
}

/** The one browser that prints, kept warm. */
async function warmPress(): Promise<Paginator> {
  press ??= openPaginator();
  const paginator = await press.catch((cause: unknown) => {
    press = null;
    throw cause;
  });
  return { ...paginator, close: async () => {} };
}

async function view(slug: string): Promise<void> {
  if (hasErrors(pageFindings)) {
    // The last that was good.
    const folder = join(options.views, slug);
    return report({ kind: "print", slug, folder: existsSync(folder) ? folder : null });
  }
  const made = await pagedView(graph, slug, kit, options.views);
  const again = viewed.has(slug);
  if (made === null) viewed.delete(slug);
  else viewed.add(slug);
  report({ kind: "print", slug, folder: made?.folder ?? null });
  if (again && made?.changed === true)
    report({ kind: "changed", paths: [`packs/${slug}/print/index.html`], styles: [] });
}

void run();

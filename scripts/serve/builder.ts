// The process that builds for the preview: one build at a time, the newest state of the files, pages first and PDFs behind them.

import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { findingText, fromHere, printable } from "../command/report.ts";
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

/** What is to be done next; several orders become one. */
type Due = { content: Set<string> | "all" | null; assets: boolean; readonly prints: Set<string> };

const due: Due = { content: "all", assets: false, prints: new Set() };
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
  progress: (text) => report({ kind: "progress", text }),
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
let pageFindings: readonly Finding[] = [];

process.on("message", (order: Order) => {
  if (order.kind === "content") {
    if (order.paths === null || due.content === "all") due.content = "all";
    else due.content = new Set([...(due.content ?? []), ...order.paths]);
  } else if (order.kind === "assets") due.assets = true;
  else if (order.kind === "print") due.prints.add(order.slug);
  else ending = true;
  void run();
});
process.on("disconnect", () => {
  ending = true;
  void run();
});

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
  try {
    if (assets) await takeAssets();
    if (content !== null || assets) await build(content === "all" ? null : (content ?? new Set()), start);
    for (const slug of prints) await view(slug);
    if (content !== null || assets) void finishSoon();
  } catch (cause) {
    // What is stale stays so, and the next change tries again.
    say([], (cause as Error).message, start, 0);
    process.stderr.write(`${printable((cause as Error).stack ?? String(cause))}\n`);
  }
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
      if (!hasErrors(pageFindings)) await finish();
    } catch (cause) {
      say(pageFindings, (cause as Error).message, performance.now(), 0);
      process.stderr.write(`${printable((cause as Error).stack ?? String(cause))}\n`);
    }
  }
  finishing = false;
}

/** Paged views, search, PDFs and the manifest. */
async function finish(): Promise<void> {
  const start = performance.now();
  for (const slug of viewed) await view(slug);
  if (outdated) return;
  report({ kind: "changed", paths: await remainder.search(kit.tool), styles: [] });
  if (options.pdf) {
    const before = remainder.findings;
    const findings = await remainder.prints(kit, {
      jobs: 1,
      progress: (text) => report({ kind: "progress", text }),
      open: warmPress,
      printed: (path) => report({ kind: "changed", paths: [path], styles: [] }),
      goOn: () => !outdated && !ending,
    });
    if (findings.length > 0 || before.length > 0) say([...pageFindings, ...findings], null, start, 0);
  }
  if (!outdated) await remainder.manifest();
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
  const made = await pagedView(graph, slug, kit, options.views);
  const again = viewed.has(slug);
  if (made === null) viewed.delete(slug);
  else viewed.add(slug);
  report({ kind: "print", slug, folder: made?.folder ?? null });
  if (again && made?.changed === true)
    report({ kind: "changed", paths: [`packs/${slug}/print/index.html`], styles: [] });
}

void run();

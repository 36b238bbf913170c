// The line stays straight: no stage imports a later one, and the pure ones touch neither the world nor the clock.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The stages in their order. `templates/` is a part of render. */
const order =
  "schema model markdown figures pdf read validate parse anchor drift revise changes compose render paginate verify publish".split(
    " ",
  );
/** Stages that touch the world; they may throw and report as commands do. */
const edges = ["read", "paginate", "publish"];
const pure = [...order.filter((stage) => !edges.includes(stage)), "templates"];
/** Files of pure folders that wire in what is not pure. */
const wiring = ["scripts/render/eleventy.ts", "scripts/render/pagefind.ts"];
/** Modules that a pure stage may use: they compute and nothing else. */
const computing = [
  "zod",
  "js-yaml",
  "yaml",
  "markdown-it",
  "sanitize-html",
  "diff",
  "htmlparser2",
  "node:crypto",
  "node:zlib",
  "node:path",
  "d3-geo",
  "topojson-client",
  "geojson",
  "@citation-js/core",
  "@citation-js/plugin-bibtex",
  "@citation-js/plugin-ris",
];
const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\.|\bfetch\(|\bimport\(/;

type File = { readonly path: string; readonly stage: string; readonly text: string };

function stageOf(path: string): string {
  const [top = "", folder = "", ...rest] = path.split("/");
  return top === "scripts" && rest.length > 0 ? folder : top;
}

const files: readonly File[] = ["scripts", "templates"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ts$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => {
      const path = `${folder}/${name}`;
      return { path, stage: stageOf(path), text: readFileSync(join(root, path), "utf8") };
    }),
);

/** What a text imports: paths from the root for our own files, names for packages. */
function importsOf(path: string, text: string): readonly string[] {
  const found = text.matchAll(/^(?:import|export)\s(?:[^"';=]*?\sfrom\s)?"([^"]+)";/gm);
  return [...found].map(([, name = ""]) =>
    name.startsWith(".") ? relative(root, join(root, dirname(path), name)) : name,
  );
}

/** Why a file may not import something; null when it may. */
function objection(stage: string, imported: string): string | null {
  const own = imported.startsWith("scripts/") || imported.startsWith("templates/");
  const target = own ? stageOf(imported) : null;
  if (stage === "templates") {
    return target === null || !["templates", "model", "markdown", "figures"].includes(target)
      ? "templates stand alone"
      : null;
  }
  if (target === null) {
    return pure.includes(stage) && !computing.includes(imported) ? "touches the world" : null;
  }
  if (target === "command" && edges.includes(stage)) return null;
  const place = order.indexOf(target === "templates" ? "render" : target);
  if (place === -1) return "is outside the line";
  return place > order.indexOf(stage) ? "comes later" : null;
}

describe("every file of a stage", () => {
  const staged = files.filter(
    ({ path, stage }) => (order.includes(stage) || stage === "templates") && !wiring.includes(path),
  );

  test("imports only what comes before it", () => {
    const wrong = staged.flatMap(({ path, stage, text }) =>
      importsOf(path, text).flatMap((imported) => {
        const reason = objection(stage, imported);
        return reason === null ? [] : [`${path} imports ${imported}, which ${reason}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(staged.length).toBeGreaterThan(80);
  });

  test("is pure where it must be", () => {
    const wrong = staged.filter(({ stage, text }) => pure.includes(stage) && impure.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

/** A stage, what it imports, and whether it may. */
const rulings: readonly (readonly [string, string, boolean])[] = [
  ["parse", "scripts/validate/text.ts", true],
  ["validate", "scripts/parse/lines.ts", false],
  ["compose", "scripts/render/routes.ts", false],
  ["render", "templates/html.ts", true],
  ["compose", "templates/html.ts", false],
  ["publish", "scripts/command/options.ts", true],
  ["validate", "scripts/command/options.ts", false],
  ["anchor", "scripts/serve/files.ts", false],
  ["anchor", "scripts/line.ts", false],
  ["templates", "scripts/compose/time.ts", false],
  ["templates", "scripts/model/edition.ts", true],
  ["templates", "node:fs", false],
  ["validate", "node:fs/promises", false],
  ["validate", "node:crypto", true],
  ["compose", "puppeteer-core", false],
  ["read", "node:fs/promises", true],
  ["read", "scripts/pdf/file.ts", true],
  ["pdf", "scripts/model/edition.ts", true],
  ["pdf", "scripts/read/attachments.ts", false],
  ["pdf", "node:fs", false],
];

test.each(rulings)("%s imports %s: %s", (stage, imported, allowed) => {
  expect(objection(stage, imported) === null).toBe(allowed);
});

test("imports are seen however they are written", () => {
  const text = [
    'import a from "./a.ts";',
    'import type { B } from "../model/b.ts";',
    'import {\n  c,\n  d,\n} from "node:fs";',
    'import "./e.ts";',
    'export { f } from "./f.ts";',
  ].join("\n");
  expect(importsOf("scripts/parse/x.ts", text)).toEqual([
    "scripts/parse/a.ts",
    "scripts/model/b.ts",
    "node:fs",
    "scripts/parse/e.ts",
    "scripts/parse/f.ts",
  ]);
});

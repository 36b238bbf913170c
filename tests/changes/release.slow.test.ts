// A pack over three editions, from the command that stores them to the pages and the print document that tell of them.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, composeAll } from "../../scripts/line.ts";
import { hasErrors } from "../../scripts/model/finding.ts";
import { disk } from "../../scripts/publish/disk.ts";
import { writeWhole } from "../../scripts/publish/whole-file.ts";
import { read } from "../../scripts/read/read.ts";
import { packRoutes } from "../../scripts/render/routes.ts";
import { printDocument } from "../../templates/print/document.ts";
import { findingLines, stockCopy, temporaryFolder } from "../support/content.ts";
import { verifyPages } from "../support/pages.ts";
import { run } from "../support/run.ts";

const pack = "packs/visit/pack.yaml";
const source = "packs/visit/sources/tass/source.yaml";

async function edit(folder: string, path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(join(folder, path), "utf8");
  if (text.replace(from, to) === text) throw new Error(`not in ${path}: ${from}`);
  await writeFile(join(folder, path), text.replace(from, to));
}

/** A new revision of the article. */
async function revise(folder: string, file: string, lines: readonly string[]): Promise<void> {
  const text = `${lines.join("\n")}\n`;
  await writeFile(join(folder, "packs/visit/sources/tass", file), text);
  const sha256 = createHash("sha256").update(text).digest("hex");
  await edit(folder, source, /$/, `  - {file: ${file}, sha256: ${sha256}, captured: 2023-11-01}\n`);
}

const first = [
  "Lavrov arrived in Pyongyang, the ministry said.",
  '"We discussed AUKUS and the Quad," Lavrov told reporters on Thursday.',
  "The shipment of 15,000 tonnes was was legal, he said.",
  "He said that AUKUS threatens the region.",
];

/** Edition 1 and 2 stored, edition 3 as it is now. */
async function threeEditions(): Promise<string> {
  const folder = await stockCopy();
  const release = () => run("release", ["visit", "--content", folder]);
  expect((await release()).status).toBe(0);
  await edit(folder, pack, "title: A visit", "title: A visit\nedition: 2");
  await edit(folder, pack, "Another visit is likely.", "Another visit is not likely.");
  await revise(folder, "b.txt", [
    first[0] ?? "",
    "A new paragraph came between the first and the second.",
    ...first.slice(1),
  ]);
  expect((await release()).status).toBe(0);
  await edit(folder, pack, "edition: 2", "edition: 3");
  await edit(folder, pack, "2023-10-18", "2023-10-17");
  await edit(folder, "register/people.yaml", "Minister of Foreign Affairs of Russia", "Envoy <b>&");
  await revise(folder, "c.txt", first);
  return folder;
}

async function composedFrom(folder: string) {
  const checked = check((await read(folder)).value);
  if (hasErrors(checked.findings)) throw new Error(findingLines(checked.findings));
  const [edition] = composeAll(checked, { builtAt: null, baseUrl: null, only: null }).editions;
  if (edition === undefined) throw new Error("no edition");
  return edition;
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
}

describe("npm run release", () => {
  test("stores, says so when nothing changed, refuses other content, and stores the next edition", async () => {
    const folder = await stockCopy();
    const release = () => run("release", ["visit", "--content", folder]);
    const stored = join(folder, "packs/visit/editions");
    expect(await release()).toMatchObject({
      status: 0,
      stdout:
        "edition 1 of visit is stored: 17 records in packs/visit/editions/1.json\n" +
        "before you change it, raise `edition` in packs/visit/pack.yaml to 2\n",
    });
    const bytes = await readFile(join(stored, "1.json"), "utf8");
    expect((await release()).stdout).toContain("is stored already, with the same content");
    await edit(folder, pack, "likelihood: likely", "likelihood: unlikely");
    const refused = await release();
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain("edition-stored: edition 1 is stored with other content");
    expect(refused.stdout).toContain("nothing was stored");
    expect(await readFile(join(stored, "1.json"), "utf8")).toBe(bytes);
    await edit(folder, pack, "title: A visit", "title: A visit\nedition: 2");
    expect((await release()).status).toBe(0);
    expect(await readdir(stored)).toEqual(["1.json", "2.json"]);
  });

  test("never leaves half a file, whatever breaks", async () => {
    for (const broken of ["write", "rename"] as const) {
      const folder = await temporaryFolder();
      const path = join(folder, "1.json");
      await writeFile(path, "before");
      const failing = { ...disk, [broken]: () => Promise.reject(new Error("broken")) };
      await expect(writeWhole(path, new Uint8Array([65]), failing)).rejects.toThrow("broken");
      expect(await readdir(folder)).toEqual(["1.json"]);
      expect(await readFile(path, "utf8")).toBe("before");
    }
  });
});

describe("three editions", () => {
  test("are told on pages and in print, and every link leads somewhere", async () => {
    const edition = await composedFrom(await threeEditions());
    const routes = packRoutes(edition, { pdf: false });
    const pages = new Map(
      [...routes].filter(([path]) => path.endsWith(".html")).map(([path, page]) => [path, page()]),
    );
    const changes = textOf(pages.get("packs/visit/changes/index.html") ?? "");
    expect(changes).toMatch(/From edition 2 to edition 3.*From edition 1 to edition 2/);
    expect(changes).toContain("date moved from 18 October 2023 to 17 October 2023");
    expect(changes).toContain(
      "role changed from “Minister of Foreign Affairs of Russia” to “Envoy &lt;b&gt;&amp;”",
    );
    expect(changes).toMatch(/Key point 1: reworded\s+Another visit is not likely\./);
    expect(changes).toContain("Withdrawn paragraph: 1a");
    expect(changes).toContain("New paragraph: 1a");

    const briefing = pages.get("packs/visit/index.html") ?? "";
    expect(briefing).toContain('href="changes/index.html">Changes since edition 2</a>');
    expect(briefing).toContain('href="changes/index.html#change-');
    expect(textOf(briefing)).toContain("[1a] withdrawn in edition 3");
    expect(textOf(pages.get("packs/visit/source/index.html") ?? "")).toContain("[1a] withdrawn in edition 3");
    expect(edition.sources[0]?.blocks.map(({ id, number }) => [id, number])).toEqual([
      ["tass-p1", 1],
      ["tass-p2", 2],
      ["tass-p3", 3],
      ["tass-p4", 4],
    ]);
    const known = new Set([...routes.keys()]);
    const own = verifyPages(pages, known).filter(({ message }) => /duplicate|#/.test(message));
    expect(own.map(({ message }) => message)).toEqual([]);

    const print = String(printDocument(edition));
    expect(textOf(print)).toContain("Changes since edition 2");
    expect(print).toContain('class="before changed"');
    expect(print).toMatch(/<tr id="person-sergey-lavrov" class="changed"/);
    expect(print).not.toContain("change-mark");
    for (const [, id] of print.matchAll(/data-page-of="([^"]*)"/g)) expect(print).toContain(` id="${id}"`);
  });

  test("without the stored ones: numbers from one, no page of changes, no trace in print", async () => {
    const edition = await composedFrom(await stockCopy());
    expect(edition.changes).toEqual([]);
    expect(
      [...packRoutes(edition, { pdf: false }).keys()].filter((path) => path.includes("changes")),
    ).toEqual([]);
    expect(String(printDocument(edition))).not.toMatch(/class="[^"]*changed|Changes since/);
  });

  test("a stored edition that somebody made up breaks nothing", async () => {
    const folder = await stockCopy();
    const record = (kind: string, id: string, fields: object) => ({
      kind,
      id,
      label: "<script>",
      language: null,
      fields,
    });
    const stored = {
      format: 1,
      edition: 1,
      date: "2023-10-19",
      time: "2023-10-19",
      records: [
        record("prose", "constructor", {
          text: "<img src=x onerror=alert(1)>",
          constructor: "x",
          to_string: "y",
        }),
        record("pack", "", { title: "</title>", date: "never", confidence: "total", language: "en-x-none" }),
        record("box", "aukus", { type: "constructor", title: "constructor" }),
        record("person", "sergey-lavrov", { name: "\u202eevil", affiliation: "__proto__", has_own: "z" }),
        record("key-point", "99", { text: "", confidence: "total" }),
        record("source", "tass", { publish: "perhaps", language: "ru" }),
      ],
      paragraphs: [
        { source: "tass", numbers: [{ number: "7a", hash: "0123456789abcdef", sketch: "", withdrawn: 900 }] },
        { source: "toString", numbers: [] },
      ],
    };
    await edit(folder, pack, "title: A visit", "title: A visit\nedition: 2");
    await mkdir(join(folder, "packs/visit/editions"));
    const text = JSON.stringify(stored).replace("\u202e", "\\u202e");
    await writeFile(join(folder, "packs/visit/editions/1.json"), text);
    const edition = await composedFrom(folder);
    const pages = [...packRoutes(edition, { pdf: false })].map(([, page]) => page());
    pages.push(String(printDocument(edition)));
    for (const page of pages.filter((one) => one.startsWith("<!doctype"))) {
      expect(page).not.toMatch(/<script>|<img|native code/);
    }
    expect(textOf(pages.join(" "))).toContain("[7a] withdrawn in edition 900");
  });

  test("words that the source's terms withhold now are not told by way of their change", async () => {
    const folder = await stockCopy();
    expect((await run("release", ["visit", "--content", folder])).status).toBe(0);
    await edit(folder, pack, "title: A visit", "title: A visit\nedition: 2");
    await edit(folder, source, "language: en", "language: en\npublish: none");
    const edition = await composedFrom(folder);
    expect(edition.changes[0]?.changes.length).toBeGreaterThan(0);
    expect(JSON.stringify(edition)).not.toContain("We discussed AUKUS");
    expect(String(printDocument(edition))).not.toContain("We discussed AUKUS");
  });
});

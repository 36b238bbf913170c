// Saved pages and what a reader sees in them: `tests/cases/inspect/<name>/page.*` → `expected.txt`, its record and blocks.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readArticle } from "../../scripts/parse/parse.ts";

const folder = fileURLToPath(new URL("../cases/inspect/", import.meta.url));

test.each(readdirSync(folder).sort())("%s", (name) => {
  const file = readdirSync(join(folder, name)).find((one) => one.startsWith("page.")) ?? "";
  const { value, findings } = readArticle(file, new Uint8Array(readFileSync(join(folder, name, file))));
  expect(findings).toEqual([]);
  const record = Object.entries(value.metadata).filter(([, stated]) => stated !== null);
  const lines = [
    ...record.map(([key, stated]) => `${key}: ${stated}`),
    "",
    ...value.source.blocks.map(
      ({ kind, level, text }) => `${kind}${level ?? ""}: ${text.replaceAll("\t", " | ")}`,
    ),
  ];
  expect(`${lines.join("\n")}\n`).toBe(readFileSync(join(folder, name, "expected.txt"), "utf8"));
});

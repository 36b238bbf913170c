// Every rule has a folder tests/cases/check/<rule>[.variant]: files laid over the stock, and the findings that they must make.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printable } from "../../scripts/command/report.ts";
import { casesFolder, checkCase, findingLines } from "../support/content.ts";

const folder = join(casesFolder, "check");
const cases = readdirSync(folder).sort();
/** Cases that are about no single rule. */
const free = ["clean", "accepted", "several"];

test.each(cases)("%s", async (name) => {
  const { findings } = await checkCase(join(folder, name));
  const expected = readFileSync(join(folder, name, "expected.txt"), "utf8");
  expect(printable(findingLines(findings))).toBe(expected);
  const [rule = ""] = name.split(".");
  if (!free.includes(rule)) expect(new Set(findings.map((one) => one.rule))).toEqual(new Set([rule]));
});

test("accepted cases have no findings", () => {
  const accepted = cases.filter((name) => name === "clean" || name.startsWith("accepted."));
  for (const name of accepted) expect(readFileSync(join(folder, name, "expected.txt"), "utf8")).toBe("");
});

test("every rule that a stage can emit has a case", () => {
  const scripts = new URL("../../scripts/", import.meta.url);
  const rules = ["read", "validate", "parse", "anchor", "revise"].flatMap((stage) =>
    sourcesOf(new URL(`${stage}/`, scripts)).flatMap((file) => {
      const text = readFileSync(new URL(`${stage}/${file}`, scripts), "utf8");
      const plain = text.matchAll(
        /(?:finding\(\s*"(?:error|warning)",|problem\(|fail\(|trouble\(|rule:)\s*"([a-z-]+)"/g,
      );
      const unknown = [...text.matchAll(/\bknown\(\s*"([a-z]+)"/g)].map(([, kind]) => `unknown-${kind}`);
      return [...[...plain].map(([, rule]) => rule), ...unknown];
    }),
  );
  const bodies = ["box", "person", "organisation", "place", "term"].map((kind) => `unknown-${kind}`);
  const covered = new Set(cases.map((name) => name.split(".")[0]));
  // A file of more than 24 MB is tested where sources are parsed.
  const expected = new Set([...rules, ...bodies].filter((rule) => rule !== "too-large"));
  expect([...expected].filter((rule) => !covered.has(rule))).toEqual([]);
  expect(rules.length).toBeGreaterThan(40);
});

function sourcesOf(stage: URL): readonly string[] {
  return readdirSync(stage, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
}

// The JSON Schemas beside the schemas are those that they make, and take the content as editors read it.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { jsonSchemas } from "../../scripts/schema/schemas.ts";

const folder = new URL("../../scripts/schema/", import.meta.url);
const content = new URL("../../content/", import.meta.url);

test("are up to date", () => {
  const made = jsonSchemas();
  expect(readdirSync(folder).filter((name) => name.endsWith(".json"))).toEqual([...made.keys()].sort());
  for (const [name, text] of made) expect(readFileSync(new URL(name, folder), "utf8"), name).toBe(text);
});

const named = readdirSync(content, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, content), "utf8");
    const address = /^# yaml-language-server: \$schema=(\S+)/.exec(text)?.[1];
    return address === undefined ? [] : [{ name, text, schema: new URL(address, new URL(name, content)) }];
  });

test.each(named)("$name keeps to the schema that it names", ({ text, schema }) => {
  const checker = z.fromJSONSchema(JSON.parse(readFileSync(schema, "utf8")));
  expect(checker.safeParse(parse(text)).error?.issues ?? []).toEqual([]);
  expect(checker.safeParse([{ nonsense: true }]).success).toBe(false);
});

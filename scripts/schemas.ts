// Writes the JSON Schemas of the YAML files; a test fails when those that are checked in are stale.
import { writeFile } from "node:fs/promises";
import { jsonSchemas } from "./schema/schemas.ts";

for (const [name, text] of jsonSchemas()) {
  await writeFile(new URL(`schema/${name}`, import.meta.url), text);
}

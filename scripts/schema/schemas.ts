// Every kind of YAML file by name, and the JSON Schemas with which editors complete and check them.
import { z } from "zod";
import { annotations } from "./annotations.ts";
import { box } from "./box.ts";
import { pack } from "./pack.ts";
import { organisations, people, places, terms } from "./register.ts";
import { site } from "./site.ts";
import { source } from "./source.ts";

export const schemas = { site, pack, annotations, source, box, people, organisations, places, terms };

export type SchemaName = keyof typeof schemas;

/** File name → text of the JSON Schema of each kind of file, as checked in beside this file. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(jsonSchema(schema), null, 2)}\n`,
    ]),
  );
}

/** A field that reads its value from text, such as a number, says in `chancery` what editors should expect. */
function jsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema: made }) => {
      const { chancery } = made as { chancery?: object };
      if (chancery === undefined) return;
      for (const key of Object.keys(made)) delete made[key];
      Object.assign(made, chancery);
    },
  });
}

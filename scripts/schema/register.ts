// The registers: people, organisations, places and terms that packs share, keyed by id.
import { z } from "zod";
import { decimal, id, language, line, partialDate, references, text } from "./fields.ts";

const named = {
  name: line,
  native_name: z.strictObject({ text: line, lang: language }).nullish(),
  aliases: z.array(line).nullish(),
  role: line.nullish(),
  as_of: partialDate.nullish(),
  note: text.nullish(),
  references,
};

export const people = z.record(
  id,
  z.strictObject({ ...named, affiliation: line.nullish(), died: partialDate.nullish() }),
);

export const organisations = z.record(id, z.strictObject({ ...named, affiliation: line.nullish() }));

export const places = z.record(
  id,
  z.strictObject({ ...named, lat: decimal(-90, 90).nullish(), lon: decimal(-180, 180).nullish() }),
);

export const terms = z.record(id, z.strictObject(named));

export type EntryFields = z.output<typeof people>[string] &
  Partial<Pick<z.output<typeof places>[string], "lat" | "lon">>;

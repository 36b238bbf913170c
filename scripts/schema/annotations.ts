// annotations.yaml: how the pack's notes point at its sources, and what each one says.
import { z } from "zod";
import { id, line, text } from "./fields.ts";

export const bodyNames = [
  "quotation",
  "box",
  "person",
  "organisation",
  "place",
  "term",
  "note",
  "sic",
] as const;

export const annotation = z.strictObject({
  id,
  source: id.nullish(),
  exact: line,
  prefix: line.nullish(),
  suffix: line.nullish(),
  quotation: z.strictObject({ speaker: id, form: z.enum(["direct", "indirect"]) }).nullish(),
  box: id.nullish(),
  person: id.nullish(),
  organisation: id.nullish(),
  place: id.nullish(),
  term: id.nullish(),
  note: text.nullish(),
  sic: text.nullish(),
});

export const annotations = z.array(annotation);

export type AnnotationFields = z.output<typeof annotation>;

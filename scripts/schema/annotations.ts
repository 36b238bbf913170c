// annotations.yaml: how the pack's notes point at its sources, and what each one says.
import { z } from "zod";
import { date, id, line, text } from "./fields.ts";

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

/** A wording that the note has had: the revision in which these words stood, and when they were accepted for it. */
const wording = z.strictObject({ revision: line, exact: line, accepted: date.nullish() });

export const annotation = z.strictObject({
  id,
  source: id.nullish(),
  exact: line,
  prefix: line.nullish(),
  suffix: line.nullish(),
  /** Oldest first; the last is the present one. */
  history: z.array(wording).nullish(),
  /** `shown`: how the words are printed: … for what is left out, [ ] for what is put in, the rest verbatim. */
  quotation: z
    .strictObject({ speaker: id, form: z.enum(["direct", "indirect"]), shown: line.nullish() })
    .nullish(),
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

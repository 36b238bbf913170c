// The front matter of content/boxes/<id>.md.
import { z } from "zod";
import { line, partialDate, references, text } from "./fields.ts";

export const box = z.strictObject({
  title: line,
  kind: line.nullish(),
  as_of: partialDate.nullish(),
  review_by: partialDate.nullish(),
  summary: text.nullish(),
  references,
});

export type BoxFields = z.output<typeof box>;

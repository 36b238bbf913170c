// editions/<n>.json: what an edition said when it was stored, as records of words. Written by a tool, read like any content.
import { z } from "zod";
import { id, language, moment, partialDate } from "./fields.ts";

export const recordKinds = [
  "pack",
  "prose",
  "key-point",
  "source",
  "quotation",
  "annotation",
  "box",
  "person",
  "organisation",
  "place",
  "term",
  "timeline",
  "reference",
] as const;

/** Lower case words joined by `_`; never a name that objects have of their own. */
const fieldName = z.string("must be a name").regex(/^[a-z][a-z_]{0,30}$/, "must be the name of a field");

export const storedRecord = z.strictObject({
  kind: z.enum(recordKinds),
  /** What it is matched by; the position, from 1, of what has no id. */
  id: z.string("must be an id").max(100, "has more than 100 letters"),
  /** What a reader calls it. */
  label: z.string("must be text"),
  /** Language of the words of a source; null for the pack's own. */
  language: language.nullable(),
  fields: z
    .record(fieldName, z.string("must be text"))
    .refine((fields) => fields.language === undefined || language.safeParse(fields.language).success, {
      error: "must name a language by its tag",
    }),
});

/** A paragraph keeps its number for good: one that is gone stays in the list, with the edition that it is gone from. */
export const storedParagraph = z.strictObject({
  number: z
    .string("must be a number")
    .regex(/^\d{1,6}[a-z]{0,4}$/, "must be a paragraph's number: 12 or 12a"),
  hash: z.string("must be a hash").regex(/^[0-9a-f]{16}$/, "must be 16 hexadecimal digits"),
  /** Hashes of some of its words, six digits each, in order. */
  sketch: z.string("must be hashes").regex(/^([0-9a-f]{6}){0,64}$/, "must be hashes of six digits each"),
  withdrawn: z.int("must be an edition").min(1).max(999_999_999).nullable(),
});

export const storedEdition = z.strictObject({
  format: z.literal(1, "must be 1"),
  edition: z.int("must be a whole number").min(1, "must be 1 or more").max(999_999_999, "is too large"),
  /** The day that the briefing speaks of, and the newest date in its records. */
  date: partialDate,
  time: moment,
  records: z.array(storedRecord).max(20_000, "has more than 20,000 records"),
  paragraphs: z
    .array(z.strictObject({ source: id, numbers: z.array(storedParagraph).max(100_000) }))
    .max(1000),
});

export type StoredEdition = z.output<typeof storedEdition>;
export type StoredRecord = z.output<typeof storedRecord>;
export type StoredParagraph = z.output<typeof storedParagraph>;
export type RecordKind = StoredRecord["kind"];

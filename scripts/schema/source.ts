// source.yaml: where an article comes from, on what terms, and its captured states.
import { z } from "zod";
import { address, language, line, moment, text } from "./fields.ts";

export const revision = z.strictObject({
  file: line.refine((name) => /^[^/\\]+$/.test(name) && !name.startsWith("."), {
    error: "must be the name of a file beside source.yaml",
  }),
  sha256: z.string("must be a SHA-256").regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits"),
  captured: moment.nullish(),
  /** What the server said of its character set. */
  charset: line.nullish(),
});

export const source = z.strictObject({
  publisher: line,
  title: line.nullish(),
  url: address.nullish(),
  place: line.nullish(),
  published: moment.nullish(),
  language: language.nullish(),
  licence: line.nullish(),
  publish: z.enum(["full", "excerpts", "none"]).nullish(),
  grade: z
    .strictObject({
      reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
      credibility: z
        .enum(["1", "2", "3", "4", "5", "6"])
        .transform(Number)
        .meta({ chancery: { enum: [1, 2, 3, 4, 5, 6] } }),
    })
    .nullish(),
  note: text.nullish(),
  revisions: z.array(revision).min(1, "needs at least one revision"),
});

export type SourceFields = z.output<typeof source>;

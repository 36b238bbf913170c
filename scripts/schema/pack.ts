// pack.yaml: what the desk says of one briefing.
import { z } from "zod";
import { date, id, integer, language, line, partialDate, references, text } from "./fields.ts";

export const markings = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;

export const sectionNames = [
  "summary",
  "key_points",
  "article",
  "analysis",
  "boxes",
  "people",
  "timeline",
  "quotations",
  "assessment",
  "not_said",
  "references",
] as const;

export const keyPoint = z.strictObject({
  text,
  confidence: z.enum(["low", "moderate", "high"]).nullish(),
  likelihood: line.nullish(),
  support: z.array(id).nullish(),
});

export const timelineEvent = z.strictObject({
  date: partialDate,
  until: partialDate.nullish(),
  title: line,
  text: text.nullish(),
  references: z.array(id).nullish(),
  people: z.array(id).nullish(),
});

export const pack = z.strictObject({
  title: line,
  subtitle: line.nullish(),
  date,
  edition: integer.nullish(),
  marking: z.enum(markings).nullish(),
  language: language.nullish(),
  paper: z.enum(["A4", "Letter"]).nullish(),
  yardstick: z.enum(["PHIA", "ICD 203"]).nullish(),
  summary: text.nullish(),
  key_points: z.array(keyPoint).nullish(),
  boxes: z.array(id).nullish(),
  timeline: z.array(timelineEvent).nullish(),
  assessment: text.nullish(),
  not_said: text.nullish(),
  references,
  sections: z.array(z.enum(sectionNames)).nullish(),
});

export type PackFields = z.output<typeof pack>;

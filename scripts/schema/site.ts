// site.yaml: what the site says of itself.
import { z } from "zod";
import { address, language, line } from "./fields.ts";
import { markings } from "./pack.ts";

export const site = z.strictObject({
  title: line.nullish(),
  publisher: line.nullish(),
  contact: line.nullish(),
  base_url: address
    .refine((value) => !/[?#]/.test(value), { error: "must end with its path: no `?` and no `#`" })
    .nullish(),
  language: language.nullish(),
  licence: line.nullish(),
  /** Markings that may be built without a warning, besides TLP:CLEAR. */
  markings: z.array(z.enum(markings)).nullish(),
});

export type SiteFields = z.output<typeof site>;

// The kinds of field that YAML files are made of. YAML scalars arrive as text; each field says what it reads from it.
import { z } from "zod";

const day = /^\d{4}-\d{2}-\d{2}$/;
const partialDay = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Text, Markdown included; may run over several lines. */
export const text = z
  .string("must be text")
  .refine((value) => value.trim() !== "", { error: "is empty" })
  .meta({ minLength: 1 });

/** Text on one line. */
export const line = text
  .refine((value) => !/[\n\r]/.test(value.trimEnd()), { error: "must stand on one line" })
  .transform((value) => value.trimEnd());

/** Names records in files, addresses and fragments. */
export const id = z
  .string("must be an id")
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/,
    "must be an id: letters a to z, digits, `-` and `_`, at most 80",
  );

export const date = z.string("must be a day").refine((value) => day.test(value) && exists(value), {
  error: "must be a day that exists, written 2023-10-19",
});

export const partialDate = z
  .string("must be a date")
  .refine((value) => partialDay.test(value) && exists(value), {
    error: "must be a day, month or year: 2023-10-19, 2023-10 or 2023",
  })
  .meta({ chancery: { type: ["string", "integer"] } });

/** A day, or a day and a time with its zone. */
export const moment = z
  .string("must be a date")
  .refine((value) => instant.test(value) && exists(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)), {
    error: "must be a day, or a day and time with its zone: 2023-10-19 or 2023-10-19T08:30:00Z",
  });

export const address = z.string("must be an address").refine((value) => isWebAddress(value), {
  error: "must be a web address that starts with https:// or http://",
});

/** BCP 47. */
export const language = z.string("must be a language tag").refine((value) => isLanguage(value), {
  error: "must be a language tag such as en, ru, ko or zh-Hant",
});

export const integer = z
  .string("must be a whole number")
  .regex(/^[1-9]\d{0,8}$/, "must be a whole number from 1")
  .transform(Number)
  .meta({ chancery: { type: "integer", minimum: 1 } });

export function decimal(minimum: number, maximum: number) {
  return z
    .string("must be a number")
    .regex(/^-?\d+(\.\d+)?$/, "must be a number in digits, such as 39.0194")
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, {
      error: `must be between ${minimum} and ${maximum}`,
    })
    .meta({ chancery: { type: "number", minimum, maximum } });
}

export const reference = z.strictObject({
  id,
  title: line,
  publisher: line.nullish(),
  date: partialDate.nullish(),
  url: address.nullish(),
  note: line.nullish(),
});

export const references = z.array(reference).nullish();

function exists(value: string): boolean {
  const [year = 0, month = 1, dayOfMonth = 1] = value.split("-").map(Number);
  const made = new Date(Date.UTC(year, month - 1, dayOfMonth));
  made.setUTCFullYear(year);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === dayOfMonth;
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(value) && URL.canParse(value);
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

// One value as it stands in a file (ISO 32000-1, 7.3).

import { PdfString, Ref, Stream, type Value } from "./objects.ts";

const names = new Map<string, string>();
/** What begins a value without a space before it. */
const DELIMITERS = "/(<[";
const MOST_NAMES = 10_000;

/** `numberOf` gives the number under which an object is written. Of a stream its dictionary. */
export function written(value: Value, numberOf: (ref: Ref) => number): string {
  if (typeof value === "string") return nameOf(value);
  if (typeof value === "number") return decimal(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (value instanceof Ref) return `${numberOf(value)} 0 R`;
  if (value instanceof PdfString) return stringOf(value.raw);
  if (value instanceof Stream) return written(value.dict, numberOf);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, numberOf)).join(" ")}]`;
  let text = "<<";
  for (const [key, entry] of value) {
    const after = written(entry, numberOf);
    text += nameOf(key) + (DELIMITERS.includes(after.charAt(0)) ? after : ` ${after}`);
  }
  return `${text}>>`;
}

export function latin(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function nameOf(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (char) => `#${hexOf(char)}`)}`;
  if (names.size < MOST_NAMES) names.set(name, text);
  return text;
}

/** Without exponents, which PDF does not know. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(10) : text;
}

function stringOf(raw: string): string {
  if (/^[ -~]*$/.test(raw)) return `(${raw.replace(/[()\\]/g, "\\$&")})`;
  return `<${hexOf(raw)}>`;
}

function hexOf(raw: string): string {
  return latin(raw).toString("hex").toUpperCase();
}

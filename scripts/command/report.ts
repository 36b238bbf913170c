// Findings to text: one line each, safe for terminals, with the path that an editor can follow.
import { isAbsolute, relative } from "node:path";
import type { Finding } from "../model/finding.ts";

/**
 * Findings with `file` relative to the working folder instead of the content folder. Files of the tool itself, such as
 * its styles, come with their whole path.
 */
export function fromHere(findings: readonly Finding[], contentFolder: string): readonly Finding[] {
  const here = (path: string) => relative(process.cwd(), path).replaceAll("\\", "/");
  const folder = here(contentFolder);
  return findings.map((one) => {
    if (isAbsolute(one.file)) return { ...one, file: here(one.file) };
    return { ...one, file: folder === "" ? one.file : `${folder}/${one.file}` };
  });
}

/** `file:line:column: severity rule-id: message`, then the hint on a line of its own. */
export function findingText({ file, line, column, severity, rule, message, hint }: Finding): string {
  const first = oneLine(`${file}:${line}:${column}: ${severity} ${rule}: ${message}`);
  return hint === "" ? first : `${first}\n    ${oneLine(hint)}`;
}

/** `2 errors, 1 warning`. */
export function countText(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  return (
    [errors > 0 ? counted(errors, "error") : "", warnings > 0 ? counted(warnings, "warning") : ""]
      .filter(Boolean)
      .join(", ") || "no findings"
  );
}

const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Control characters, and those that turn the writing direction, as code points, so that content cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(steering, (character) => `<U+${hexadecimal(character)}>`);
}

/** The same for JSON, in its own escapes. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(steering, (character) => `\\u${hexadecimal(character)}`);
}

function oneLine(text: string): string {
  return printable(text).replaceAll("\n", "<U+000A>");
}

function hexadecimal(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

// One YAML file, or the front matter of one Markdown file, from bytes to a narrowed record.
import type { z } from "zod";
import type { ContentFile, Located } from "../model/content.ts";
import { type Finding, finding } from "../model/finding.ts";
import { narrow } from "./narrow.ts";
import { decodeText } from "./text.ts";
import { parseYaml } from "./yaml.ts";

type Read<T> = { readonly record: T | null; readonly findings: readonly Finding[] };

/** `empty` is what an empty file stands for; without it an empty file is a finding. */
export function yamlRecord<Schema extends z.ZodType>(
  { path, bytes }: ContentFile,
  schema: Schema,
  empty?: z.output<Schema>,
): Read<Located<z.output<Schema>>> {
  const { text, findings } = decodeText(path, bytes);
  if (text === null || findings.length > 0) return { record: null, findings };
  return narrowYaml(path, text, 0, schema, empty);
}

/** A Markdown file that starts with YAML between two lines of `---`. */
export function markdownRecord<Schema extends z.ZodType>(
  { path, bytes }: ContentFile,
  schema: Schema,
): Read<Located<z.output<Schema>> & { readonly body: string; readonly bodyLine: number }> {
  const { text, findings } = decodeText(path, bytes);
  if (text === null || findings.length > 0) return { record: null, findings };
  const front = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (front === null) {
    const start = finding(
      "error",
      "front-matter",
      { file: path, line: 1, column: 1 },
      "has no front matter",
      "start the file with `---`, `title: …`, `---`",
    );
    return { record: null, findings: [start] };
  }
  const read = narrowYaml(path, front[1] ?? "", 1, schema, undefined);
  if (read.record === null) return { record: null, findings: read.findings };
  const bodyLine = front[0].split("\n").length;
  return { record: { ...read.record, body: text.slice(front[0].length), bodyLine }, findings: read.findings };
}

function narrowYaml<Schema extends z.ZodType>(
  path: string,
  text: string,
  skipLines: number,
  schema: Schema,
  empty: z.output<Schema> | undefined,
): Read<Located<z.output<Schema>>> {
  const { parsed, findings } = parseYaml(path, text, skipLines);
  if (parsed === null) return { record: null, findings };
  if (parsed.value === null) {
    if (empty !== undefined) return { record: { value: empty, at: parsed.at }, findings: [] };
    return {
      record: null,
      findings: [finding("error", "empty", parsed.at(), "is empty", "fill it in, or delete the file")],
    };
  }
  const { narrowed, findings: problems } = narrow(schema, parsed);
  return { record: narrowed, findings: problems };
}

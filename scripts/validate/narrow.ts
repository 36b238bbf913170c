// A plain value to its exact type: every way in which it differs from its schema becomes a finding at its place.
import type { z } from "zod";
import type { Locate, Located } from "../model/content.ts";
import { type Finding, finding } from "../model/finding.ts";
import { suggest } from "./suggest.ts";
import { keyItself } from "./yaml.ts";

/**
 * The narrowed value and the findings. Where only optional fields are at fault the value is had without them, so that
 * the rest is still checked; null otherwise.
 */
export function narrow<Schema extends z.ZodType>(
  schema: Schema,
  parsed: Located<unknown>,
): { readonly narrowed: Located<z.output<Schema>> | null; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(parsed.value);
  if (result.success) return { narrowed: { value: result.data, at: parsed.at }, findings: [] };
  const { issues } = result.error;
  const rest = schema.safeParse(without(parsed.value, issues));
  return {
    narrowed: rest.success ? { value: rest.data, at: parsed.at } : null,
    findings: issues.flatMap((issue) => explain(issue, schema, parsed)),
  };
}

type Issue = z.core.$ZodIssue;

/** The value with unknown keys taken out and the fields at fault empty. */
function without(value: unknown, issues: readonly Issue[]): unknown {
  const rest = structuredClone(value);
  for (const issue of issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : issue.path.slice(-1);
    const parent = valueAt(rest, issue.code === "unrecognized_keys" ? issue.path : issue.path.slice(0, -1));
    if (parent === null || typeof parent !== "object") continue;
    for (const key of keys) {
      if (issue.code === "unrecognized_keys") Reflect.deleteProperty(parent, key);
      else Reflect.set(parent, key, null);
    }
  }
  return rest;
}

function explain(issue: Issue, schema: z.ZodType, { at, value }: Located<unknown>): readonly Finding[] {
  const label = name(issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) =>
      problem(
        "unknown-key",
        at,
        [...issue.path, key, keyItself],
        `does not know the key \`${key}\``,
        suggest(key, known),
      ),
    );
  }
  if (issue.code === "invalid_key") {
    const reason = issue.issues[0]?.message ?? "must be an id";
    return [problem("invalid-id", at, [...issue.path, keyItself], `\`${label}\` ${reason}`)];
  }
  const given = valueAt(value, issue.path);
  if (given === undefined || given === null) {
    return [
      problem(
        "missing-key",
        at,
        issue.path,
        `lacks \`${label}\``,
        given === null ? "give it a value" : "add it",
      ),
    ];
  }
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    const shown = typeof given === "string" ? `\`${given}\`` : "this";
    return [
      problem(
        "invalid-value",
        at,
        issue.path,
        `\`${label}\` may not be ${shown}`,
        suggest(String(given), known) || `one of: ${known.join(", ")}`,
      ),
    ];
  }
  if (issue.code === "invalid_type") {
    return [
      problem(
        "invalid-type",
        at,
        issue.path,
        `\`${label}\` must be ${nouns[issue.expected] ?? issue.expected}, not ${kindOf(given)}`,
      ),
    ];
  }
  return [problem("invalid-value", at, issue.path, `\`${label}\` ${issue.message}`)];
}

function problem(
  rule: string,
  at: Locate,
  path: readonly PropertyKey[],
  message: string,
  hint = "",
): Finding {
  return finding("error", rule, at(...path), message, hint);
}

const nouns: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a map of keys",
  record: "a map of keys",
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return value === null ? "empty" : typeof value === "object" ? "a map of keys" : "text";
}

/** `key_points[2].text`, or `the file` for the whole. */
function name(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>(
      (label, step) =>
        typeof step === "number"
          ? `${label}[${step}]`
          : label === ""
            ? String(step)
            : `${label}.${String(step)}`,
      "",
    ) || "the file"
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      inner === null || inner === undefined ? undefined : (inner as Record<PropertyKey, unknown>)[step],
    value,
  );
}

/** Keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  type Definition = {
    innerType?: z.ZodType;
    element?: z.ZodType;
    valueType?: z.ZodType;
    in?: z.ZodType;
    shape?: Record<string, z.ZodType>;
  };
  const [step, ...rest] = path;
  const definition = schema.def as Definition;
  const inner = definition.innerType ?? definition.in;
  if (inner !== undefined) return keysAt(inner, path);
  if (step === undefined) return Object.keys(definition.shape ?? {});
  const next = definition.shape?.[String(step)] ?? definition.element ?? definition.valueType;
  return next === undefined ? [] : keysAt(next, rest);
}

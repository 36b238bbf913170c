// What an author is told: a value, never an exception, made by any stage and printed only by a verb.

export type Severity = "error" | "warning";

/** A place in a file of content. `line` and `column` count from 1; columns count code points. */
export type Place = {
  /** Path with forward slashes, relative to the content folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

export type Finding = Place & {
  /** Stable id of the rule, e.g. `unknown-key`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in one line. */
  readonly message: string;
  /** How to mend it, in one line; empty when the message says it all. */
  readonly hint: string;
};

/** A value that is only worth having when no finding of the run is an error. */
export type Outcome<T> = { readonly value: T; readonly findings: readonly Finding[] };

export function finding(severity: Severity, rule: string, place: Place, message: string, hint = ""): Finding {
  return { rule, severity, file: place.file, line: place.line, column: place.column, message, hint };
}

/** Every warning an error. */
export function strictly(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((one) => ({ ...one, severity: "error" }));
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((one) => one.severity === "error");
}

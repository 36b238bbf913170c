// Command lines to options, and findings to text.
import { describe, expect, test } from "vitest";
import { commonFlags, help, parseOptions, UsageError, wholeNumber } from "../../scripts/command/options.ts";
import { progress } from "../../scripts/command/progress.ts";
import { countText, findingText, printable, printableJson } from "../../scripts/command/report.ts";
import type { Finding } from "../../scripts/model/finding.ts";

const flags = { ...commonFlags, only: { type: "string", help: "SLUG", multiple: true } } as const;

describe("wrong usage is named", () => {
  test.each([
    [["--contnet", "x"], "unknown flag --contnet: did you mean --content?"],
    [["--strictt"], "unknown flag --strictt: did you mean --strict?"],
    [["--zzzzzzzz"], "unknown flag --zzzzzzzz"],
    [["-x"], "'-x'"],
    [["--content"], "--content"],
    [["--content", "--strict"], "--content"],
    [["--content="], "--content needs a value"],
    [["--strict=yes"], "--strict"],
    [["--format", "xml"], "--format is text or json, not xml"],
    [["extra"], "`extra`"],
    [["--", "--strict"], "`--strict`"],
  ])("%j", (args, message) => {
    expect(() => parseOptions(args, flags, 0)).toThrow(UsageError);
    expect(() => parseOptions(args, flags, 0)).toThrow(message);
  });
});

test("right usage is read", () => {
  const args = ["--only", "a", "--format=json", "--only", "b", "--strict", "word"];
  const { values, positionals } = parseOptions(args, flags, 1);
  expect(values).toEqual({ only: ["a", "b"], format: "json", strict: true });
  expect(positionals).toEqual(["word"]);
});

test("a flag may take the words after it, up to the next flag", () => {
  const taking = { ...flags, accept: { type: "string", help: "ID", multiple: true, rest: true } } as const;
  const read = (...args: readonly string[]) => parseOptions(args, taking, 2);
  expect(read("pack", "--accept", "a", "b", "--strict", "article")).toEqual({
    values: { accept: ["a", "b"], strict: true },
    positionals: ["pack", "article"],
  });
  expect(read("pack", "--accept=a", "b").values.accept).toEqual(["a", "b"]);
  expect(read("--only", "a", "b").positionals).toEqual(["b"]);
  expect(() => read("pack", "--accept")).toThrow(UsageError);
});

test("help names every flag", () => {
  for (const name of Object.keys(flags)) expect(help("usage", flags)).toContain(`--${name}`);
});

test("numbers of flags have bounds", () => {
  expect(wholeNumber("port", "8080", 1, 65535)).toBe(8080);
  expect(wholeNumber("port", undefined, 1, 65535)).toBeNull();
  for (const text of ["0", "65536", "-1", "1.5", "1e3", "", "0x50", "٣"]) {
    expect(() => wholeNumber("port", text, 1, 65535), text).toThrow(UsageError);
  }
});

const finding: Finding = {
  rule: "orphan",
  severity: "error",
  file: "content/a.yaml",
  line: 3,
  column: 7,
  message: "says \u001b[31m“x”\nb.yaml:1:1: error y: forged",
  hint: "turn \u202e\u009b\u2028 off",
};

test("a finding is one line and its hint, whatever the content holds", () => {
  expect(findingText(finding)).toBe(
    "content/a.yaml:3:7: error orphan: says <U+001B>[31m“x”<U+000A>b.yaml:1:1: error y: forged\n    turn <U+202E><U+009B><U+2028> off",
  );
  expect(findingText({ ...finding, message: "m", hint: "" })).toBe("content/a.yaml:3:7: error orphan: m");
});

test("JSON holds no character that steers a terminal, and reads as it was", () => {
  const text = printableJson([finding]);
  expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\u2028]/);
  expect(JSON.parse(text)).toEqual([finding]);
});

test("other text keeps its lines and its letters", () => {
  expect(printable("a\nb é 平壌 الرئيس")).toBe("a\nb é 平壌 الرئيس");
});

test.each([
  [[], "no findings"],
  [["error"], "1 error"],
  [["error", "warning", "error"], "2 errors, 1 warning"],
  [["warning", "warning"], "2 warnings"],
] as const)("%j: %s", (severities, text) => {
  expect(countText(severities.map((severity) => ({ ...finding, severity })))).toBe(text);
});

test("progress is plain lines away from a terminal", () => {
  const written: string[] = [];
  const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) });
  const plain = progress(stream(false));
  plain("one");
  plain("");
  expect(written.splice(0)).toEqual(["one\n"]);
  const terminal = progress(stream(true));
  terminal("one");
  terminal("");
  expect(written.join("")).toMatch(/one/);
});

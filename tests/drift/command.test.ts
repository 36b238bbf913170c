// npm run drift as other tools call it: one line of JSON a selector, offsets in code points of the new reader text.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../support/run.ts";

async function drift(files: Readonly<Record<string, string>>, selectors: unknown) {
  const folder = await mkdtemp(join(tmpdir(), "chancery-drift-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    }),
  );
  const list = join(folder, "selectors.json");
  await writeFile(list, JSON.stringify(selectors));
  const { stdout, stderr, status } = await run("drift", [...paths, "--selectors", list, "--format", "json"]);
  const lines = stdout === "" ? [] : stdout.trimEnd().split("\n");
  return { status, stderr, lines: lines.map((line) => JSON.parse(line)) };
}

const html = (body: string) => `<!doctype html><html><body><article>${body}</article></body></html>`;

test("astral characters, markup and white space: offsets and words are the new reader text's", async () => {
  const { status, stderr, lines } = await drift(
    {
      "old.txt": "\u{1f642}\u{1f642} Dr Rao spoke first.\n\n政府支持该计划。 He left.\n",
      "new.html": html(
        "<p>New \u{1f642}: \u{1f642}\u{1f642} Dr  Rao <b>spoke</b> first.</p><p>政府不支持该计划。 He left.</p>",
      ),
    },
    [
      { id: "a", exact: "Dr Rao spoke" },
      { id: "b", exact: "支持该计划", prefix: null },
      { id: "c", exact: "He left", suffix: "." },
      { id: "d", exact: "nowhere" },
    ],
  );
  expect(status).toBe(0);
  expect(lines).toEqual([
    { id: "a", verdict: "unchanged", start: 10, end: 22, matched: "Dr Rao spoke" },
    { id: "b", verdict: "changed", start: 33, end: 38, matched: "支持该计划" },
    { id: "c", verdict: "unchanged", start: 40, end: 47, matched: "He left" },
    { id: "d", verdict: "lost", start: null, end: null, matched: null },
  ]);
  expect(stderr).toContain("orphan: d:");
});

test("two candidates are ambiguous, context tells them apart, and nothing of it is a finding", async () => {
  const text = "Gold fell. Silver rose. Gold fell.";
  const { status, stderr, lines } = await drift({ "old.txt": text, "new.md": text }, [
    { id: "both", exact: "Gold fell" },
    { id: "second", exact: "Gold fell", prefix: "rose." },
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(lines).toEqual([
    { id: "both", verdict: "ambiguous", start: null, end: null, matched: null },
    { id: "second", verdict: "unchanged", start: 24, end: 33, matched: "Gold fell" },
  ]);
});

test("of an emptied article everything is lost", async () => {
  const { status, lines } = await drift({ "old.txt": "Gold fell.", "new.txt": "" }, [
    { id: "a", exact: "Gold fell" },
  ]);
  expect(status).toBe(0);
  expect(lines).toEqual([{ id: "a", verdict: "lost", start: null, end: null, matched: null }]);
});

test.each([
  ["a folder", ".", "is no file"],
  ["a file that is not there", "none.txt", "there is no file none.txt"],
  ["a file of no stated format", "LICENSE", "has no extension that says its format"],
])("%s is refused in words", async (_, path, words) => {
  const folder = await mkdtemp(join(tmpdir(), "chancery-drift-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "none.json"), "[]");
  const args = [path, "README.md", "--selectors", join(folder, "none.json")];
  const { stdout, stderr, status } = await run("drift", args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(words);
});

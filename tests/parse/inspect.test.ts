// npm run inspect as its reader sees it: what is printed where, and the exit status.
import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cases = join(root, "tests/cases/inspect");

function inspect(
  args: readonly string[],
  cwd = root,
): Promise<{ status: unknown; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, "scripts/inspect.ts"), ...args],
      { cwd },
      (error, stdout, stderr) => done({ status: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

test("--format json: the record, null where nothing is stated, and the blocks", async () => {
  const { status, stdout, stderr } = await inspect([
    join(cases, "utf-16-turkish/page.html"),
    "--format",
    "json",
  ]);
  expect([status, stderr]).toEqual([0, ""]);
  const told = JSON.parse(stdout);
  expect(Object.keys(told)).toEqual([
    "title",
    "byline",
    "publisher",
    "published",
    "language",
    "direction",
    "url",
    "blocks",
    "words",
    "sha256",
    "findings",
  ]);
  expect(told).toMatchObject({
    byline: null,
    publisher: null,
    published: null,
    language: "tr",
    direction: null,
    url: null,
    findings: [],
  });
  expect(told.blocks[0]).toEqual({
    kind: "heading",
    level: 1,
    text: "Bakanlar adalara feribot hattı için anlaştı",
  });
  expect(told.blocks[1]).toEqual({ kind: "paragraph", text: expect.stringMatching(/^Üç bölgenin/) });
  expect(told.words).toBe(66);
  expect(told.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("text: numbered blocks, nothing that steers the terminal", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chancery-inspect-"));
  await writeFile(
    join(folder, "a.html"),
    "<title>A\u001b[2J title</title><h1>A\u001b[2J title</h1><p>One\u202e two three four five six.</p><table><tr><td>a</td><td>b</td></tr></table>",
  );
  const { status, stdout } = await inspect(["a.html"], folder);
  expect(status).toBe(0);
  expect(stdout.split("\n")).toEqual([
    "title      A<U+001B>[2J title",
    ...["byline", "publisher", "published", "language", "direction", "url"].map(
      (name) => `${name.padEnd(11)}—`,
    ),
    "blocks     3, of 11 words",
    "",
    "1  heading 1     A<U+001B>[2J title",
    "2  paragraph     One<U+202E> two three four five six.",
    "3  row           a | b",
    "",
  ]);
});

test("an error is a finding and 1; wrong usage and what is no file are 2", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chancery-inspect-"));
  await writeFile(join(folder, "empty.txt"), "");
  const [empty, json, none, nowhere, directory] = await Promise.all([
    inspect(["empty.txt"], folder),
    inspect(["empty.txt", "--format", "json"], folder),
    inspect([], folder),
    inspect(["nowhere.txt"], folder),
    inspect([folder], folder),
  ]);
  const said = "empty.txt:1:1: error empty-source: holds no text\n    capture the article again\n";
  expect(empty).toEqual({ status: 1, stdout: said, stderr: "1 error\n" });
  const { blocks, title, findings } = JSON.parse(json.stdout);
  expect([blocks, title, findings.length]).toEqual([[], null, 1]);
  expect(nowhere).toEqual({ status: 2, stdout: "", stderr: "there is no file nowhere.txt\n" });
  expect([none.status, directory.status]).toEqual([2, 2]);
});

// Updating a pack from end to end: what is stored, what is told, what is reworded, and that nothing else changes.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { check } from "../../scripts/line.ts";
import { read } from "../../scripts/read/read.ts";
import { stockCopy, stockText } from "../support/content.ts";
import { filesOf } from "../support/files.ts";
import { run } from "../support/run.ts";

const source = "packs/visit/sources/tass";
const old = stockText(`${source}/2023-10-19.txt`);
const edited = old.replace("We discussed", "We never discussed").replace("was was", "was");

let folder: string;
let article: string;

beforeEach(async () => {
  folder = await stockCopy();
  article = join(folder, "..", "article.txt");
  await writeFile(article, edited);
});

const update = (...args: readonly string[]) =>
  run("update", ["visit", ...args, "--content", folder, "--captured", "2023-10-21"]);
const text = (path: string) => readFile(join(folder, path), "utf8");
const hash = (bytes: string) => createHash("sha256").update(bytes).digest("hex");
async function findings(): Promise<readonly string[]> {
  const files = await read(folder);
  return [...files.findings, ...check(files.value).findings].map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );
}

describe("a new state", () => {
  test("is stored beside the old one, and no note is changed", async () => {
    const before = await filesOf(folder);
    const { status, stdout } = await update(article);
    expect(status).toBe(0);
    expect(stdout).toContain(`stored ${source}/2023-10-21.txt, revision 2, SHA-256 ${hash(edited)}`);
    expect(stdout).toContain("4 notes: 2 unchanged, 2 changed");
    expect(stdout).toContain("that is: We {+never +}discussed AUKUS and the Quad");
    const after = await filesOf(folder);
    const changed = [...after]
      .filter(([path, bytes]) => !before.get(path)?.equals(bytes))
      .map(([path]) => path);
    expect(changed).toEqual([`${source}/2023-10-21.txt`, `${source}/source.yaml`]);
    expect(await text(`${source}/2023-10-21.txt`)).toBe(edited);
    expect(await text(`${source}/source.yaml`)).toBe(
      `${stockText(`${source}/source.yaml`)}  - file: 2023-10-21.txt\n    sha256: ${hash(edited)}\n    captured: 2023-10-21\n`,
    );
    expect(await findings()).toEqual(["warning anchor-changed", "warning anchor-changed"]);
  });

  test("keeps what its author wrote in source.yaml, comments and all", async () => {
    const written = `# ours\r\npublisher: TASS   # the agency\r\nrevisions: [{file: 2023-10-19.txt, sha256: ${hash(old)}}] # one\r\nlanguage: en`;
    await writeFile(join(folder, source, "source.yaml"), written);
    expect((await update(article)).status).toBe(0);
    const added = `, {file: 2023-10-21.txt, sha256: ${hash(edited)}, captured: 2023-10-21}`;
    expect(await text(`${source}/source.yaml`)).toBe(written.replace("}]", `}${added}]`));
  });

  test("takes the next name of its day and keeps its extension", async () => {
    await update(article);
    const page = join(folder, "..", "page.HTML");
    await writeFile(page, `<article><h1>Visit</h1><p>${edited.replaceAll("\n", "</p><p>")}</p></article>`);
    const { stdout } = await update(page);
    expect(stdout).toContain("2023-10-21.HTML, revision 3");
    await writeFile(article, `${edited}More.\n`);
    expect((await update(article)).stdout).toContain("2023-10-21-2.txt, revision 4");
    await writeFile(article, old);
    expect((await update(article)).stdout).toContain("2023-10-21-3.txt, revision 5");
    expect((await findings()).filter((one) => one.startsWith("error"))).toEqual([]);
  });

  test("with the very bytes of the newest says so and changes nothing", async () => {
    await writeFile(article, old);
    const before = await filesOf(folder);
    const { status, stdout } = await update(article);
    expect(status).toBe(0);
    expect(stdout).toBe(
      "article.txt has the very bytes of 2023-10-19.txt, the newest revision of tass: nothing changed\n",
    );
    expect(await filesOf(folder)).toEqual(before);
  });

  test("in other bytes that read the same is said to", async () => {
    await writeFile(article, old.replaceAll("\n", "\r\n"));
    const { stdout } = await update(article);
    expect(stdout).toContain("its text reads as it did: only the file is another");
    expect(stdout).toContain("4 notes: 4 unchanged\n");
  });

  test("is only spoken of in a dry run", async () => {
    const before = await filesOf(folder);
    const { stdout } = await update(article, "--dry-run", "--accept", "discussed");
    expect(stdout).toContain("would store");
    expect(stdout).toContain("would reword discussed");
    expect(await filesOf(folder)).toEqual(before);
  });

  test("is told as JSON", async () => {
    const { stdout } = await update(article, "--format", "json");
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      pack: "visit",
      source: "tass",
      revision: { file: "2023-10-21.txt", sha256: hash(edited), captured: "2023-10-21", number: 2 },
      identical: false,
      accepted: [],
      findings: [],
    });
    expect(told.written).toHaveLength(2);
    expect(
      told.annotations.map(({ id, verdict }: { id: string; verdict: string }) => `${id} ${verdict}`),
    ).toEqual(["discussed changed", "aukus unchanged", "pyongyang unchanged", "was-was changed"]);
    expect(told.annotations[0]).toMatchObject({
      was: "We discussed AUKUS and the Quad",
      proposed: "We never discussed AUKUS and the Quad",
    });
  });
});

describe("new words", () => {
  test("are taken into the note with its history, and the note stands again", async () => {
    await update(article);
    const { status, stdout } = await update("--accept", "discussed", "was-was");
    expect(status).toBe(0);
    expect(stdout).toContain("reworded discussed:");
    const written = await text("packs/visit/annotations.yaml");
    const day = new Date().toISOString().slice(0, 10);
    expect(written).toBe(
      stockText("packs/visit/annotations.yaml")
        .replace(
          "  exact: We discussed AUKUS and the Quad\n",
          `  exact: We never discussed AUKUS and the Quad\n  history:\n    - {revision: 2023-10-19.txt, exact: We discussed AUKUS and the Quad}\n    - {revision: 2023-10-21.txt, exact: We never discussed AUKUS and the Quad, accepted: ${day}}\n`,
        )
        .replace(
          "exact: was was,",
          `exact: was, history: [{revision: 2023-10-19.txt, exact: was was}, {revision: 2023-10-21.txt, exact: was, accepted: ${day}}],`,
        ),
    );
    expect(await findings()).toEqual([]);
  });

  test("are taken with an article at once, and once more for the next state", async () => {
    await update(article, "--accept", "discussed");
    await writeFile(article, edited.replace("never discussed", "hardly ever discussed"));
    await update(article, "--accept", "discussed", "--source", "tass");
    const written = await text("packs/visit/annotations.yaml");
    expect(
      [...written.matchAll(/revision: (\S+), exact: ([^,}]+)/g)].map(([, file, words]) => `${file} ${words}`),
    ).toEqual([
      "2023-10-19.txt We discussed AUKUS and the Quad",
      "2023-10-21.txt We never discussed AUKUS and the Quad",
      "2023-10-21-2.txt We hardly ever discussed AUKUS and the Quad",
    ]);
    expect(await findings()).toEqual(["warning anchor-changed"]);
  });

  test("of a look-alike are taken only when they are asked for", async () => {
    const elsewhere = `${old.replace("Lavrov arrived in Pyongyang, the ministry said.\n", "")}Kim was not in Pyongyang.\n`;
    await writeFile(article, elsewhere);
    const { stdout } = await update(article);
    expect(stdout).toContain("pyongyang: lost");
    expect(stdout).toContain("the same words stand elsewhere; if they are meant");
    await update("--accept", "pyongyang");
    expect(await findings()).toEqual([]);
  });
});

/** What is asked, and what is answered; the content stays as it was. */
const wrong: readonly (readonly [string, readonly string[], number, string])[] = [
  ["a pack that is not there", ["vist", "ARTICLE"], 2, "there is no pack vist; did you mean visit?"],
  ["no pack", [], 2, "which pack?"],
  ["nothing to do", ["visit"], 2, "needs an ARTICLE"],
  ["a source that is not there", ["visit", "ARTICLE", "--source", "tas"], 2, "did you mean tass?"],
  ["a file that is not there", ["visit", "nowhere.txt"], 2, "there is no file nowhere.txt"],
  ["a folder", ["visit", "CONTENT"], 2, "is no file"],
  ["a day that is none", ["visit", "ARTICLE", "--captured", "2023-02-30"], 2, "--captured must be a day"],
  ["a note that is not there", ["visit", "ARTICLE", "--accept", "discused"], 2, "did you mean discussed?"],
  ["a note that stands", ["visit", "ARTICLE", "--accept", "aukus"], 2, "there is nothing to take"],
  [
    "one good note and one that stands",
    ["visit", "ARTICLE", "--accept", "discussed", "aukus"],
    2,
    "nothing to take",
  ],
  ["a terminal that is none", ["visit", "ARTICLE", "--interactive"], 2, "--interactive needs a terminal"],
  ["a flag that is none", ["visit", "ARTICLE", "--acept", "discussed"], 2, "did you mean --accept?"],
  ["two articles", ["visit", "ARTICLE", "ARTICLE"], 2, "does not know what to do with"],
  ["an empty file", ["visit", "EMPTY"], 1, "error empty-source: holds no text"],
  ["a binary file", ["visit", "BINARY"], 1, "error binary:"],
  ["no format", ["visit", "PICTURE"], 1, "error format:"],
];

test.each(wrong)("refuses %s", async (_name, args, status, words) => {
  const beside = (name: string) => join(folder, "..", name);
  await writeFile(beside("empty.txt"), "\n \n");
  await writeFile(
    beside("binary.txt"),
    new Uint8Array(3000).map((_, index) => (index * 7919) % 256),
  );
  await writeFile(beside("picture.png"), "png");
  const names: Readonly<Record<string, string>> = {
    ARTICLE: article,
    CONTENT: folder,
    EMPTY: beside("empty.txt"),
    BINARY: beside("binary.txt"),
    PICTURE: beside("picture.png"),
  };
  const before = await filesOf(folder);
  const found = await run("update", [...args.map((arg) => names[arg] ?? arg), "--content", folder]);
  expect(`${found.stdout}${found.stderr}`).toContain(words);
  expect(found.status).toBe(status);
  expect(await filesOf(folder)).toEqual(before);
});

test("a pack whose records are broken is mended first", async () => {
  await writeFile(join(folder, "packs/visit/annotations.yaml"), "- {id: x");
  const before = await filesOf(folder);
  const { status, stdout } = await update(article);
  expect([status, stdout.split("\n")[0]]).toEqual([1, expect.stringContaining("error yaml")]);
  expect(await filesOf(folder)).toEqual(before);
});

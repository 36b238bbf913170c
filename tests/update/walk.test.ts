// Going through changed notes: what is asked, what each answer does, and a real terminal.
import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { Row } from "../../scripts/update/report.ts";
import { walk } from "../../scripts/update/walk.ts";
import { stockCopy, stockText } from "../support/content.ts";
import { root } from "../support/run.ts";

const changed = (id: string): Row => ({
  id,
  line: 1,
  verdict: "changed",
  was: "old words",
  proposed: "new words",
  difference: [
    { kind: "removed", text: "old" },
    { kind: "added", text: "new" },
    { kind: "same", text: " words" },
  ],
  before: "before",
  after: "after",
  acceptable: true,
});
const lost: Row = {
  ...changed("lost"),
  verdict: "lost",
  proposed: null,
  difference: null,
  acceptable: false,
};

/** The notes, what is typed, and the notes whose words are taken. */
const cases: readonly (readonly [string, readonly Row[], string, readonly string[]])[] = [
  ["takes and leaves", [changed("a"), changed("b"), changed("c")], "a\ns\naccept\n", ["a", "c"]],
  ["stops", [changed("a"), changed("b")], "A\nq\n", ["a"]],
  ["stops where input ends", [changed("a"), changed("b")], "a\n", ["a"]],
  ["leaves on an empty line", [changed("a")], "\n", []],
  ["asks again after nonsense", [changed("a")], "what?\na\n", ["a"]],
  ["takes nothing of what is lost", [lost, changed("b")], "a\ns\na\n", ["b"]],
  ["asks nothing where nothing changed", [], "", []],
];

test.each(cases)("%s", async (_name, rows, typed, taken) => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(typed);
  expect(await walk(rows, "visit", "annotations.yaml", { input, output })).toEqual(taken);
  const said = String(output.read() ?? "");
  for (const { id } of rows.slice(0, 1)) expect(said).toContain(`1 of ${rows.length}  ${id}:`);
});

test("on a terminal", async () => {
  const folder = await stockCopy();
  const path = "packs/visit/sources/tass/2023-10-19.txt";
  const article = join(folder, "..", "article.txt");
  await writeFile(article, stockText(path).replace("We discussed", "We never discussed"));
  const verb = [
    process.execPath,
    `${root}scripts/update.ts`,
    "visit",
    article,
    "--content",
    folder,
    "--interactive",
  ];
  const child = spawn("script", ["-qec", verb.join(" "), "/dev/null"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
    if (chunk.includes("q: stop >")) child.stdin.write("a\r");
  });
  const status = await new Promise((done) => child.on("close", done));
  expect(said).toContain("1 of 1  discussed: changed");
  expect(said).toContain("reworded discussed");
  expect(status).toBe(0);
  expect(await readFile(join(folder, "packs/visit/annotations.yaml"), "utf8")).toContain(
    "exact: We never discussed AUKUS and the Quad\n",
  );
});

// npm run build when it must not write: content with errors, warnings that count, a foreign folder, wrong usage.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stockCopy, temporaryFolder } from "../support/content.ts";
import { filesOf } from "../support/files.ts";
import { run } from "../support/run.ts";

describe("build", () => {
  test("a failed build leaves the last one byte for byte", async () => {
    const content = await stockCopy();
    const folder = join(content, "..");
    const args = ["--content", "content", "--out", "site", "--no-pdf", "--format", "json"];
    const good = await run("build", args, { cwd: folder });
    expect(good.status).toBe(0);
    const before = await filesOf(join(folder, "site"));
    const { findings, written } = JSON.parse(good.stdout);
    expect(findings).toEqual([]);
    expect(written).toEqual([...before.keys()].sort());

    const annotations = join(content, "packs/visit/annotations.yaml");
    const text = await readFile(annotations, "utf8");
    await writeFile(annotations, text.replace("discussed AUKUS", "discussed Aukus"));
    const bad = await run("build", args, { cwd: folder });
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({
      findings: [{ rule: "orphan", file: "content/packs/visit/annotations.yaml", line: 2, column: 10 }],
      written: [],
    });
    expect(await filesOf(join(folder, "site"))).toEqual(before);

    await writeFile(annotations, text);
    await writeFile(join(content, "stray.txt"), "");
    const strict = await run("build", [...args, "--strict"], { cwd: folder });
    expect([strict.status, JSON.parse(strict.stdout).written]).toEqual([1, []]);
    expect(await filesOf(join(folder, "site"))).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(["content", "site"]);
  });

  test("wrong usage and a foreign folder: 2, nothing on standard output, nothing touched", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "mine"));
    await writeFile(join(folder, "mine/diary.txt"), "dear diary");
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["--out", join(folder, "mine")], "did not make"],
      [["--only", "lavrov"], "--only: there is no pack lavrov; did you mean lavrov-pyongyang-2023?"],
      [["--built-at", "2023-02-30"], "--built-at"],
    ];
    const runs = await Promise.all(
      cases.map(([args]) => run("build", ["--out", join(folder, "site"), ...args, "--no-pdf"])),
    );
    for (const [index, { status, stdout, stderr }] of runs.entries()) {
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(cases[index]?.[1]);
    }
    expect(await readdir(folder, { recursive: true })).toEqual(["mine", join("mine", "diary.txt")]);
  });
});

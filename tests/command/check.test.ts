// npm run check as its reader sees it: what is printed where, and the exit status.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { casesFolder, stockCopy, stockFolder } from "../support/content.ts";
import { root, run } from "../support/run.ts";

describe("check", () => {
  test("clean content: 0", async () => {
    expect(await run("check", ["--content", stockFolder])).toEqual({
      status: 0,
      stdout: "no findings\n",
      stderr: "",
    });
  });

  test("errors: 1, findings on standard output, the count on standard error", async () => {
    const folder = await stockCopy();
    await writeFile(join(folder, "packs/visit/pack.yaml"), "titel: \u00e9\u001b[2J\n");
    await writeFile(join(folder, "boxes/quad.md"), "---\ntitel: The Quad\n---\n");
    const { status, stdout, stderr } = await run("check", ["--content", "content"], {
      cwd: join(folder, ".."),
    });
    expect(status).toBe(1);
    expect(stdout).toContain(
      "content/boxes/quad.md:2:1: error unknown-key: does not know the key `titel`\n    did you mean title?\n",
    );
    expect(stdout).toContain("content/packs/visit/pack.yaml:1:9: error hidden-character:");
    expect(stdout).not.toContain("\u001b");
    expect(stderr).toBe("3 errors\n");
  });

  test("--format json: one array, files relative to the working folder", async () => {
    const folder = await stockCopy();
    await writeFile(join(folder, "packs/visit/pack.yaml"), "");
    const { status, stdout, stderr } = await run("check", ["--content", folder, "--format", "json"], {
      cwd: join(folder, "packs"),
    });
    expect([status, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toEqual([
      {
        rule: "empty",
        severity: "error",
        file: "../packs/visit/pack.yaml",
        line: 1,
        column: 1,
        message: "is empty",
        hint: "fill it in, or delete the file",
      },
    ]);
  });

  test("warnings: 0, and 1 with --strict, as errors", async () => {
    const folder = await stockCopy();
    await writeFile(join(folder, "notes.txt"), "stray");
    const usual = await run("check", ["--content", folder]);
    expect([usual.status, usual.stderr]).toEqual([0, "1 warning\n"]);
    expect(usual.stdout).toContain(" warning stray-file: ");
    const strict = await run("check", ["--content", folder, "--strict"]);
    expect([strict.status, strict.stderr]).toEqual([1, "1 error\n"]);
    expect(strict.stdout).toContain(" error stray-file: ");
  });

  test("wrong usage: 2, nothing on standard output, no stack", async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["--contnet"], "unknown flag --contnet: did you mean --content?"],
      [["--content", join(casesFolder, "nowhere")], "there is no content folder"],
      [["--content", join(root, "package.json")], "there is no content folder"],
    ];
    const runs = await Promise.all(cases.map(([args]) => run("check", args)));
    for (const [index, { status, stdout, stderr }] of runs.entries()) {
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(cases[index]?.[1]);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  test("--help: 0, on standard output", async () => {
    const { status, stdout, stderr } = await run("check", ["--nonsense", "--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("--content");
  });
});

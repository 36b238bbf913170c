// npm run build without PDFs: what is written, what is left alone, and that the same content makes the same bytes anywhere.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Manifest } from "../../scripts/model/manifest.ts";
import { stockCopy, temporaryFolder } from "../support/content.ts";
import { root, run } from "../support/run.ts";

/** Path → bytes of every file of a folder, in order. */
async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const),
    ),
  );
}

describe("build", () => {
  test("the real content twice, elsewhere and in another zone and locale: the same bytes, nobody's paths", async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    await cp(join(root, "content"), join(two, "moved/elsewhere"), { recursive: true });
    const planted = { CHANCERY_CANARY: "planted-value-9f3" };
    const runs = await Promise.all([
      run("build", ["--no-pdf", "--out", join(one, "site")], { env: { TZ: "UTC", LANG: "C", ...planted } }),
      run("build", ["--no-pdf", "--content", "elsewhere", "--out", "../deep/er/site"], {
        cwd: join(two, "moved"),
        env: {
          TZ: "Pacific/Kiritimati",
          LANG: "tr_TR",
          LC_ALL: "tr_TR.UTF-8",
          HOME: "/nonexistent",
          ...planted,
        },
      }),
    ]);
    expect(runs.map(({ status }) => status)).toEqual([0, 0]);
    const [first, second] = [await filesOf(join(one, "site")), await filesOf(join(two, "deep/er/site"))];
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [path, bytes] of first) expect(second.get(path)?.equals(bytes), path).toBe(true);

    const manifest = JSON.parse(String(first.get("manifest.json"))) as Manifest;
    const made = [...first]
      .filter(([path]) => path !== "manifest.json")
      .map(([path, bytes]) => ({
        path,
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      }));
    const order = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
    expect(manifest.files.toSorted(order)).toEqual(made.toSorted(order));

    const secrets = [root, one, two, "/root/", "/home/", hostname(), userInfo().homedir, "planted-value-9f3"];
    const leaks = [...first].flatMap(([path, bytes]) =>
      secrets
        .filter((secret) => secret.length > 3 && bytes.includes(secret))
        .map((secret) => `${path}: ${secret}`),
    );
    expect(leaks).toEqual([]);
    expect([...first.keys()].filter((path) => path.endsWith(".pdf"))).toEqual([]);
    for (const [path, bytes] of first)
      if (path.endsWith(".html")) expect(String(bytes), path).not.toMatch(/\.pdf"/);
  });

  test("a failed build leaves the last one byte for byte, and the next one succeeds", async () => {
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
    expect((await run("build", args, { cwd: folder })).status).toBe(0);
    expect(await filesOf(join(folder, "site"))).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(["content", "site"]);
  });

  test("--only, --base-url and --built-at", async () => {
    const content = await stockCopy();
    const folder = join(content, "..");
    await cp(join(content, "packs/visit"), join(content, "packs/broken"), { recursive: true });
    await writeFile(join(content, "packs/broken/pack.yaml"), "");
    const { status, stderr, stdout } = await run(
      "build",
      [
        ...["--content", "content", "--out", "site", "--no-pdf", "--only", "visit"],
        ...["--base-url", "https://elsewhere.example/x", "--built-at", "2030-01-02"],
      ],
      { cwd: folder },
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining("rendering")]);
    expect(stdout).toContain("1 packs");
    const files = await filesOf(join(folder, "site"));
    expect([...files.keys()].filter((path) => path.includes("broken"))).toEqual([]);
    expect(String(files.get("feed.xml"))).toContain("https://elsewhere.example/x/packs/visit/");
    expect(String(files.get("feed.xml"))).not.toContain("briefings.example");
    expect(JSON.parse(String(files.get("packs/visit/pack.json")))).toMatchObject({
      time: "2030-01-02T00:00:00Z",
    });
  });

  test("a folder that Chancery did not make is refused, and left alone", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "mine"));
    await writeFile(join(folder, "mine/diary.txt"), "dear diary");
    const { status, stdout, stderr } = await run("build", ["--no-pdf", "--out", join(folder, "mine")]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("did not make");
    expect(await readdir(folder, { recursive: true })).toEqual(["mine", join("mine", "diary.txt")]);
  });

  test.each([
    [["--only", "lavrov"], "--only: there is no pack lavrov; did you mean lavrov-pyongyang-2023?"],
    [["--base-url", "example.org"], "--base-url"],
    [["--built-at", "2023-02-30"], "--built-at"],
    [["--built-at", "yesterday"], "--built-at"],
    [["--jobs", "0"], "--jobs"],
    [["--out", "content/site"], "may not hold one another"],
    [["--nopdf"], "did you mean --no-pdf?"],
  ])("%j: 2", async (args, message) => {
    const out = args.includes("--out") ? [] : ["--out", join(await temporaryFolder(), "site")];
    const { status, stdout, stderr } = await run("build", [...args, ...out, "--no-pdf"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

// npm run build without PDFs: what its flags change, and that the same content makes the same bytes anywhere.
import { createHash } from "node:crypto";
import { cp, writeFile } from "node:fs/promises";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Manifest } from "../../scripts/model/manifest.ts";
import { stockCopy, temporaryFolder } from "../support/content.ts";
import { filesOf } from "../support/files.ts";
import { root, run } from "../support/run.ts";

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
});

// What npm brings: exact versions, nothing that runs on install, and for each platform what a package offers it.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const manifest = read("package.json");
const { packages } = read("package-lock.json") as { readonly packages: Readonly<Record<string, Entry>> };
const entries = Object.entries(packages).filter(([path]) => path !== "");

/** What Paged.js rests on: their scripts print a notice, and are never run here. */
const noticed = ["node_modules/core-js", "node_modules/es5-ext"];

test("nothing runs when it is installed", () => {
  const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  expect(scripted.filter((path) => !noticed.includes(path))).toEqual([]);
  expect(readFileSync(new URL("../../.npmrc", import.meta.url), "utf8")).toContain("ignore-scripts=true");
});

test("every package of ours is of one version", () => {
  const asked: Readonly<Record<string, string>> = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  };
  for (const [name, version] of Object.entries(asked)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("each is known by its hash, and none by where it was fetched", () => {
  for (const [path, { integrity, resolved }] of entries) {
    expect(integrity, path).toMatch(/^sha512-/);
    expect(resolved, path).toBeUndefined();
  }
});

test("programs come for every platform that has them", () => {
  for (const name of ["pagefind", "@biomejs/biome"]) {
    for (const platform of Object.keys(
      packages[`node_modules/${name}`]?.optionalDependencies ?? { none: "" },
    ))
      expect(Object.keys(packages), `${name} on ${platform}`).toContain(`node_modules/${platform}`);
  }
});

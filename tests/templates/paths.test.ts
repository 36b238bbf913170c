// Output paths, and the way from one to another.
import { describe, expect, it } from "vitest";
import { boxPath, briefingPath, entryPath, listPath, relative, sourcePath } from "../../templates/paths.ts";

const ways: readonly (readonly [string, string, string])[] = [
  ["index.html", "index.html", "index.html"],
  ["index.html", briefingPath("a"), "packs/a/index.html"],
  [briefingPath("a"), "index.html", "../../index.html"],
  [briefingPath("a"), briefingPath("a"), "index.html"],
  [briefingPath("a"), sourcePath("a"), "source/index.html"],
  [sourcePath("a"), briefingPath("a"), "../index.html"],
  [briefingPath("a"), briefingPath("b"), "../b/index.html"],
  [sourcePath("a"), boxPath("quad"), "../../../boxes/quad/index.html"],
  [entryPath("person", "x"), listPath("people"), "../index.html"],
  [entryPath("person", "x"), entryPath("term", "x"), "../../terms/x/index.html"],
  [listPath("boxes"), boxPath("boxes"), "boxes/index.html"],
  ["index.html", "packs/a/a b.pdf", "packs/a/a%20b.pdf"],
];

describe("relative", () => {
  it.each(ways)("from %s to %s is %s", (from, to, way) => {
    expect(relative(from, to)).toBe(way);
    expect(new URL(way, `https://x.example/${from}`).pathname).toBe(`/${to.replaceAll(" ", "%20")}`);
  });
});

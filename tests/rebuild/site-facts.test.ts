// What pages come to together, change by change, is what looking at all of them anew gives.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rendered } from "../../scripts/rebuild/pages.ts";
import { openSiteFacts, pageLinks } from "../../scripts/rebuild/site-facts.ts";

const slugs = ["a", "b", "c"];
const owners = ["packs/a", "packs/b", "boxes/c", "site", "search"];
const fragments = ["", "#one", "#two"];
const pathOf = (owner: string, page: number) =>
  owner === "site" ? `index-${page}.html` : `${owner}/${page}.html`;
const addresses = [
  ...owners.flatMap((owner) =>
    [0, 1].flatMap((page) => fragments.map((end) => `${pathOf(owner, page)}${end}`)),
  ),
  ...slugs.map((slug) => `packs/${slug}/${slug}.pdf`),
  "assets/worn.css",
  "assets/lost.css",
  "https://example.org/",
  "%0Anowhere",
];

type Page = { readonly ids: readonly string[]; readonly to: readonly string[] };

const page = fc.record({
  ids: fc.subarray(["one", "two", "three"]),
  to: fc.array(fc.constantFrom(...addresses), { maxLength: 6 }),
});
const step = fc.record({
  owner: fc.constantFrom(...owners),
  pages: fc.option(fc.array(page, { maxLength: 2 })),
  outfit: fc.constantFrom("plain", "site.css\nfonts  ж", "site.css"),
  beyond: fc.constantFrom("", "ж", "жש", "𠀀"),
  look: fc.boolean(),
});

/** Every address is written from the root, as a page of the root would. */
function renderedOf(owner: string, pages: readonly Page[], outfit: string, beyond: string): Rendered {
  const up = (path: string) => "../".repeat(path.split("/").length - 1);
  const made = pages.map(({ ids, to }, index) => {
    const path = pathOf(owner, index);
    const facts = to.map((one) => ({ address: one.startsWith("http") ? one : up(path) + one, loads: false }));
    return [path, pageLinks(path, { ids, addresses: facts })] as const;
  });
  const files = [...made.map(([path]) => path), `${owner}/data.json`];
  return {
    files: new Map(files.map((path) => [path, { bytes: 1, sha256: "0" }])),
    pages: new Map(made),
    findings: [],
    outfit,
    beyond,
  };
}

test("any changes, in any order", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, pdf) => {
      const worn = (path: string) => path === "assets/worn.css";
      const kept = openSiteFacts(pdf, worn);
      const now = new Map<string, Rendered>();
      for (const { owner, pages, outfit, beyond, look } of steps) {
        if (pages === null) {
          kept.remove(owner);
          now.delete(owner);
        } else {
          const made = renderedOf(owner, pages, outfit, beyond);
          kept.set(owner, made);
          now.set(owner, made);
        }
        if (!look) continue;
        const anew = openSiteFacts(pdf, worn);
        for (const [one, made] of now) anew.set(one, made);
        const said = (all: typeof kept) =>
          all
            .findings()
            .map(({ message }) => message)
            .sort();
        expect(said(kept)).toEqual(said(anew));
        expect([...kept.outfits].sort()).toEqual([...anew.outfits].sort());
        expect(kept.beyond).toBe(anew.beyond);
      }
    }),
    { numRuns: 500 },
  );
});

test("a link is broken when what it leads to goes, and mended when that comes back", () => {
  const facts = openSiteFacts(true, () => false);
  const from = renderedOf("packs/a", [{ ids: [], to: ["packs/b/0.html#one", "packs/b/b.pdf"] }], "", "");
  const whole = renderedOf("packs/b", [{ ids: ["one"], to: [] }], "", "");
  const less = renderedOf("packs/b", [{ ids: ["two"], to: [] }], "", "");
  const lost = "packs/a/0.html links to";
  const said = () => facts.findings().map(({ message }) => message);
  facts.set("packs/a", from);
  expect(said()).toEqual([
    `${lost} packs/b/0.html, which is not published`,
    `${lost} packs/b/b.pdf, which is not published`,
  ]);
  facts.set("packs/b", whole);
  expect(said()).toEqual([]);
  facts.set("packs/b", less);
  expect(said()).toEqual([`${lost} #one in packs/b/0.html, which is not there`]);
  facts.set("packs/b", whole);
  expect(said()).toEqual([]);
  facts.remove("packs/b");
  expect(said()).toHaveLength(2);
  facts.remove("packs/a");
  expect(said()).toEqual([]);
});

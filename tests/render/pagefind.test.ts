// The search index: the same records give the same bytes, however Pagefind's program happened to order its filters.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cbor, decodeCbor, encodeCbor } from "../../scripts/render/cbor.ts";
import { searchIndex } from "../../scripts/render/pagefind.ts";

const { value: cbor } = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
    fc.string({ unit: "binary" }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value")),
  ),
}));

test("what is written is read back", () => {
  fc.assert(
    fc.property(cbor, (value) => {
      expect(decodeCbor(encodeCbor(value))).toEqual(value);
    }),
  );
});

test.each([
  [23, "17"],
  [24, "1818"],
  [256, "190100"],
  [65536, "1a00010000"],
  [2 ** 32, "1b0000000100000000"],
  [-1, "20"],
  ["ü", "62c3bc"],
  [[1, [null, true]], "820182f6f5"],
])("%j is written as RFC 8949 has it", (value, hex) => {
  expect(Buffer.from(encodeCbor(value as Cbor)).toString("hex")).toBe(hex);
});

test("the same records give the same files, run after run", async () => {
  const words = ["harbour", "minister", "visit", "北 京", "министр"];
  const records = words.map((word, index) => ({
    url: `packs/${index}/`,
    html: `<!doctype html><html lang="en"><body data-pagefind-body><h1>${word}</h1><p data-pagefind-filter="kind:${word}">${word}</p>${words.map((one, at) => `<i data-pagefind-filter="f${at}:${one}${index}"></i>`).join("")}<b data-pagefind-sort="date:2023-0${index + 1}"></b></body></html>`,
  }));
  const runs: (readonly (readonly [string, string])[])[] = [];
  for (let run = 0; run < 3; run++) {
    const { files } = await searchIndex(records, "en");
    runs.push([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]));
  }
  const [first, ...others] = runs;
  for (const other of others) expect(other).toEqual(first);
  expect(first?.filter(([path]) => path.startsWith("filter/"))).toHaveLength(6);
});

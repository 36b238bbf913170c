// A PDF's evidence: whole it bears the PDF out; each way of tampering with it is found.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { check, composeAll } from "../../scripts/line.ts";
import { read } from "../../scripts/read/read.ts";
import { evidenceOf } from "../../scripts/render/evidence.ts";
import { verifyCarried } from "../../scripts/verify/carried.ts";

let whole: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  const { value } = await read(fileURLToPath(new URL("../../content", import.meta.url)));
  const checked = check(value);
  const { editions } = composeAll(checked, { builtAt: null, baseUrl: null, only: null });
  const edition = editions.find(({ slug }) => slug === "lavrov-pyongyang-2023");
  const pack = checked.packs.find(({ record }) => record.slug === "lavrov-pyongyang-2023");
  if (edition === undefined || pack === undefined) throw new Error("the pack is gone");
  whole = new Map(evidenceOf(edition, pack.record).map(({ name, bytes }) => [name, bytes]));
});

const rules = (files: ReadonlyMap<string, Uint8Array>) =>
  verifyCarried("x.pdf", files).findings.map(({ rule }) => rule);

/** Changes a file, and the manifest with it when the forger is careful. */
function forged(
  name: string,
  change: (text: string) => string,
  careful: boolean,
): ReadonlyMap<string, Uint8Array> {
  const decoder = new TextDecoder();
  const bytes = new TextEncoder().encode(change(decoder.decode(whole.get(name))));
  const files = new Map([...whole, [name, bytes] as const]);
  if (!careful) return files;
  const hash = (of: Uint8Array | undefined) =>
    createHash("sha256")
      .update(of ?? new Uint8Array())
      .digest("hex");
  const manifest = decoder.decode(whole.get("manifest.json")).replace(hash(whole.get(name)), hash(bytes));
  return new Map([...files, ["manifest.json", new TextEncoder().encode(manifest)]]);
}

test("whole evidence has no fault, and says how many quotations were checked", () => {
  const { findings, facts } = verifyCarried("x.pdf", whole);
  expect(findings).toEqual([]);
  expect(facts.join("\n")).toMatch(/10 of 10 direct quotations stand word for word in 2023-10-19\.txt/);
});

const tampering = [
  [
    "a word of a quotation",
    "pack.json",
    (text: string) => text.replaceAll('"text": "seriously concerned"', '"text": "mildly concerned"'),
    ["misquotation"],
  ],
  [
    "a word of the source",
    "tass-2023-10-19.txt",
    (text: string) => text.replace("seriously concerned", "mildly concerned"),
    ["source-hash"],
  ],
  ["a note", "annotations.jsonld", (text: string) => text.replace("commenting", "tagging"), []],
] as const;

test.for(tampering)("%s changed: found, with the manifest as it was", ([, name, change]) => {
  expect(rules(forged(name, change, false))).toContain("file-changed");
});

test.for(tampering)(
  "%s changed: found as far as the source can tell, with the manifest changed too",
  ([, name, change, expected]) => {
    expect(rules(forged(name, change, true))).toEqual(expected);
  },
);

test.for(["pack.json", "manifest.json", "annotations.jsonld", "tass-2023-10-19.txt"])(
  "%s taken away: found",
  (name) => {
    expect(rules(new Map([...whole].filter(([one]) => one !== name)))).not.toEqual([]);
  },
);

test("a file put in: found", () => {
  expect(rules(new Map([...whole, ["extra.txt", new Uint8Array()] as const]))).toEqual(["file-added"]);
});

test("files of another maker are no evidence", () => {
  expect(
    rules(
      new Map([
        ["pack.json", new TextEncoder().encode("{}")],
        ["manifest.json", new TextEncoder().encode("no")],
      ]),
    ),
  ).toEqual(["no-evidence"]);
});

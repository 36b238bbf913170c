// An update that is cut short at any write: the content stays whole, and the next run finishes it.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../scripts/line.ts";
import { type Disk, disk } from "../../scripts/publish/disk.ts";
import { read } from "../../scripts/read/read.ts";
import { update } from "../../scripts/update/update.ts";
import { stockCopy, stockText } from "../support/content.ts";
import { faultyDisk } from "../support/faulty-disk.ts";
import { filesOf } from "../support/files.ts";

const source = "packs/visit/sources/tass";
const edited = stockText(`${source}/2023-10-19.txt`).replace("We discussed", "We never discussed");
const wish = {
  slug: "visit",
  source: undefined,
  article: { folder: "/", name: "article.txt", bytes: new TextEncoder().encode(edited), charset: null },
  captured: "2023-10-21",
  accept: ["discussed"],
  day: "2023-10-22",
  write: true,
};

/** Fails from the operation after so many on, as a machine that dies. */
function dying(turns: number): Disk {
  return faultyDisk(
    (number) => number > turns,
    () => {
      throw Object.assign(new Error("cut short"), { code: "EIO" });
    },
  );
}

test("cut short anywhere, nothing is half written and the next run makes it whole", async () => {
  const whole = await stockCopy();
  await update(whole, await read(whole), wish, disk);
  const expected = await filesOf(whole);
  let cuts = 0;
  for (let turns = 0; ; turns++) {
    const folder = await stockCopy();
    const port = dying(turns);
    const done = await update(folder, await read(folder), wish, port).then(
      () => true,
      (cause: Error) => {
        expect(cause.message).toContain("cut short");
        return false;
      },
    );
    if (done) {
      expect(await filesOf(folder)).toEqual(expected);
      break;
    }
    cuts++;
    const seen = await read(folder);
    expect(
      [...seen.findings, ...check(seen.value).findings].filter(({ severity }) => severity === "error"),
    ).toEqual([]);
    for (const [path, bytes] of seen.value) {
      const stock = path.endsWith("2023-10-21.txt") ? null : Buffer.from(stockText(path));
      expect(stock?.equals(bytes.bytes) || expected.get(path)?.equals(bytes.bytes), path).toBe(true);
    }
    const { standings } = check(seen.value).packs[0] ?? {};
    const accept =
      standings?.anchors.has("discussed") &&
      seen.value.get("packs/visit/annotations.yaml")?.bytes.length ===
        expected.get("packs/visit/annotations.yaml")?.length
        ? []
        : ["discussed"];
    await update(folder, seen, { ...wish, accept }, disk);
    const after = await read(folder);
    expect(new Map([...after.value].map(([path, { bytes }]) => [path, Buffer.from(bytes)]))).toEqual(
      expected,
    );
  }
  // Three files, each written, renamed and synced.
  expect(cuts).toBe(9);
});

test("a file that somebody changes meanwhile is left alone", async () => {
  const folder = await stockCopy();
  const seen = await read(folder);
  const path = join(folder, source, "source.yaml");
  await disk.write(path, new TextEncoder().encode(`# mine\n${stockText(`${source}/source.yaml`)}`));
  await expect(update(folder, seen, wish, disk)).rejects.toThrow("changed meanwhile");
  expect((await readdir(join(folder, source))).sort()).toEqual([
    "2023-10-19.txt",
    "2023-10-21.txt",
    "source.yaml",
  ]);
  expect(new TextDecoder().decode((await read(folder)).value.get(`${source}/source.yaml`)?.bytes)).toContain(
    "# mine",
  );
});

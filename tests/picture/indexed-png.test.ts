// The writer of the README's picture: what is read back is what was put in.
import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { indexedPng } from "../../scripts/picture/indexed-png.ts";

it("writes pixels row by row under its palette", () => {
  const png = Buffer.from(indexedPng(3, 2, [0, 0, 0, 255, 255, 255], Uint8Array.of(0, 1, 0, 1, 0, 1)));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([3, 2, 8, 3]);
  const at = (name: string) => png.indexOf(name, 0, "latin1");
  const data = (name: string) => png.subarray(at(name) + 4, at(name) + 4 + png.readUInt32BE(at(name) - 4));
  expect([...data("PLTE")]).toEqual([0, 0, 0, 255, 255, 255]);
  expect([...inflateSync(data("IDAT"))]).toEqual([0, 0, 1, 0, 0, 1, 0, 1]);
  expect(at("IEND")).toBe(png.length - 8);
});

// The world atlas: coasts and borders of Natural Earth, as the package world-atlas ships them.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Atlas, type AtlasFile, atlasOf } from "../figures/atlas.ts";

let known: Promise<Atlas> | undefined;

/** Read once: the package does not change while a process runs, and a map that was drawn once is kept with its atlas. */
export function readAtlas(): Promise<Atlas> {
  known ??= load();
  return known;
}

async function load(): Promise<Atlas> {
  const { resolve } = createRequire(import.meta.url);
  const topology = async (name: string) =>
    JSON.parse(await readFile(resolve(`world-atlas/${name}.json`), "utf8")) as AtlasFile;
  const [coarse, fine] = await Promise.all([topology("countries-110m"), topology("countries-50m")]);
  return atlasOf(coarse, fine);
}

// The world atlas: coasts and borders of Natural Earth, as the package world-atlas ships them.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Atlas, type AtlasFile, atlasOf } from "../figures/atlas.ts";

export async function readAtlas(): Promise<Atlas> {
  const { resolve } = createRequire(import.meta.url);
  const topology = async (name: string) =>
    JSON.parse(await readFile(resolve(`world-atlas/${name}.json`), "utf8")) as AtlasFile;
  const [coarse, fine] = await Promise.all([topology("countries-110m"), topology("countries-50m")]);
  return atlasOf(coarse, fine);
}

// The bytes of chosen font faces.
import { readFile } from "node:fs/promises";
import type { FontFace } from "../model/font.ts";

/** File name → bytes. */
export async function fontFiles(faces: readonly FontFace[]): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(
    await Promise.all(
      faces.map(async ({ name, path }) => [name, new Uint8Array(await readFile(path))] as const),
    ),
  );
}

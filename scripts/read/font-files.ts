// The bytes of chosen font faces.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { FontFace } from "../model/font.ts";

/** Reads each face once, when it is first asked for. */
export function fontReader(): (face: FontFace) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return ({ path }) => {
    const bytes = known.get(path) ?? new Uint8Array(readFileSync(path));
    known.set(path, bytes);
    return bytes;
  };
}

/** File name → bytes. */
export async function fontFiles(faces: readonly FontFace[]): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(
    await Promise.all(
      faces.map(async ({ name, path }) => [name, new Uint8Array(await readFile(path))] as const),
    ),
  );
}

// Everything that pages and prints are made with besides content, as the read stage finds it.
import type { Atlas } from "../figures/atlas.ts";
import type { FontFace } from "../model/font.ts";
import { readAssets } from "../read/assets.ts";
import { readAtlas } from "../read/atlas.ts";
import { fontReader } from "../read/font-files.ts";
import { readFonts } from "../read/fonts.ts";
import { toolHash } from "../read/tool.ts";
import { makeWardrobe, type Wardrobe } from "../render/wardrobe.ts";

export type WholeKit = {
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly fonts: readonly FontFace[];
  readonly atlas: Atlas;
  readonly wardrobe: Wardrobe;
  /** The tool itself as a hash. */
  readonly tool: string;
};

export async function readKit(): Promise<WholeKit> {
  const [assets, fonts, atlas] = await Promise.all([readAssets(), readFonts(), readAtlas()]);
  return { tool: toolHash(), assets, fonts, atlas, wardrobe: makeWardrobe(assets, fonts, fontReader()) };
}

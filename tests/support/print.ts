// The stock, or what a test makes of it, printed for real and verified.
import { check, composeAll } from "../../scripts/line.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { type Finding, hasErrors } from "../../scripts/model/finding.ts";
import type { FontFace } from "../../scripts/model/font.ts";
import { printHtml } from "../../scripts/paginate/pack.ts";
import type { Paginator, Printed } from "../../scripts/paginate/paginate.ts";
import { readAssets } from "../../scripts/read/assets.ts";
import { fontFiles } from "../../scripts/read/font-files.ts";
import { readFonts } from "../../scripts/read/fonts.ts";
import { languagesOf, siteFiles } from "../../scripts/render/site-files.ts";
import { contentOrigins, type Origins } from "../../scripts/verify/content-origins.ts";
import { verifyPrint } from "../../scripts/verify/print.ts";
import { findingLines, stockWith } from "./content.ts";

export type Pack = { readonly edition: Edition; readonly html: string; readonly origins: Origins };

export async function packWith(texts: Readonly<Record<string, string>>): Promise<Pack> {
  const checked = check(await stockWith(texts));
  if (hasErrors(checked.findings)) throw new Error(findingLines(checked.findings));
  const [edition] = composeAll(checked, { builtAt: null, baseUrl: null, only: null }).editions;
  const [pack] = checked.packs;
  if (edition === undefined || pack === undefined) throw new Error("no edition");
  const origins = contentOrigins(pack.record, checked.content, edition);
  return { edition, html: printHtml(edition), origins };
}

/** A pack's print with its own fonts. `html` is what is printed in place of the pack's own. */
export async function printedOf(
  paginator: Paginator,
  pack: Pack,
  html = pack.html,
): Promise<Printed & { readonly faces: readonly FontFace[] }> {
  const { edition } = pack;
  const kit = { assets: await readAssets(), fonts: await readFonts() };
  const { files, faces } = siteFiles(pack.html, languagesOf(edition), kit);
  const fonts = [...(await fontFiles(faces))].map(([name, bytes]) => [`fonts/${name}`, bytes] as const);
  const named = [...files, ...fonts].map(([name, bytes]) => [`assets/${name}`, bytes] as const);
  const printed = await paginator.print({ name: edition.slug, html, files: new Map(named) });
  return { ...printed, faces };
}

/** Prints the document as `spoil` leaves it, without soft hyphens, and verifies the result against the document as it is. */
export async function findingsOf(
  paginator: Paginator,
  pack: Pack,
  spoil?: (html: string) => string,
): Promise<readonly Finding[]> {
  return verified(pack, await printedOf(paginator, pack, spoil?.(pack.html.replaceAll("\u00AD", ""))));
}

/** What verify says of a print of a pack. */
export function verified(
  { edition, html, origins }: Pack,
  printed: Awaited<ReturnType<typeof printedOf>>,
): readonly Finding[] {
  return verifyPrint(edition, { ...printed, html }, origins);
}

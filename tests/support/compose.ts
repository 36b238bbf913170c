// The stock, or what a test makes of it, all the way to its edition.
import { check, composeAll } from "../../scripts/line.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { hasErrors } from "../../scripts/model/finding.ts";
import type { Site } from "../../scripts/model/site.ts";
import { findingLines, stockWith } from "./content.ts";

/** Throws when the content has errors, with their lines. */
export async function composed(
  texts: Readonly<Record<string, string | null>> = {},
  builtAt: string | null = null,
): Promise<{ edition: Edition; site: Site }> {
  const checked = check(await stockWith(texts));
  if (hasErrors(checked.findings)) throw new Error(findingLines(checked.findings));
  const { editions, site } = composeAll(checked, { builtAt, baseUrl: null, only: null });
  const [edition] = editions;
  if (edition === undefined) throw new Error("no edition");
  return { edition, site };
}

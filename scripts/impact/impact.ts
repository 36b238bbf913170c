// The impact of one thing: the content composed with it and without it, and all that differs.
import type { Atlas } from "../figures/atlas.ts";
import { type Checked, check, composeAll } from "../line.ts";
import type { ContentFiles } from "../model/content.ts";
import type { Edition, Source } from "../model/edition.ts";
import type { Finding } from "../model/finding.ts";
import { type Impact, impactOn, isTouched } from "./compare.ts";
import { pdfPages } from "./pdf.ts";
import { pagesTouched } from "./routes.ts";
import { type Thing, without } from "./without.ts";

export type ImpactReport = { readonly pack: string; readonly of: Thing } & Impact & {
    /** Output paths of HTML pages. */
    readonly pages: readonly string[];
    /** From 1; null when no PDF was found. */
    readonly pdfPages: readonly number[] | null;
    /** Other packs that say something else without it, or that have the same article as a source. */
    readonly packs: readonly string[];
  };

const nothingTold = { builtAt: null, baseUrl: null, only: null };

/** Composes every pack. Throws when a finding is an error. */
export function composeWhole(checked: Checked) {
  return composeAll(checked, nothingTold);
}

/** Ids of the things of a kind that a pack has. */
export function thingsOf(edition: Edition, kind: Thing["kind"]): readonly string[] {
  const lists = {
    source: edition.sources,
    annotation: [...edition.annotations, ...edition.orphans],
    box: edition.boxes,
  };
  return lists[kind].map(({ id }) => id);
}

/**
 * `checked`: of the files, without errors. A finding is why the thing cannot be taken out. The line of `checked` holds
 * what is left afterwards, so `checked` is used up.
 */
export async function impactOf(
  files: ContentFiles,
  checked: Checked,
  edition: Edition,
  thing: Thing,
  { pdf, atlas }: { readonly pdf: Uint8Array | null; readonly atlas: Atlas | null },
): Promise<ImpactReport | Finding> {
  const { slug } = edition;
  const whole = composeWhole(checked);
  const left = check(without(files, slug, thing), checked.line);
  const broken = left.findings.find(({ severity }) => severity === "error");
  if (broken !== undefined) return broken;
  const rest = composeWhole(left);
  const restOf = (pack: string) => rest.editions.find((one) => one.slug === pack) ?? null;
  const source = thing.kind === "source" ? edition.sources.find(({ id }) => id === thing.id) : undefined;
  const impact = impactOn(edition, restOf(slug), source?.url);
  const all = source !== undefined && edition.sources.length === 1 ? slug : null;
  return {
    pack: slug,
    of: thing,
    ...impact,
    pages: pagesTouched(whole, rest, { pdf: true, atlas }, all),
    pdfPages: pdf && (await pdfPages(pdf, edition, restOf(slug), impact, atlas)),
    packs: whole.editions
      .filter((one) => one.slug !== slug)
      .filter((one) => shares(one, source) || isTouched(impactOn(one, restOf(one.slug))))
      .map((one) => one.slug),
  };
}

/** Whether a pack has the same article among its sources. */
function shares({ sources }: Edition, source: Source | undefined): boolean {
  if (source === undefined) return false;
  return sources.some(({ sha256, url }) => sha256 === source.sha256 || (url !== null && url === source.url));
}

// The briefing: the page a reader of a pack comes to.
import type { Atlas } from "../../scripts/figures/atlas.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { contents } from "../parts/contents.ts";
import { isOpen } from "../parts/marking.ts";
import { opening } from "../parts/opening.ts";
import { parts, section } from "../parts/sections.ts";
import { shell } from "../parts/shell.ts";
import { sourceChecks } from "../parts/source-checks.ts";
import { textKey } from "../parts/text-key.ts";
import { briefingView } from "../parts/view.ts";
import { briefingPath } from "../paths.ts";

/** Without an atlas there is no map. */
export function briefingPage(
  edition: Edition,
  offers: { readonly pdf: boolean; readonly atlas?: Atlas | null },
): Html {
  const view = briefingView(edition, offers.atlas ?? null);
  const sections = view.sections.map((name) => {
    const filling = parts[name](view);
    return name === "article"
      ? section(view, name, html`${sourceChecks(view)}${textKey(view)}${filling}`)
      : section(view, name, filling);
  });
  return shell(
    {
      path: briefingPath(edition.slug),
      title: edition.title,
      language: edition.language,
      direction: edition.direction,
      publication: edition.publication,
      description: edition.subtitle,
      indexed: isOpen(edition),
    },
    html`<div class="briefing">
${opening(view, offers)}
${sections[0]}
${contents(view)}
${sections.slice(1)}</div>`,
  );
}

// The briefing: the page a reader of a pack comes to.
import type { Atlas } from "../../scripts/figures/atlas.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { revisionSheets } from "../parts/announcement.ts";
import { changeSheets } from "../parts/changed.ts";
import { contents } from "../parts/contents.ts";
import { glances } from "../parts/glance.ts";
import { isOpen } from "../parts/marking.ts";
import { opening } from "../parts/opening.ts";
import { orphans } from "../parts/orphans.ts";
import { reportData } from "../parts/report-data.ts";
import { parts, section } from "../parts/sections.ts";
import { shell } from "../parts/shell.ts";
import { sourceChecks } from "../parts/source-checks.ts";
import { takeAway } from "../parts/take-away.ts";
import { textKey } from "../parts/text-key.ts";
import { briefingView } from "../parts/view.ts";
import { briefingPath } from "../paths.ts";

/** Without an atlas there is no map. */
export function briefingPage(
  edition: Edition,
  offers: { readonly pdf: boolean; readonly atlas?: Atlas | null; readonly bare?: boolean },
): Html {
  const view = { ...briefingView(edition, offers.atlas ?? null), pictures: !offers.bare };
  const sections = view.sections.map((name) => {
    const filling = parts[name](view);
    return name === "article"
      ? section(view, name, html`${sourceChecks(view)}${textKey(view)}${filling}${glances(view)}`)
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
      assets: { sheets: [...changeSheets(edition), ...revisionSheets(edition)], scripts: ["reading.js"] },
      discovery: { type: "article", date: edition.date, data: reportData(edition, offers) },
    },
    html`<div class="briefing">
${opening(view, offers)}
${sections[0]}
${contents(view)}
${sections.slice(1)}${orphans(view)}${!offers.bare && takeAway(edition, offers)}</div>`,
  );
}

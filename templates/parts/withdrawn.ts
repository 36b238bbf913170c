// Paragraphs of earlier editions that are gone: their numbers stay where they stood and say so.
import type { Source, Withdrawn } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import type { View } from "./view.ts";

/** Those that stood before a block, or at the end of the source; one line for each edition that withdrew any. */
export function withdrawn(view: View, source: Source, before: string | null): readonly Html[] {
  const here = source.withdrawn.filter((one) => one.before === before);
  const editions = [...new Set(here.map(({ edition }) => edition))];
  return editions.map((edition) =>
    line(
      view,
      edition,
      here.filter((one) => one.edition === edition),
    ),
  );
}

function line(
  { edition: { language, direction }, labels }: View,
  edition: number,
  gone: readonly Withdrawn[],
): Html {
  const numbers = gone.map(({ id, number }) => html`<span id="${id}">[${number}]</span>`);
  return html`<p class="withdrawn" lang="${language}" dir="${direction}">${join(numbers, labels.units.listSeparator)} ${labels.changes.withdrawnIn(edition)}</p>
`;
}

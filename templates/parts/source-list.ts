// Runs of a source's list items as lists, so that print says where a list begins, what its items are and where it ends.
import type { Source } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";

export type Entry = {
  /** Whether `part` is an `<li>`. */
  readonly item: boolean;
  /** What stands above and below the block, outside its list. */
  readonly before: readonly Html[];
  readonly part: Html;
  readonly after: readonly Html[];
};

/** A list ends where something stands between two of its items. */
export function inLists({ language, direction }: Source, entries: readonly Entry[]): Html {
  let open = false;
  const close = () => {
    const end = open && html`</ul>\n`;
    open = false;
    return end;
  };
  const parts = entries.map(({ item, before, part, after }) => {
    const ended = (!item || before.length > 0) && close();
    const begun = item && !open && html`<ul class="source-list" lang="${language}" dir="${direction}">\n`;
    open = item;
    return html`${ended}${before}${begun}${part}${after.length > 0 && close()}${after}`;
  });
  return html`${parts}${close()}`;
}

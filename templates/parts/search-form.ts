// The form that leads to the search page: a plain GET form, so that it works wherever the search page does.
import { type Html, html } from "../html.ts";
import type { Labels } from "../labels/labels.ts";
import { relative, searchPath } from "../paths.ts";

/** A single line, as seen from a page. */
export function searchForm(from: string, labels: Labels): Html {
  return html`<form class="search-form" role="search" method="get" action="${relative(from, searchPath)}">
<label for="q">${labels.find.query}</label>
<input id="q" name="q" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search" dir="auto">
<button type="submit">${labels.find.search}</button>
</form>`;
}

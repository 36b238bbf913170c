// Above the article: who published it, when, and what of it was checked, before a reader leans on it.
import type { Source } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { briefingPath, relative, sourcePath } from "../paths.ts";
import { external } from "./link.ts";
import { checks } from "./provenance.ts";
import type { View } from "./view.ts";

export function sourceChecks(view: View): Html {
  const { edition } = view;
  const details = relative(briefingPath(edition.slug), sourcePath(edition.slug));
  return html`${edition.sources.map(
    (source) => html`<div class="source-line"><p class="facts">${sourceFacts(view, source)}</p>
${checks(view, source)}
<p class="file"><a href="${details}"><bdi>${source.file}</bdi></a>, <bdi>SHA-256</bdi> <code class="hash">${source.sha256}</code></p></div>
`,
  )}`;
}

/** Publisher, place, day and terms on one line. */
export function sourceFacts({ edition, labels }: View, source: Source): Html {
  return join(
    [
      external(source.url, html`<bdi>${source.publisher}</bdi>`),
      source.place && html`<bdi>${source.place}</bdi>`,
      source.published && writeDate(source.published, edition.language),
      source.licence && html`<bdi>${source.licence}</bdi>`,
    ],
    labels.units.listSeparator,
  );
}

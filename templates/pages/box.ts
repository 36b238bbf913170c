// A box's own page: the box, its references and the briefings that use it.
import type { BoxPage, Site, Use } from "../../scripts/model/site.ts";
import { type Html, html } from "../html.ts";
import { labelsFor } from "../labels/labels.ts";
import { boxBody, boxFacts } from "../parts/box.ts";
import { type Part, partsOf, pathOf, titleOf } from "../parts/page-links.ts";
import { referenceList } from "../parts/references.ts";
import { shell } from "../parts/shell.ts";
import { findingSheet } from "../parts/styles.ts";
import { allOpen, usedBy } from "../parts/uses.ts";
import { boxPath } from "../paths.ts";

/** The parts of a box's uses: what `boxPage` is given to show. */
export function boxParts({ box, uses }: BoxPage): readonly Part<Use>[] {
  return partsOf(uses, boxPath(box.id));
}

export function boxPage(site: Site, page: BoxPage, part = boxParts(page)[0]): Html {
  const { publication, direction } = site;
  const { box, references, uses } = page;
  if (part === undefined) throw new Error(`the box ${box.id} has no such part`);
  const labels = labelsFor(publication.language);
  const citing = { citations: box.citations, href: (number: number) => `#ref-${number}` };
  return shell(
    {
      path: pathOf(part),
      title: titleOf(box.title, part, labels),
      language: publication.language,
      direction,
      publication,
      description: null,
      indexed: allOpen(uses),
      assets: { sheets: [findingSheet], scripts: [] },
    },
    html`<article class="box alone">
<h1>${box.title}</h1>
${boxFacts(box, labels, citing)}
${boxBody(box, labels, citing, 2)}
</article>
${references.length > 0 && html`<section><h2>${labels.sections.references}</h2>\n${referenceList(references, labels, "web")}</section>`}
<section><h2>${labels.pack.usedBy}</h2>
${usedBy(part, labels)}</section>`,
  );
}

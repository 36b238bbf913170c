// A box's own page: the box, its references and the briefings that use it.
import type { BoxPage, Site } from "../../scripts/model/site.ts";
import { type Html, html } from "../html.ts";
import { labelsFor } from "../labels/labels.ts";
import { boxBody, boxFacts } from "../parts/box.ts";
import { referenceList } from "../parts/references.ts";
import { shell } from "../parts/shell.ts";
import { usedBy } from "../parts/uses.ts";
import { boxPath } from "../paths.ts";

export function boxPage({ publication, direction }: Site, { box, references, uses }: BoxPage): Html {
  const labels = labelsFor(publication.language);
  const path = boxPath(box.id);
  const citing = { citations: box.citations, href: (number: number) => `#ref-${number}` };
  return shell(
    {
      path,
      title: box.title,
      language: publication.language,
      direction,
      publication,
      description: null,
      indexed: true,
    },
    html`<article class="box alone">
<h1>${box.title}</h1>
${boxFacts(box, labels, citing)}
${boxBody(box, labels, citing, 2)}
</article>
${references.length > 0 && html`<section><h2>${labels.sections.references}</h2>\n${referenceList(references, labels, "web")}</section>`}
<section><h2>${labels.pack.usedBy}</h2>
${usedBy(uses, path, labels)}</section>`,
  );
}

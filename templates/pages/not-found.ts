// The page for addresses that lead nowhere; the only one with absolute links, since it is served at any depth.
import type { Site } from "../../scripts/model/site.ts";
import { type Html, html } from "../html.ts";
import { labelsFor } from "../labels/labels.ts";
import { shell } from "../parts/shell.ts";
import { indexPath, notFoundPath } from "../paths.ts";

export function notFoundPage({ publication, direction }: Site): Html {
  const { navigation } = labelsFor(publication.language);
  const base = publication.baseUrl === null ? "/" : new URL(publication.baseUrl).pathname;
  const link = (to: string) => `${base}${to}`;
  return shell(
    {
      path: notFoundPath,
      title: navigation.notFound,
      language: publication.language,
      direction,
      publication,
      description: null,
      indexed: false,
      link,
    },
    html`<h1>${navigation.notFound}</h1>
<p>${navigation.notFoundText}</p>
<p><a href="${link(indexPath)}">${navigation.toIndex}</a></p>`,
  );
}

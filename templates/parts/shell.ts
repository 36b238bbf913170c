// The document around every page: head, policy, skip link, the site's header and footer.
import type { Direction, Publication } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { type Labels, labelsFor } from "../labels/labels.ts";
import { assetPath, indexPath, listKinds, listPath, relative } from "../paths.ts";

export type Shell = {
  /** Output path of the page, from which its links lead. */
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly direction: Direction;
  readonly publication: Publication;
  readonly description: string | null;
  readonly indexed: boolean;
  /** Turns an output path into a link; relative to `path` unless told. */
  readonly link?: (to: string) => string;
};

/** Nothing but our own files; `frame-ancestors` has no meaning in a meta tag. */
export const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

/** The whole document. `main` is what the page is about. */
export function shell(page: Shell, main: Html): Html {
  const { publication } = page;
  const labels = labelsFor(page.language);
  const to = page.link ?? ((path: string) => relative(page.path, path));
  const title = page.title === publication.title ? page.title : `${page.title} – ${publication.title}`;
  return html`<!doctype html>
<html lang="${page.language}" dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${!page.indexed && html`<meta name="robots" content="noindex">\n`}${page.description && html`<meta name="description" content="${page.description}">\n`}<title>${title}</title>
${["fonts.css", "tokens.css", "site.css", "briefing.css", "article.css", "tables.css", "records.css", "figures.css", "site-print.css"].map((file) => html`<link rel="stylesheet" href="${to(assetPath(file))}">\n`)}</head>
<body>
<a class="skip" href="#main">${labels.navigation.skip}</a>
<header class="site-header">
<p class="site-title"><a href="${to(indexPath)}" lang="${publication.language}" dir="auto">${publication.title}</a></p>
${navigation(labels, to)}
</header>
<main id="main" tabindex="-1">
${main}
</main>
${footer(publication, labels)}
</body>
</html>
`;
}

function navigation(labels: Labels, to: (path: string) => string): Html {
  return html`<nav class="site-nav" aria-label="${labels.navigation.site}"><ul>
${listKinds.map((kind) => html`<li><a href="${to(listPath(kind))}">${labels.navigation[kind]}</a></li>\n`)}</ul></nav>`;
}

function footer({ publisher, contact, licence, language }: Publication, labels: Labels): Html {
  const lines = [
    publisher && labels.pack.published(publisher),
    contact && labels.pack.contact(contact),
    licence,
  ].map((line) => line && html`<span lang="${language}" dir="auto">${line}</span>`);
  return html`<footer class="site-footer"><p>${join(lines, html`<br>`)}</p></footer>`;
}

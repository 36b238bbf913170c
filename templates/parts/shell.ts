// The document around every page: head, policy, skip link, the site's header and footer.
import type { Direction, Publication } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { type Labels, labelsFor } from "../labels/labels.ts";
import { assetPath, indexPath, listKinds, listPath, relative, searchPath } from "../paths.ts";
import { type Discovery, discovery } from "./discovery.ts";
import { policyFor } from "./policy.ts";
import { bundleName, fontScript } from "./styles.ts";

export { policy } from "./policy.ts";

export type Shell = {
  /** Output path of the page, from which its links lead. */
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly direction: Direction;
  readonly publication: Publication;
  readonly description: string | null;
  /** Whether search engines may list the page, and others show a card of it. */
  readonly indexed: boolean;
  /** What machines are told of the page, where it is indexed. */
  readonly discovery?: Discovery;
  /** Turns an output path into a link; relative to `path` unless told. */
  readonly link?: (to: string) => string;
  /** Style sheets and scripts beyond those of every page. */
  readonly assets?: { readonly sheets: readonly string[]; readonly scripts: readonly string[] };
  readonly search?: boolean;
  readonly form?: boolean;
};

/** The whole document. `main` is what the page is about. */
export function shell(page: Shell, main: Html): Html {
  const { publication, assets } = page;
  const labels = labelsFor(page.language);
  const to = page.link ?? ((path: string) => relative(page.path, path));
  const title = page.title === publication.title ? page.title : `${page.title} – ${publication.title}`;
  return html`<!doctype html>
<html lang="${page.language}" dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${!page.indexed && html`<meta name="robots" content="noindex">\n`}${page.description && html`<meta name="description" content="${page.description}">\n`}<title>${title}</title>
${[bundleName, ...(assets?.sheets ?? [])].map((file) => html`<link rel="stylesheet" href="${to(assetPath(file))}">\n`)}${(assets?.scripts ?? []).map((file) => html`<script src="${to(assetPath(file))}" defer></script>\n`)}<script src="${to(assetPath(fontScript))}"></script>\n${discovery(page, to)}</head>
<body>
<a class="skip" href="#main">${labels.navigation.skip}</a>
<header class="site-header">
<p class="site-title"><a href="${to(indexPath)}" lang="${publication.language}" dir="auto">${publication.title}</a></p>
${navigation(page.path, labels, to)}
</header>
<main id="main" tabindex="-1">
${main}
</main>
${footer(publication, labels)}
</body>
</html>
`;
}

function navigation(path: string, labels: Labels, to: (path: string) => string): Html {
  const item = (target: string, words: string) =>
    html`<li><a href="${to(target)}"${target === path && html` aria-current="page"`}>${words}</a></li>\n`;
  return html`<nav class="site-nav" aria-label="${labels.navigation.site}"><ul>
${listKinds.map((kind) => item(listPath(kind), labels.navigation[kind]))}${item(searchPath, labels.find.search)}</ul></nav>`;
}

function footer({ publisher, contact, licence, language }: Publication, labels: Labels): Html {
  const lines = [
    publisher && labels.pack.published(publisher),
    contact && labels.pack.contact(contact),
    licence,
  ].map((line) => line && html`<span lang="${language}" dir="auto">${line}</span>`);
  return html`<footer class="site-footer"><p>${join(lines, html`<br>`)}</p></footer>`;
}

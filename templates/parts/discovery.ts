// What machines are told of a page that anyone may see: its address, feeds, a social card, and the page as schema.org data.
import type { Publication } from "../../scripts/model/edition.ts";
import { type Html, html, raw } from "../html.ts";
import { addressOf, feedPath, jsonFeedPath } from "../paths.ts";

export type Discovery = {
  /** Of the social card; `website` unless told. */
  readonly type?: "website" | "article";
  /** The day of an article. */
  readonly date?: string;
  /** A schema.org node, JSON-LD. */
  readonly data?: object | null;
};

type Page = {
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly publication: Publication;
  readonly description: string | null;
  readonly indexed: boolean;
  readonly discovery?: Discovery;
};

/** Nothing for a page that is not indexed; addresses only on a site that has one. */
export function discovery(page: Page, to: (path: string) => string): Html | null {
  const { publication, path, title, language, description, discovery: told = {} } = page;
  const { baseUrl } = publication;
  if (!page.indexed) return null;
  const property = (name: string, value: string | null | undefined) =>
    value && html`<meta property="${name}" content="${value}">\n`;
  const address = baseUrl && addressOf(baseUrl, path);
  return html`${
    address &&
    html`<link rel="canonical" href="${address}">
<link rel="alternate" type="application/atom+xml" title="${publication.title}" href="${to(feedPath)}">
<link rel="alternate" type="application/feed+json" title="${publication.title}" href="${to(jsonFeedPath)}">
${property("og:title", title)}${property("og:type", told.type ?? "website")}${property("og:url", address)}${property("og:site_name", publication.title)}${property("og:description", description)}${property("og:locale", localeOf(language))}${property("article:published_time", told.date)}`
  }${told.data && html`<script type="application/ld+json">${json(told.data)}</script>\n`}`;
}

/** JSON in which nothing can end the element that it stands in. */
function json(data: object): Html {
  return raw(JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escapeUnit));
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** `en-GB` as `en_GB`; a tag without a region has no locale that Open Graph would know. */
function localeOf(language: string): string | null {
  const [, primary = "", region = ""] = /^([a-z]{2,3})(?:-[A-Za-z]{4})?-([A-Z]{2})$/.exec(language) ?? [];
  return region === "" ? null : `${primary}_${region}`;
}

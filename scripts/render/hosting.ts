// Files for web servers and crawlers: response headers, robots.txt and the sitemap.

import { policyFor } from "../../templates/parts/policy.ts";
import { allOpen } from "../../templates/parts/uses.ts";
import {
  addressOf,
  boxPath,
  briefingPath,
  entryPath,
  indexPath,
  listKinds,
  listPath,
  searchPath,
  sourcePath,
} from "../../templates/paths.ts";
import type { Site } from "../model/site.ts";
import { xml } from "./xml.ts";

const year = 31_536_000;

/**
 * In the format that Netlify and Cloudflare Pages read. Where two rules match one address the hosts join their values, and
 * of two policies browsers keep to both: so the policy, which search loosens, stands under addresses that do not overlap.
 * Files of a pack that not anyone may see have no head to carry `noindex`: the header says it for them.
 */
export function headers({ packs }: Pick<Site, "packs">): string {
  const policy = (needs: Parameters<typeof policyFor>[0]) =>
    `  Content-Security-Policy: ${policyFor(needs)}; frame-ancestors 'none'`;
  const keep = `  Cache-Control: public, max-age=${year}, immutable`;
  const index = searchPath.replace("index.html", "pagefind/");
  return [
    "/*",
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: no-referrer",
    "",
    ...["/", "/index.html"].flatMap((path) => [path, policy({ form: true })]),
    ...["packs", "by", ...listKinds].flatMap((folder) => [`/${folder}/*`, policy({})]),
    ...["/404.html"].flatMap((path) => [path, policy({})]),
    "/search/*",
    policy({ search: true, form: true }),
    "",
    "/assets/*",
    policy({}),
    keep,
    ...["index", "fragment", "filter"].flatMap((folder) => [`/${index}${folder}/*`, keep]),
    "",
    ...packs
      .filter(({ marking }) => marking !== "TLP:CLEAR")
      .flatMap(({ slug }) => [`/packs/${slug}/*`, "  X-Robots-Tag: noindex", ""]),
  ].join("\n");
}

export function robots(site: Site): string {
  const sitemapLine =
    site.publication.baseUrl === null ? [] : [`Sitemap: ${site.publication.baseUrl}sitemap.xml`];
  return ["User-agent: *", "Allow: /", ...sitemapLine, ""].join("\n");
}

/** The front page, the lists, and the pages that show nothing but what anyone may see. */
export function sitemap(site: Site, base: string): string {
  const packs = site.packs
    .filter(({ marking }) => marking === "TLP:CLEAR")
    .flatMap(({ slug }) => [briefingPath(slug), sourcePath(slug)]);
  const entries = [...site.people, ...site.organisations, ...site.places, ...site.terms];
  const paths = [
    indexPath,
    ...listKinds.map(listPath),
    ...site.boxes.filter(({ uses }) => allOpen(uses)).map(({ box }) => boxPath(box.id)),
    ...entries.filter(({ uses }) => allOpen(uses)).map(({ entry }) => entryPath(entry.kind, entry.id)),
    ...packs,
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `  <url><loc>${xml(addressOf(base, path))}</loc></url>`),
    "</urlset>",
    "",
  ].join("\n");
}

// Files for web servers and crawlers: response headers, robots.txt and the sitemap.

import { policy } from "../../templates/parts/shell.ts";
import type { Site } from "../model/site.ts";
import { xml } from "./xml.ts";

/** In the format that Netlify and Cloudflare Pages read. */
export function headers(): string {
  return [
    "/*",
    `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: no-referrer",
    "",
  ].join("\n");
}

export function robots(site: Site): string {
  const sitemapLine =
    site.publication.baseUrl === null ? [] : [`Sitemap: ${site.publication.baseUrl}sitemap.xml`];
  return ["User-agent: *", "Allow: /", ...sitemapLine, ""].join("\n");
}

/** Pages of the site and of the packs that anyone may see. `routes`: paths of what spans packs. */
export function sitemap(routes: readonly string[], site: Site, base: string): string {
  const shared = routes.filter((path) => path.endsWith("index.html"));
  const packs = site.packs
    .filter(({ marking }) => marking === "TLP:CLEAR")
    .flatMap(({ slug }) => [`packs/${slug}/index.html`, `packs/${slug}/source/index.html`]);
  const addresses = [...shared, ...packs].map((path) => `${base}${path.replace(/index\.html$/, "")}`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `  <url><loc>${xml(address)}</loc></url>`),
    "</urlset>",
    "",
  ].join("\n");
}

// What the site says of itself, with what an absent site.yaml stands for.
import type { Publication } from "../model/edition.ts";
import type { SiteFields } from "../schema/site.ts";

export function publicationOf(site: SiteFields): Publication {
  return {
    title: site.title ?? "Briefings",
    publisher: site.publisher ?? null,
    contact: site.contact ?? null,
    baseUrl: site.base_url ? site.base_url.replace(/\/*$/, "/") : null,
    language: site.language ?? "en",
    licence: site.licence ?? null,
  };
}

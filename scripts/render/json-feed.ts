// The JSON feed of packs that anyone may see, newest first. https://www.jsonfeed.org/version/1.1/
import { addressOf, briefingPath, jsonFeedPath } from "../../templates/paths.ts";
import { instant } from "../compose/time.ts";
import type { Site } from "../model/site.ts";

export function jsonFeed({ publication, packs }: Site, base: string): string {
  const { title, publisher, language } = publication;
  const items = packs
    .filter(({ marking }) => marking === "TLP:CLEAR")
    .map((pack) => {
      const address = addressOf(base, briefingPath(pack.slug));
      const name = pack.subtitle === null ? pack.title : `${pack.title}: ${pack.subtitle}`;
      return {
        id: address,
        url: address,
        title: name,
        content_text: pack.summary ?? name,
        ...(pack.summary !== null && { summary: pack.summary }),
        date_published: instant(pack.date),
        date_modified: pack.time,
        language: pack.language,
      };
    });
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: base,
    feed_url: addressOf(base, jsonFeedPath),
    language,
    authors: [{ name: publisher ?? title }],
    items,
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

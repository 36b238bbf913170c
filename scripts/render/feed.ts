// The Atom feed of packs that anyone may see, newest first. https://www.rfc-editor.org/rfc/rfc4287
import type { Site } from "../model/site.ts";
import { xml } from "./xml.ts";

export function feed(site: Site, base: string): string {
  const { title, publisher } = site.publication;
  const packs = site.packs.filter(({ marking }) => marking === "TLP:CLEAR");
  const entries = packs.map((pack) => {
    const address = `${base}packs/${pack.slug}/`;
    const name = pack.subtitle === null ? pack.title : `${pack.title}: ${pack.subtitle}`;
    return [
      "  <entry>",
      `    <title>${xml(name)}</title>`,
      `    <id>${xml(address)}</id>`,
      `    <link href="${xml(address)}"/>`,
      `    <updated>${xml(pack.time)}</updated>`,
      ...(pack.summary === null
        ? []
        : [`    <summary xml:lang="${xml(pack.language)}">${xml(pack.summary)}</summary>`]),
      "  </entry>",
    ].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(site.publication.language)}">`,
    `  <title>${xml(title)}</title>`,
    `  <id>${xml(base)}</id>`,
    `  <link rel="self" href="${xml(base)}feed.xml"/>`,
    `  <link href="${xml(base)}"/>`,
    `  <updated>${xml(site.time)}</updated>`,
    `  <author><name>${xml(publisher ?? title)}</name></author>`,
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}

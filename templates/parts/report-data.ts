// A briefing as schema.org data: a Report and the sources that it is based on; what it cites stands in pack.json. https://schema.org/Report
import { plainText } from "../../scripts/markdown/words.ts";
import type { Edition, Source } from "../../scripts/model/edition.ts";
import { addressOf, briefingPath, dataPath, pdfPath } from "../paths.ts";

/** Null where the site has no address, since nothing could be named. */
export function reportData(edition: Edition, offers: { readonly pdf: boolean }): object | null {
  const { publication, slug, title, subtitle, summary } = edition;
  const { baseUrl } = publication;
  if (baseUrl === null) return null;
  const address = addressOf(baseUrl, briefingPath(slug));
  const desk = organisation(publication.publisher ?? publication.title);
  const file = (path: string, encodingFormat: string) => ({
    "@type": "MediaObject",
    contentUrl: addressOf(baseUrl, path),
    encodingFormat,
  });
  return {
    "@context": "https://schema.org",
    "@type": "Report",
    "@id": address,
    url: address,
    name: title,
    ...(subtitle !== null && { alternativeHeadline: subtitle }),
    ...(summary !== null && { abstract: plainText(summary.trim().split(/\n\s*\n/)[0] ?? "") }),
    datePublished: edition.date,
    dateModified: edition.time,
    version: edition.edition,
    inLanguage: edition.language,
    author: desk,
    publisher: desk,
    ...(publication.licence !== null && { copyrightNotice: publication.licence }),
    isBasedOn: edition.sources.map(sourceData),
    encoding: [
      ...(offers.pdf ? [file(pdfPath(slug), "application/pdf")] : []),
      file(dataPath(slug), "application/json"),
    ],
  };
}

function sourceData({ title, publisher, url, published, language }: Source): object {
  return {
    "@type": "Article",
    name: title ?? publisher,
    publisher: organisation(publisher),
    ...(url !== null && { url }),
    ...(published !== null && { datePublished: published }),
    inLanguage: language,
  };
}

function organisation(name: string): object {
  return { "@type": "Organization", name };
}

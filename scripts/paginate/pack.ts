// One edition to its PDF: the print document with the files that it may ask for, through the paginator.
import { labelsFor } from "../../templates/labels/labels.ts";
import { printDocument } from "../../templates/print/document.ts";
import type { Atlas } from "../figures/atlas.ts";
import type { Edition } from "../model/edition.ts";
import type { FontFace } from "../model/font.ts";
import { fontFiles } from "../read/font-files.ts";
import { hyphenatorFor } from "../read/hyphenation.ts";
import { keepCitations } from "../render/citations.ts";
import { hyphenateProse } from "../render/hyphenation.ts";
import { type Kit, languagesOf, siteFiles } from "../render/site-files.ts";
import type { Attachment, Facts } from "./finish/facts.ts";
import type { Paginator, Printed } from "./paginate.ts";

export type Print = {
  readonly edition: Edition;
  readonly html: string;
  readonly printed: Printed;
  /** The fonts that it was printed with. */
  readonly faces: readonly FontFace[];
};

/** What a pack is printed from: its print document and every file that the document may ask for. */
export type PrintInput = {
  readonly edition: Edition;
  readonly html: string;
  readonly faces: readonly FontFace[];
  readonly files: ReadonlyMap<string, Uint8Array>;
};

export async function printInput(
  edition: Edition,
  kit: Kit & { readonly atlas?: Atlas | null },
): Promise<PrintInput> {
  const html = printHtml(edition, kit.atlas ?? null);
  const { files, faces } = siteFiles(html, languagesOf(edition), kit);
  const fonts = [...(await fontFiles(faces))].map(
    ([name, bytes]) => [`assets/fonts/${name}`, bytes] as const,
  );
  const assets = [...files].map(([name, bytes]) => [`assets/${name}`, bytes] as const);
  return { edition, html, faces, files: new Map([...assets, ...fonts]) };
}

export async function printPack(
  paginator: Paginator,
  { edition, html, faces, files }: PrintInput,
  attachments: readonly Attachment[],
): Promise<Print> {
  const facts = factsOf(edition, attachments);
  return { edition, html, faces, printed: await paginator.print({ name: edition.slug, html, files, facts }) };
}

/** The print document with soft hyphens, as it goes to the browser and as its PDF is checked against it. */
export function printHtml(edition: Edition, atlas: Atlas | null = null): string {
  const names = [...edition.people, ...edition.places].flatMap(({ name, aliases }) => [name, ...aliases]);
  return hyphenateProse(keepCitations(String(printDocument(edition, atlas))), hyphenatorFor, names);
}

function factsOf(edition: Edition, attachments: readonly Attachment[]): Facts {
  const { title, subtitle, language, direction, time, publication } = edition;
  const { passages, print } = labelsFor(language);
  return {
    title,
    language,
    direction,
    author: publication.publisher ?? publication.title,
    subject: subtitle,
    time,
    attachments,
    words: { note: passages.note, page: print.page },
  };
}

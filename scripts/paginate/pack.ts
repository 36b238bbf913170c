// Every edition to its PDF: as many browsers as asked for, each printing one pack after the other.
import { labelsFor } from "../../templates/labels/labels.ts";
import { pdfPath } from "../../templates/paths.ts";
import { printDocument } from "../../templates/print/document.ts";
import type { Progress } from "../command/progress.ts";
import type { Atlas } from "../figures/atlas.ts";
import type { Edition } from "../model/edition.ts";
import type { FontFace } from "../model/font.ts";
import { fontFiles } from "../read/font-files.ts";
import { hyphenatorFor } from "../read/hyphenation.ts";
import { keepCitations } from "../render/citations.ts";
import { hyphenateProse } from "../render/hyphenation.ts";
import { type Kit, languagesOf, siteFiles } from "../render/site-files.ts";
import type { Attachment, Facts } from "./finish/facts.ts";
import { openPaginator, type Paginator, type Printed } from "./paginate.ts";

export type Print = {
  readonly edition: Edition;
  readonly html: string;
  readonly printed: Printed;
  /** The fonts that it was printed with. */
  readonly faces: readonly FontFace[];
};

export type PrintedPacks = {
  /** Output path → bytes. */
  readonly pdfs: ReadonlyMap<string, Uint8Array>;
  /** What verify needs to know of each print. */
  readonly prints: readonly Print[];
  /** Name and version of the browser. */
  readonly engine: string | null;
};

export async function printPacks(
  editions: readonly Edition[],
  kit: Kit & { readonly atlas?: Atlas | null },
  jobs: number,
  progress: Progress,
  attachments: (edition: Edition) => readonly Attachment[] = dataOf,
): Promise<PrintedPacks> {
  const queue = [...editions];
  const pdfs = new Map<string, Uint8Array>();
  const prints: Print[] = [];
  let engine: string | null = null;

  async function work(): Promise<void> {
    let paginator: Paginator | null = null;
    try {
      for (let edition = queue.shift(); edition !== undefined; edition = queue.shift()) {
        paginator ??= await openPaginator();
        engine = paginator.product;
        progress(`printing ${edition.slug} (${editions.length - queue.length} of ${editions.length})`);
        const print = await printPack(paginator, await printInput(edition, kit), attachments(edition));
        pdfs.set(pdfPath(edition.slug), print.printed.pdf);
        prints.push(print);
      }
    } finally {
      await paginator?.close();
    }
  }

  await Promise.all(Array.from({ length: Math.min(jobs, editions.length) }, work));
  return { pdfs: new Map([...pdfs].sort(([a], [b]) => (a < b ? -1 : 1))), prints, engine };
}

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

/** The edition as published beside the PDF. */
function dataOf(edition: Edition): readonly Attachment[] {
  const bytes = new TextEncoder().encode(`${JSON.stringify(edition, null, 1)}\n`);
  const description = labelsFor(edition.language).print.carried.pack;
  return [{ name: "pack.json", mediaType: "application/json", relationship: "Data", description, bytes }];
}

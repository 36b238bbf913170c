// Makes of a browser's print a PDF of record: PDF/UA-1 and PDF/A-3a, its evidence inside, the same bytes each time.

import { openFile } from "../../pdf/file.ts";
import { packed } from "../../pdf/filters.ts";
import { Ref, refTo } from "../../pdf/objects.ts";
import { contentOf, pagesOf } from "../../pdf/pages.ts";
import { writeFile } from "../../pdf/write.ts";
import { attachFiles } from "./attachments.ts";
import { writeCatalog } from "./catalog.ts";
import { readContent, type Stretch } from "./content.ts";
import type { Facts, Pages } from "./facts.ts";
import { openFonts } from "./fonts.ts";
import { type TextLeaf, takeLeaves } from "./leaves.ts";
import { writeContent } from "./marked-content.ts";
import { writeMetadata } from "./metadata.ts";
import { readLines } from "./reading.ts";
import { partRows } from "./rows.ts";
import { withoutSoftHyphens } from "./soft-hyphens.ts";
import { writeStructure } from "./structure.ts";
import { buildTree, type Node } from "./tree.ts";

/**
 * The finished file for a print whose elements were identified (in-page/identify.ts). Nothing visible changes. The
 * structure is that of the document (ISO 14289-1, 7.1), the metadata that of the facts (ISO 19005-3, 6.6). No clock
 * and no chance: equal arguments give equal bytes. Throws on a file that Chromium would not write.
 */
export function finish(pdf: Uint8Array, pages: Pages, facts: Facts): Uint8Array {
  const file = openFile(pdf);
  const { catalog } = file;
  const sheets = pagesOf(file);
  const fonts = openFonts();
  const drawn = takeLeaves(file, sheets, pages.document.elements);
  const { leaves: parted, contents } = partRows(
    drawn,
    sheets.map((page) => {
      const content = withoutSoftHyphens(contentOf(page));
      return readContent(content, fonts.ofPage(page.resources));
    }),
  );
  const byMark = contents.map(({ stretches }) => new Map(stretches.map((one) => [one.mark, one])));
  const stretchOf = (leaf: TextLeaf): Stretch | undefined => byMark[leaf.page]?.get(leaf.mark);
  const { leaves, repairs } = readLines(parted, pages.document, stretchOf);
  const texts = leaves.filter((leaf) => leaf.kind === "text");
  const tree = buildTree(leaves, pages.document, (leaf) => !stretchOf(leaf)?.lines.length);

  const types = typesOf(tree.root);
  const leafOf = sheets.map(() => new Map<number, TextLeaf>());
  for (const leaf of texts) leafOf[leaf.page]?.set(leaf.mark, leaf);
  const numbers = new Map<TextLeaf, number>();
  sheets.forEach((page, index) => {
    const content = contents[index];
    const own = leafOf[index];
    if (!content || !own) return;
    let next = 0;
    for (const { mark } of content.stretches) {
      const leaf = own.get(mark);
      if (leaf && types.has(leaf)) numbers.set(leaf, next++);
    }
    const bytes = writeContent(content, {
      tagOf(mark) {
        const leaf = own.get(mark);
        const [type, number] = leaf ? [types.get(leaf), numbers.get(leaf)] : [];
        return type !== undefined && number !== undefined ? { type, number } : undefined;
      },
      repeats: (mark) => pages.document.elements[own.get(mark)?.element ?? -1]?.repeated === true,
      repairs,
      area: pages.areas[index],
      height: page.height,
    });
    page.dict.set("Contents", refTo(packed(bytes)));
  });
  fonts.complete();
  const { language, words } = facts;
  writeStructure(catalog, sheets, { tree, numbers, language, words, targets: pages.document.targets });
  writeCatalog(catalog, sheets, facts, pages.folios);
  attachFiles(catalog, facts);
  const info = writeMetadata(catalog, facts);
  const root = file.trailer.get("Root");
  if (!(root instanceof Ref)) throw new Error("The browser printed no catalogue");
  return writeFile(root, info);
}

/** The structure type under which each mark stands. */
function typesOf(root: Node): ReadonlyMap<TextLeaf, string> {
  const found = new Map<TextLeaf, string>();
  const visit = (node: Node): void => {
    for (const kid of node.kids) {
      if (!("kind" in kid)) visit(kid);
      else if (kid.kind === "text") found.set(kid, node.type ?? "Span");
    }
  };
  visit(root);
  return found;
}

// Links: what each says where it is not read in its place (ISO 14289-1, 7.18.5), and where in the document it leads.

import type { Value } from "../../pdf/objects.ts";
import type { Page } from "../../pdf/pages.ts";
import type { PrintedDocument, PrintedElement } from "../in-page/printed.ts";

export type LinkWords = {
  /** E.g. `Note 3`. */
  readonly note: (number: number) => string;
  /** What stands before a page's number. */
  readonly page: string;
};

export function describeLink(element: PrintedElement | null, words: LinkWords): string {
  if (!element) return words.page;
  const { text, pageNumber, call, href } = element;
  if (call !== null) return words.note(Number(text));
  const said = (text ?? "").replace(/[\s:,]+$/u, "");
  if (pageNumber === null) return said || (href ?? words.page);
  if (!said) return `${words.page} ${pageNumber}`;
  return said.endsWith(words.page) ? `${said} ${pageNumber}` : `${said}, ${words.page} ${pageNumber}`;
}

/** An explicit destination (ISO 32000-1, 12.3.2.2), as far down the page as its element; undefined for other links. */
export function destinationOf(
  element: PrintedElement | null,
  targets: PrintedDocument["targets"],
  pages: readonly Page[],
): Value[] | undefined {
  const target = element?.href?.startsWith("#") ? targets[element.href.slice(1)] : undefined;
  const page = target && pages[target.page];
  return page && [page.ref, "XYZ", target.left, Math.round((page.height - target.top) * 100) / 100, 0];
}

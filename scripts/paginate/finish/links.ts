// What a link says where it is not read in its place (ISO 14289-1, 7.18.5), in the words of the document's language.

import type { PrintedElement } from "../in-page/printed.ts";

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

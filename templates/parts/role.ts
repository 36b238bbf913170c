// What someone is and where: an affiliation that the role names already is not said twice, but led to from within it.
import { type Html, html, join } from "../html.ts";
import { link } from "./link.ts";

/** `href` leads to the affiliation, or is null; empty where nothing is known. */
export function roleWithin(
  role: string | null,
  affiliation: string | null,
  href: string | null,
  separator: string,
): Html {
  if (role === null || affiliation === null)
    return join([role, affiliation && link(href, affiliation)], separator);
  const [before, after] = around(role, affiliation) ?? [];
  return before === undefined
    ? join([role, link(href, affiliation)], separator)
    : html`${before}${link(href, affiliation)}${after}`;
}

/** What stands before and after a name in a text, where it stands there as words of its own. */
function around(text: string, name: string): readonly [string, string] | null {
  const at = text.indexOf(name);
  if (at === -1 || name === "") return null;
  const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
  const cut = /[\p{L}\p{M}\p{N}]$/u.test(before) || /^[\p{L}\p{M}\p{N}]/u.test(after);
  return cut ? null : [before, after];
}

// Links that may have nowhere to lead: they stay text then, as do addresses that a reader cannot follow.
import { type Html, html, type Printable } from "../html.ts";

export function link(href: string | null, text: Printable): Html {
  return href === null ? html`${text}` : html`<a href="${href}">${text}</a>`;
}

/** A link off the site; only web addresses are links. */
export function external(url: string | null, text: Printable): Html {
  return url !== null && isFollowable(url)
    ? html`<a class="external" href="${url}" rel="noreferrer">${text}</a>`
    : html`${text}`;
}

/** Only web addresses are. */
export function isFollowable(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

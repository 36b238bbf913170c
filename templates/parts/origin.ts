// In print, an attribute that says which record of the content a part without an id comes from.
import { type Html, html } from "../html.ts";
import type { View } from "./view.ts";

/** `id` is a key of verify's origins. Nothing on the web, where nobody asks. */
export function origin({ medium }: View, id: string): Html | false {
  return medium === "print" && html` data-of="${id}"`;
}

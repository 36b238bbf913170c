// Names: of an entry in the edition's language and in its own script, and of a person by id.
import type { Entry } from "../../scripts/model/edition.ts";
import { type Html, html, isolate } from "../html.ts";
import { link } from "./link.ts";
import type { View } from "./view.ts";

/** The name in its own script; nothing where it has none. */
export function nativeName(entry: Entry): Html | null {
  const name = entry.nativeName;
  return name && html`<span class="native">${isolate(name.text, name.lang, name.direction)}</span>`;
}

/** The name of a person or of an organisation that speaks, linked to where it is identified. */
export function personName(view: View, id: string): Html {
  const entry = view.speaker(id);
  return entry === undefined ? html`${id}` : link(view.links.entry(entry.kind, id), entry.name);
}

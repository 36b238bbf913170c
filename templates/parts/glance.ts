// What a box or an entry is, opened in place by the button beside its first passage: a popover, which needs no script.
import type { Annotation, Box, Edition, Entry } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { boxFacts } from "./box.ts";
import { glanceKey } from "./first-passages.ts";
import { link } from "./link.ts";
import { nativeName } from "./name.ts";
import { type Citing, prose } from "./prose.ts";
import type { View } from "./view.ts";
import { noteOf, roleOf } from "./who-is-who.ts";

type Named = { readonly id: string; readonly name: string };

/** The button after a passage; nothing where another passage has it already. */
export function glanceButton(view: View, annotation: Annotation): Html | null {
  const key = glanceKey(annotation);
  if (key === null || view.glances.get(key) !== annotation.id) return null;
  const named = find(view.edition, annotation);
  if (named === undefined) return null;
  const { labels, edition } = view;
  const source = edition.sources.find(({ id }) => id === annotation.source);
  const foreign = source?.language !== labels.language && html` lang="${labels.language}"`;
  return html`<button class="glance" type="button" popovertarget="glance-${key}" aria-label="${labels.reading.inBrief(named.name)}"${foreign}></button>`;
}

/** What the buttons open: one popover a box or entry that a passage names. */
export function glances(view: View): Html | null {
  const { boxes, people, organisations, places, terms } = view.edition;
  const opened = (key: string) => view.glances.has(key);
  const shown = [
    ...boxes.flatMap((box) => (opened(`box-${box.id}`) ? [boxGlance(view, box)] : [])),
    ...[...people, ...organisations, ...places, ...terms].flatMap((entry) =>
      opened(`${entry.kind}-${entry.id}`) ? [entryGlance(view, entry)] : [],
    ),
  ];
  return shown.length === 0 ? null : html`${shown}`;
}

function boxGlance(view: View, box: Box): Html {
  const citing = { citations: box.citations, href: view.links.citation };
  return glance(
    view,
    `box-${box.id}`,
    box.title,
    link(view.links.box(box.id), box.title),
    html`${boxFacts(box, view.labels, citing)}${box.summary === null && prose(box.body, citing, 3)}`,
  );
}

function entryGlance(view: View, entry: Entry): Html {
  const citing: Citing = { citations: entry.citations, href: view.links.citation };
  const name = html`${link(view.links.entry(entry.kind, entry.id), entry.name)} ${nativeName(entry)}`;
  const [role, note] = [String(roleOf(view, entry)).trim(), String(noteOf(view, entry, citing))];
  return glance(
    view,
    `${entry.kind}-${entry.id}`,
    entry.name,
    name,
    html`${role !== "" && html`<p class="facts">${roleOf(view, entry)}</p>`}${note !== "" && html`<p>${noteOf(view, entry, citing)}</p>`}`,
  );
}

function glance(view: View, key: string, name: string, title: Html, text: Html): Html {
  const id = `glance-${key}`;
  return html`<div popover id="${id}" role="dialog" aria-label="${name}"><button class="close" type="button" popovertarget="${id}" popovertargetaction="hide">${view.labels.reading.close}</button><p class="glance-title">${title}</p>
${text}</div>
`;
}

function find(edition: Edition, { body }: Annotation): Named | undefined {
  if (body.kind === "box") {
    const box = edition.boxes.find(({ id }) => id === body.id);
    return box && { id: box.id, name: box.title };
  }
  const entries = [...edition.people, ...edition.organisations, ...edition.places, ...edition.terms];
  return entries.find((entry) => entry.kind === body.kind && "id" in body && entry.id === body.id);
}

// How words are quoted: a speaker's own, as reported, or what the source says in its own name, its expectations and inferences among it.
import type { Annotation } from "../../scripts/model/edition.ts";
import type { View } from "./view.ts";

export type Manner = "direct" | "indirect" | "own";

/** A passage, or one that was lost. */
export type Marked = Pick<Annotation, "body" | "source">;

/** Null where nobody is quoted. The source speaks itself where the speaker is the organisation that published it. */
export function mannerOf({ edition }: View, { body, source }: Marked): Manner | null {
  if (body.kind !== "quotation") return null;
  if (edition.people.some(({ id }) => id === body.speaker)) return body.form;
  const organisation = edition.organisations.find(({ id }) => id === body.speaker);
  const publisher = edition.sources.find(({ id }) => id === source)?.publisher;
  const names = organisation === undefined ? [] : [organisation.name, ...organisation.aliases];
  return names.some((name) => name === publisher) ? "own" : body.form;
}

export function mannerWords({ labels }: View, manner: Manner): string {
  return manner === "own" ? labels.reading.own : labels.passages[manner];
}

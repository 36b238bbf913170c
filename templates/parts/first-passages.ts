// Which passages have the button that opens in place what they are about: of each box and entry, the first.
import type { Annotation, Edition } from "../../scripts/model/edition.ts";

/** `box-aukus`: what a passage is about; null where that is no box or entry. */
export function glanceKey({ body }: Annotation): string | null {
  return body.kind === "quotation" || body.kind === "note" || body.kind === "sic"
    ? null
    : `${body.kind}-${body.id}`;
}

/** Of each box and entry the annotation whose passage has the button: the first in reading order. */
export function firstPassages({ annotations }: Edition): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const annotation of annotations) {
    const key = glanceKey(annotation);
    if (key !== null && !first.has(key)) first.set(key, annotation.id);
  }
  return first;
}

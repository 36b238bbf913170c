// Words of a source that an earlier edition showed and that its terms withhold now are not told by way of their change.
import type { Change, FieldChange } from "../model/changes.ts";
import type { Edition } from "../model/edition.ts";

/** Changes with nothing in them that the sources' terms, as they are now, do not let us show. */
export function shown({
  sources,
}: Pick<Edition, "sources">): (changes: readonly Change[]) => readonly Change[] {
  const open = new Set(sources.flatMap(({ publish, publisher }) => (publish === "none" ? [] : [publisher])));
  const closed = new Set(
    sources.flatMap(({ publish, publisher }) => (publish === "none" ? [publisher] : [])),
  );
  return (changes) =>
    changes.map((change) => {
      const ofSource = change.kind === "quotation" || change.kind === "annotation";
      const { source } = change;
      if (!ofSource || (source !== null && open.has(source) && !closed.has(source))) return change;
      return {
        ...change,
        label: change.kind === "annotation" ? "" : change.label,
        fields: change.fields.map(withoutWords),
      };
    });
}

function withoutWords(field: FieldChange): FieldChange {
  return field.name === "words" || field.name === "shown"
    ? { ...field, from: null, to: null, difference: null }
    : field;
}

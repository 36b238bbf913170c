// What records say of each other: every id that is named exists, once, and every note has just one body.
import type { BoxRecord, Located, PackRecord } from "../model/content.ts";
import { type Finding, finding, type Place } from "../model/finding.ts";
import { bodyNames } from "../schema/annotations.ts";
import type { EntryFields } from "../schema/register.ts";
import type { Broken } from "./pack.ts";
import { checkPackFields } from "./pack-fields.ts";
import { suggest } from "./suggest.ts";

/** What packs may name by id. */
export type Kind = "box" | "person" | "organisation" | "place" | "term" | "speaker";

export type Names = {
  /** Null when the list is broken: then nothing is called unknown. */
  has(kind: Kind, id: string): boolean | null;
  /** Every id, for hints. */
  all(kind: Kind): readonly string[];
};

/** References that a box, or an entry of a register, lists twice. */
export function checkBoxLinks({ value, at }: BoxRecord): readonly Finding[] {
  return duplicates(value.references ?? [], (index) => at("references", index, "id"), "reference");
}

export function checkRegisterLinks({
  value,
  at,
}: Located<Readonly<Record<string, EntryFields>>>): readonly Finding[] {
  return Object.entries(value).flatMap(([id, { references }]) =>
    duplicates(references ?? [], (index) => at(id, "references", index, "id"), "reference"),
  );
}

/**
 * `broken`: nothing is called unknown on account of files that could not be narrowed. `markings`: those that the site
 * allows.
 */
export function checkPackLinks(
  record: PackRecord,
  names: Names,
  markings: readonly string[],
  broken: Broken,
): readonly Finding[] {
  const { pack, annotations, sourceIds } = record;
  const findings: Finding[] = [];
  const known = (
    kind: string,
    id: string | null | undefined,
    place: () => Place,
    ids?: readonly string[],
  ) => {
    if (id === null || id === undefined) return;
    if (ids === undefined ? names.has(kind as Kind, id) !== false : ids.includes(id)) return;
    const hint = suggest(id, ids ?? names.all(kind as Kind)) || homes[kind] || "";
    findings.push(finding("error", `unknown-${kind}`, place(), `there is no ${kind} \`${id}\``, hint));
  };
  const references = (pack.value.references ?? []).map(({ id }) => id);
  const passages = broken.annotations ? undefined : annotations.value.map(({ id }) => id);

  for (const [index, id] of (pack.value.boxes ?? []).entries())
    known("box", id, () => pack.at("boxes", index));
  for (const [index, point] of (pack.value.key_points ?? []).entries()) {
    for (const [inner, id] of (point.support ?? []).entries()) {
      if (passages) known("annotation", id, () => pack.at("key_points", index, "support", inner), passages);
    }
  }
  for (const [index, event] of (pack.value.timeline ?? []).entries()) {
    for (const [inner, id] of (event.references ?? []).entries()) {
      known("reference", id, () => pack.at("timeline", index, "references", inner), references);
    }
    for (const [inner, id] of (event.people ?? []).entries())
      known("person", id, () => pack.at("timeline", index, "people", inner));
  }
  findings.push(
    ...duplicates(pack.value.references ?? [], (index) => pack.at("references", index, "id"), "reference"),
  );
  findings.push(...duplicates(annotations.value, (index) => annotations.at(index, "id"), "annotation"));

  for (const [index, annotation] of annotations.value.entries()) {
    const bodies = bodyNames.filter((name) => annotation[name] !== null && annotation[name] !== undefined);
    if (bodies.length !== 1) {
      const message =
        bodies.length === 0
          ? "says nothing of its passage"
          : `has ${bodies.length} bodies: ${bodies.join(", ")}`;
      findings.push(
        finding(
          "error",
          "annotation-body",
          annotations.at(index),
          message,
          `give it one of: ${bodyNames.join(", ")}`,
        ),
      );
    }
    for (const kind of ["box", "person", "organisation", "place", "term"] as const)
      known(kind, annotation[kind], () => annotations.at(index, kind));
    known("speaker", annotation.quotation?.speaker, () => annotations.at(index, "quotation", "speaker"));
    known("source", annotation.source, () => annotations.at(index, "source"), sourceIds);
    if (!annotation.source && sourceIds.length > 1) {
      findings.push(
        finding(
          "error",
          "which-source",
          annotations.at(index),
          "does not say which source it is of",
          `add \`source\`: ${sourceIds.join(" or ")}`,
        ),
      );
    }
  }
  return [...findings, ...checkPackFields(record, markings)];
}

const homes: Readonly<Record<string, string>> = {
  box: "write it as boxes/<id>.md",
  person: "add it to register/people.yaml",
  organisation: "add it to register/organisations.yaml",
  place: "add it to register/places.yaml",
  term: "add it to register/terms.yaml",
  speaker: "add it to register/people.yaml or register/organisations.yaml",
  reference: "add it to `references`",
  annotation: "add it to annotations.yaml",
};

function duplicates(
  records: readonly { readonly id: string }[],
  at: (index: number) => Place,
  kind: string,
): readonly Finding[] {
  const seen = new Set<string>();
  return records.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      finding(
        "error",
        "duplicate-id",
        at(index),
        `the ${kind} \`${id}\` is there twice`,
        "give one of them another id",
      ),
    ];
  });
}

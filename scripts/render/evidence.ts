// What a PDF carries so that it can be checked with nothing else: the edition, its annotations, and every state of sources that may be shown whole.
import { createHash } from "node:crypto";
import { labelsFor } from "../../templates/labels/labels.ts";
import type { PackRecord } from "../model/content.ts";
import type { Edition } from "../model/edition.ts";
import { webAnnotations } from "./web-annotations.ts";

export type Evidence = {
  readonly name: string;
  readonly mediaType: string;
  /** ISO 19005-3, Annex E: `Source` for what the document is made from, `Data` for what it shows. */
  readonly relationship: "Source" | "Data";
  readonly description: string;
  readonly bytes: Uint8Array;
};

const mediaTypes: Readonly<Record<string, string>> = {
  txt: "text/plain",
  md: "text/markdown",
  html: "text/html",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** In the words of the pack's language. `record`: the pack's record, for the bytes of its sources. */
export function evidenceOf(edition: Edition, record: PackRecord): readonly Evidence[] {
  const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
  const { print, revisions: said } = labelsFor(edition.language);
  const words = print.carried;
  const sources = edition.sources.flatMap(({ id, publish, publisher }) => {
    const revisions = record.sources.find((source) => source.id === id)?.revisions ?? [];
    if (publish !== "full") return [];
    return revisions.map(({ file, bytes }, index) => {
      const mediaType = mediaTypes[file.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
      const isNewest = index === revisions.length - 1;
      const description = isNewest ? words.source(publisher) : `${said.earlier}: ${words.source(publisher)}`;
      return { name: `${id}-${file}`, mediaType, relationship: "Source" as const, description, bytes };
    });
  });
  const evidence: readonly Evidence[] = [
    {
      name: "pack.json",
      mediaType: "application/json",
      relationship: "Data",
      description: words.pack,
      bytes: json(edition),
    },
    {
      name: "annotations.jsonld",
      mediaType: "application/ld+json",
      relationship: "Data",
      description: words.annotations,
      bytes: json(webAnnotations(edition)),
    },
    ...sources,
  ];
  const files = evidence.map(({ name, bytes }) => ({ path: name, bytes: bytes.length, sha256: hash(bytes) }));
  return [
    ...evidence,
    {
      name: "manifest.json",
      mediaType: "application/json",
      relationship: "Data",
      description: words.manifest,
      bytes: json({ generator: "chancery", files }),
    },
  ];
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

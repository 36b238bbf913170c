// What a PDF carries so that it can be checked with nothing else: the edition, its annotations, and sources that may be shown whole.
import { createHash } from "node:crypto";
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

/** `record`: the pack's record, for the bytes of its sources. */
export function evidenceOf(edition: Edition, record: PackRecord): readonly Evidence[] {
  const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
  const sources = edition.sources.flatMap(({ id, file, publish, publisher }) => {
    const bytes = record.sources.find((source) => source.id === id)?.bytes;
    if (publish !== "full" || bytes === undefined) return [];
    const mediaType = mediaTypes[file.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
    const description = `The text of ${publisher} as captured`;
    return [{ name: `${id}-${file}`, mediaType, relationship: "Source" as const, description, bytes }];
  });
  const evidence: readonly Evidence[] = [
    {
      name: "pack.json",
      mediaType: "application/json",
      relationship: "Data",
      description: "The pack as data: everything that its pages are made from",
      bytes: json(edition),
    },
    {
      name: "annotations.jsonld",
      mediaType: "application/ld+json",
      relationship: "Data",
      description: "The annotations of the sources as W3C Web Annotations",
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
      description: "The attached files with their hashes",
      bytes: json({ generator: "chancery", files }),
    },
  ];
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

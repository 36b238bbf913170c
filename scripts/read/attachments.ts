// The files that a PDF carries, by name.

import { openFile } from "../pdf/file.ts";
import { unpacked } from "../pdf/filters.ts";
import { asDict, dictIn, resolved, streamIn } from "../pdf/objects.ts";
import { textIn } from "../pdf/strings.ts";
import { namesIn } from "../pdf/trees.ts";

/** Bytes of all together. */
const MOST = 256 << 20;

/** Of the name tree `EmbeddedFiles` (ISO 32000-1, 7.11.4). Throws a `PdfError` on what is no PDF, or none that can be read. */
export function readAttachments(pdf: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const { catalog } = openFile(pdf);
  const found = new Map<string, Uint8Array>();
  let room = MOST;
  for (const [, value] of namesIn(dictIn(dictIn(catalog, "Names"), "EmbeddedFiles"))) {
    const specification = asDict(resolved(value));
    const name = textIn(specification, "UF") ?? textIn(specification, "F");
    const stream = streamIn(dictIn(specification, "EF"), "F");
    if (name === null || !stream) continue;
    const bytes = unpacked(stream, room);
    room -= bytes.length;
    found.set(name, bytes);
  }
  return found;
}

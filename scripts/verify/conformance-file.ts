// The file as bytes: header, trailer, filters and limits (ISO 19005-3, 6.1).

import { itemsIn, listIn, numberIn, PdfString, valueIn } from "../pdf/objects.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";

const FILTERS = new Set([
  "ASCIIHexDecode",
  "ASCII85Decode",
  "FlateDecode",
  "RunLengthDecode",
  "CCITTFaxDecode",
  "JBIG2Decode",
  "DCTDecode",
  "JPXDecode",
]);
const MAX_NAME = 127;
const MAX_STRING = 32767;
const MAX_OBJECTS = 8_388_607;

export function fileFaults({ pdf, file, objects }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const head = bytes.toString("latin1", 0, 24);
  if (!/^%PDF-1\.[0-7][\r\n]/.test(head))
    faults.push(fault("A 6.1.2", "The file does not begin with the header of PDF 1.0 to 1.7"));
  if (!/^%PDF-1\.\d(?:\r\n|\r|\n)%[\x80-\xFF]{4}/.test(head))
    faults.push(fault("A 6.1.2", "No comment of four high bytes follows the header"));
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - 64));
  if (!/%%EOF(?:\r\n|\r|\n)?$/.test(tail)) faults.push(fault("A 6.1.3", "Data follows the end of the file"));

  const filled = itemsIn(file.trailer, "ID").filter((one) => one instanceof PdfString && one.raw !== "");
  if (filled.length !== 2) faults.push(fault("A 6.1.3", "The trailer has no identifier"));
  if (!file.sound()) faults.push(fault("A 6.1.4", "The cross-references do not lead to the objects"));

  if (objects.length > MAX_OBJECTS) faults.push(fault("A 6.1.13", `The file has ${objects.length} objects`));
  for (const { ref, dict, stream } of objects) {
    for (const [key, value] of dict) {
      if (key.length > MAX_NAME)
        faults.push(fault("A 6.1.13", `${ref} has a name of more than ${MAX_NAME} bytes`));
      const text = value instanceof PdfString ? value.raw.length : 0;
      if (text > MAX_STRING) faults.push(fault("A 6.1.13", `${ref} has a string of ${text} bytes`));
    }
    if (!stream) continue;
    for (const key of ["F", "FFilter", "FDecodeParms"]) {
      if (dict.has(key)) faults.push(fault("A 6.1.7.1", `The stream ${ref} has the key ${key}`));
    }
    const filter = valueIn(dict, "Filter");
    for (const one of Array.isArray(filter) ? listIn(dict, "Filter") : filter === null ? [] : [filter]) {
      const name = String(one);
      if (!FILTERS.has(name)) faults.push(fault("A 6.1.7.2", `The stream ${ref} has the filter ${name}`));
    }
    if (numberIn(dict, "Length") !== stream.bytes.length)
      faults.push(fault("A 6.1.7.1", `The stream ${ref} is not as long as it says`));
  }
  for (const key of ["Perms", "Requirements", "OCProperties", "AcroForm", "Collection"]) {
    if (file.catalog.has(key))
      faults.push(fault("A 6.1.12", `The catalogue has the key ${key}, which is not checked`));
  }
  return faults;
}

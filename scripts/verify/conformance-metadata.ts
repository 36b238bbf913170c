// Metadata: XMP of known properties, the information dictionary equal to it, the two identifications.

import { dictIn, streamIn, valueIn } from "../pdf/objects.ts";
import { textIn } from "../pdf/strings.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";

/** Properties of ISO 19005-3, 6.6.2.3 that Chancery writes; any other is a fault. */
const KNOWN = new Set(
  "dc:format dc:title dc:creator dc:description dc:language xmp:CreateDate xmp:ModifyDate xmp:CreatorTool pdf:Producer pdfaid:part pdfaid:conformance pdfuaid:part pdfaExtension:schemas".split(
    " ",
  ),
);
const SAME: readonly (readonly [string, string])[] = [
  ["Title", "dc:title"],
  ["Author", "dc:creator"],
  ["Subject", "dc:description"],
  ["Creator", "xmp:CreatorTool"],
  ["Producer", "pdf:Producer"],
];
const NAMESPACES: Readonly<Record<string, string>> = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
};

export function metadataFaults({ file: { catalog, trailer } }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const stream = streamIn(catalog, "Metadata");
  if (!stream)
    return [
      fault("UA 7.1", "The catalogue has no metadata"),
      fault("A 6.6.2.1", "The catalogue has no metadata"),
    ];
  if (stream.dict.has("Filter"))
    faults.push(fault("A 6.6.2.1", "The metadata are compressed, so that plain readers cannot find them"));
  const xmp = new TextDecoder("utf-8", { fatal: false }).decode(stream.bytes);
  const header = /<\?xpacket begin=[^?]*\?>/.exec(xmp)?.[0];
  if (!header || /bytes=|encoding=/.test(header))
    faults.push(fault("A 6.6.2.2", "The metadata have no proper packet header"));
  if (xmp.includes("\uFFFD")) faults.push(fault("A 6.6.2.1", "The metadata are not UTF-8"));
  const properties = readProperties(xmp);
  for (const name of properties.keys()) {
    if (!KNOWN.has(name)) faults.push(fault("A 6.6.2.3", `The metadata have the unknown property ${name}`));
    const [prefix = ""] = name.split(":");
    const uri = NAMESPACES[prefix];
    if (uri && !xmp.includes(`xmlns:${prefix}="${uri}"`))
      faults.push(fault("A 6.6.2.3", `The prefix ${prefix} does not stand for ${uri}`));
  }
  if (properties.get("pdfaid:part") !== "3" || properties.get("pdfaid:conformance") !== "A") {
    faults.push(fault("A 6.6.4", "The metadata do not call the file PDF/A-3a"));
  }
  if (properties.get("pdfuaid:part") !== "1")
    faults.push(fault("UA 5", "The metadata do not call the file PDF/UA-1"));
  if (properties.has("pdfuaid:part") && !/<pdfaSchema:prefix>pdfuaid<\/pdfaSchema:prefix>/.test(xmp)) {
    faults.push(fault("A 6.6.2.3.3", "The metadata do not declare pdfuaid"));
  }
  if (!properties.get("dc:title")) faults.push(fault("UA 7.1", "The metadata have no dc:title"));
  if (valueIn(dictIn(catalog, "ViewerPreferences"), "DisplayDocTitle") !== true) {
    faults.push(fault("UA 7.1", "The title is not shown in place of the file's name"));
  }

  const info = dictIn(trailer, "Info");
  if (info) {
    for (const [key, name] of SAME) {
      const said = textIn(info, key);
      if (said !== null && said !== properties.get(name))
        faults.push(fault("A 6.6.3", `${key} is “${said}”, but ${name} is “${properties.get(name) ?? ""}”`));
    }
    for (const [key, name] of [
      ["CreationDate", "xmp:CreateDate"],
      ["ModDate", "xmp:ModifyDate"],
    ] as const) {
      const said = textIn(info, key);
      if (said === null) continue;
      const date = instantOf(said);
      if (date === null || date !== Date.parse(properties.get(name) ?? ""))
        faults.push(fault("A 6.6.3", `${key} and ${name} differ`));
    }
  }
  return faults;
}

/** Top-level properties by their name with prefix; the first item of a list stands for the list. */
export function readProperties(xmp: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, body = ""] of xmp.matchAll(/<rdf:Description\b[^>]*>([\s\S]*?)<\/rdf:Description>/g)) {
    for (const [, name = "", value = ""] of body.matchAll(
      /<([a-zA-Z]+:[a-zA-Z]+)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g,
    )) {
      const item = /<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(value)?.[1] ?? value;
      found.set(name, name.startsWith("pdfaExtension") ? "" : unescaped(item));
    }
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_whole, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
  );
}

/** A date of PDF in milliseconds; null when it is none (ISO 32000-1, 7.9.4). */
function instantOf(date: string): number | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)/.exec(date);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, hours, minutes] = parts;
  return Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${hours ? `${hours}:${minutes}` : "Z"}`,
  );
}

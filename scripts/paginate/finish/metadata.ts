// The metadata twice, as XMP and as the information dictionary, equal to each other (ISO 19005-3, 6.6.2.3 and 6.6.3).

import { type Dict, dictOf, PdfString, type Ref, refTo, Stream } from "../../pdf/objects.ts";
import { textString } from "../../pdf/strings.ts";
import type { Facts } from "./facts.ts";

const TOOL = "Chancery";

/** The information dictionary; the packet goes into the catalogue. Throws on a time that is none. */
export function writeMetadata(catalog: Dict, facts: Facts): Ref {
  const bytes = Buffer.from(packet(facts, instant(facts.time)), "utf8");
  const entries = dictOf({ Type: "Metadata", Subtype: "XML", Length: bytes.length });
  catalog.set("Metadata", refTo(new Stream(entries, bytes)));
  const date = new PdfString(pdfDate(facts.time));
  const say = (text: string | null) => (text ? textString(printable(text)) : undefined);
  return refTo(
    dictOf({
      Title: say(facts.title),
      Author: say(facts.author),
      Subject: say(facts.subject),
      Creator: say(TOOL),
      Producer: say(TOOL),
      CreationDate: date,
      ModDate: date,
    }),
  );
}

/** ISO 32000-1, 7.9.4. */
export function pdfDate(time: string): string {
  return `D:${instant(time).replace(/\D/g, "").slice(0, 14)}Z`;
}

function instant(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not a time: ${time}`);
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}

/** Without the characters that XML 1.0 forbids. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}

function escaped(text: string): string {
  return printable(text).replace(
    /[&<>]/g,
    (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char] ?? char,
  );
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
}

function packet({ title, author, subject, language }: Facts, time: string): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives(title)}</dc:title>
${author ? `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>\n` : ""}${subject ? `<dc:description>${alternatives(subject)}</dc:description>\n` : ""}<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<xmp:CreatorTool>${TOOL}</xmp:CreatorTool>
<pdf:Producer>${TOOL}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${UA_SCHEMA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** PDF/A knows no pdfuaid of itself: it is declared (ISO 19005-3, 6.6.2.3.3). */
const UA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

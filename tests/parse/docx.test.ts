// Word documents: what stands on their pages, one line a block, and what is refused.
import { expect, test } from "vitest";
import { readArticle } from "../../scripts/parse/parse.ts";
import { docx, zip } from "./zip.ts";

const p = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const styles = `<w:styles xmlns:w="x"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Own"><w:basedOn w:val="berschrift1"/><w:name w:val="Kopf"/></w:style>
<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style><w:style w:styleId="Liste"><w:name w:val="Liste"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;

/** Name, body, blocks. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["paragraphs", p("One.") + p("") + p("Two &amp; three."), ["paragraph: One.", "paragraph: Two & three."]],
  [
    "headings by style, inherited too",
    p("A", '<w:pStyle w:val="berschrift1"/>') +
      p("B", '<w:pStyle w:val="Own"/>') +
      p("C", '<w:outlineLvl w:val="2"/>'),
    ["heading1: A", "heading1: B", "heading3: C"],
  ],
  [
    "lists and quotations",
    p("A", '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      p("B", '<w:pStyle w:val="Liste"/>') +
      p("C", '<w:pStyle w:val="Zitat"/>'),
    ["list-item: A", "list-item: B", "quote: C"],
  ],
  [
    "tables",
    `<w:tbl><w:tr>${cell("a")}${cell("b")}</w:tr><w:tr>${cell("c")}${cell("")}</w:tr></w:tbl>`,
    ["row: a\tb", "row: c\t"],
  ],
  [
    "insertions made, deletions gone",
    "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins><w:r><w:t>c</w:t></w:r></w:ins></w:p>",
    ["paragraph: ac"],
  ],
  [
    "hidden text",
    `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r></w:p>`,
    ["paragraph: c"],
  ],
  [
    "breaks, tabs, hyphens",
    "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
    ["paragraph: a b c\u2011d"],
  ],
  [
    "links and fields",
    "<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>1</w:t></w:r></w:p>",
    ["paragraph: a1"],
  ],
  [
    "a text box, once",
    `<w:p><w:r><w:t>a</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p("b")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p("b")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ["paragraph: a", "paragraph: b"],
  ],
  [
    "notes at the end",
    `<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${p("b")}`,
    ["paragraph: a", "paragraph: b", "list-item: The note."],
  ],
  ["entities of the document's own are no text of ours", p("&xxe;a"), ["paragraph: &xxe;a"]],
];

test.each(cases)("%s", (_, body, expected) => {
  const notes = `<w:footnotes xmlns:w="x"><w:footnote w:id="2">${p("The note.")}</w:footnote></w:footnotes>`;
  const { value, findings } = readArticle(
    "a.docx",
    docx(body, { "word/styles.xml": styles, "word/footnotes.xml": notes }),
  );
  expect(findings).toEqual([]);
  expect(value.source.blocks.map(({ kind, level, text }) => `${kind}${level ?? ""}: ${text}`)).toEqual(
    expected,
  );
  expect(value.source.blocks.map(({ line }) => line)).toEqual(expected.map((_line, index) => index + 1));
  expect(value.source.blocks.flatMap(({ runs }) => runs)).toEqual([]);
});

test("the record", () => {
  const core =
    '<cp:coreProperties xmlns:dc="x"><dc:title>A title</dc:title><dc:creator>R. Calder</dc:creator></cp:coreProperties>';
  const english = readArticle(
    "a.docx",
    docx(p("One."), { "docProps/core.xml": core, "word/styles.xml": styles }),
  );
  expect(english.value.metadata).toEqual({
    ...{ title: "A title", byline: "R. Calder", publisher: null, published: null, language: "en-GB" },
    ...{ direction: null, url: null },
  });
  const arabic = readArticle("a.docx", docx(p("وقع الوزراء", "<w:bidi/>"), { "word/styles.xml": styles }));
  expect([arabic.value.metadata.language, arabic.value.metadata.direction]).toEqual(["ar-SA", "rtl"]);
});

const doctype =
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>';
const external =
  '<Relationships><Relationship Type="x/officeDocument" Target="https://example.org/d.xml" TargetMode="External"/></Relationships>';
const sound = docx(p("One."));
const bomb = () => {
  const zeros = new Uint8Array(80_000_000);
  return zip([{ name: "word/document.xml", bytes: zeros }]);
};

/** Name, bytes, what the finding says. */
const refused: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ["a bomb", bomb, /^too-large: holds word\/document.xml of more than 48 MB$/],
  ["a document type", () => docx("", { "word/document.xml": doctype }), /^docx: declares a document type/],
  [
    "20,000 nested elements",
    () => docx("<w:sdt>".repeat(20_000)),
    /^too-deep: is nested too deep in word\/document.xml$/,
  ],
  ["no ZIP", () => new TextEncoder().encode("plain text"), /^docx: is no Word document$/],
  ["an empty file", () => new Uint8Array(), /^empty-source: holds no text$/],
  ["no body", () => zip([{ name: "a.txt", bytes: sound }]), /^docx: is no Word document: it has no body$/],
  ["nothing in it", () => docx(p("")), /^empty-source: holds no text$/],
  ["cut off", () => sound.subarray(0, sound.length - 30), /^docx: is (?:no Word document|broken)/],
  ["damaged", () => sound.map((byte, at) => (at > 160 && at < 170 ? 0xff : byte)), /^docx: is broken: /],
  [
    "an older Word",
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)]),
    /^docx: is encrypted, or a document of an older Word$/,
  ],
];

test.each(refused)("%s: one finding", (_, bytes, message) => {
  const { value, findings } = readArticle("a.docx", bytes());
  expect(value.source.blocks).toEqual([]);
  expect(findings.map(({ severity, rule, message: said }) => [severity, `${rule}: ${said}`])).toEqual([
    ["error", expect.stringMatching(message)],
  ]);
});

test("names that climb out and relations that lead out are passed over", () => {
  const { value, findings } = readArticle(
    "a.docx",
    docx(p("One."), { "../../../tmp/evil.txt": "evil", "_rels/.rels": external }),
  );
  expect(findings).toEqual([]);
  expect(value.source.text).toBe("One.");
});

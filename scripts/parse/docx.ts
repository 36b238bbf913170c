// Word documents to blocks: body, then notes; nothing outside of the file is ever looked at.
import { bodyOf, type DocxBlock } from "./docx/body.ts";
import { languageOf } from "./docx/language.ts";
import { stylesOf } from "./docx/styles.ts";
import { child, descendants, parseXml, textOf, type Xml } from "./docx/xml.ts";
import { openZip } from "./docx/zip.ts";
import { type Metadata, nothingStated } from "./metadata.ts";
import type { Piece } from "./reader-text.ts";
import { type Trouble, trouble } from "./text/trouble.ts";

export type DocxArticle = { readonly pieces: readonly Piece[]; readonly metadata: Metadata };

/** Bytes of blocks are unknown, since they are compressed: pieces have none, and their lines count paragraphs. */
export function docxArticle(bytes: Uint8Array): DocxArticle | Trouble {
  const parts = openZip(bytes);
  if ("rule" in parts) return parts;
  const problems: Trouble[] = [];
  const part = (name: string): Xml | null => {
    const found = parts.read(name);
    if (found === null) return null;
    const xml = "rule" in found ? found : parseXml(name, found);
    if (!("rule" in xml)) return xml;
    problems.push(xml);
    return null;
  };
  const main = mainPart(part("_rels/.rels"));
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const document = part(main);
  const styleOf = stylesOf(part(`${folder}styles.xml`));
  const [core, app] = [part("docProps/core.xml"), part("docProps/app.xml")];
  const body = document === null ? { blocks: [], notes: [] } : bodyOf(document, styleOf);
  const noted =
    body.notes.length === 0
      ? []
      : notesOf(
          { footnote: part(`${folder}footnotes.xml`), endnote: part(`${folder}endnotes.xml`) },
          body.notes,
          (note) => bodyOf(note, styleOf).blocks,
        );
  const [problem] = problems;
  if (problem !== undefined) return problem;
  if (document === null)
    return trouble("docx", "is no Word document: it has no body", "save the document again as .docx");
  const property = (xml: Xml | null, name: string) => {
    const found = xml === null ? undefined : [...descendants(xml)].find((one) => one.name === name);
    return textOf(found).replace(/\s+/g, " ").trim() || null;
  };
  const blocks = [...body.blocks, ...noted];
  const heading = blocks[0]?.kind === "heading" ? blocks[0].text : null;
  return {
    pieces: blocks.map(({ kind, level, text }, index) => ({
      kind,
      level,
      line: index + 1,
      parts: [{ text, byteStart: 0, byteEnd: 0 }],
    })),
    metadata: {
      ...nothingStated,
      title: property(core, "dc:title") ?? heading,
      byline: property(core, "dc:creator"),
      publisher: property(core, "dc:publisher") ?? property(app, "Company"),
      ...languageOf(document, part(`${folder}styles.xml`), property(core, "dc:language")),
    },
  };
}

/** The part that the container's relations name as the document, if it lies inside of the container. */
function mainPart(relations: Xml | null): string {
  const usual = "word/document.xml";
  const found =
    relations === null
      ? undefined
      : [...descendants(relations)].find(
          ({ name, attributes }) =>
            name === "Relationship" && /\/officeDocument$/.test(attributes.Type ?? ""),
        );
  const target = found?.attributes.Target;
  if (target === undefined || found?.attributes.TargetMode === "External") return usual;
  return target.replace(/^\//, "");
}

function notesOf(
  parts: Readonly<Record<string, Xml | null>>,
  marks: readonly string[],
  read: (note: Xml) => readonly DocxBlock[],
): readonly DocxBlock[] {
  return [...new Set(marks)].flatMap((mark) => {
    const [kind = "", id] = mark.split(" ");
    const part = parts[kind];
    const list = part === null || part === undefined ? undefined : child(part, `w:${kind}s`);
    const note = list?.children.find(
      (one): one is Xml => typeof one !== "string" && one.attributes["w:id"] === id,
    );
    return note === undefined
      ? []
      : read(note).map((block) => ({ ...block, kind: "list-item" as const, level: null }));
  });
}

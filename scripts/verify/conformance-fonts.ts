// Fonts: all inside, every glyph there and as wide as it says, every one with its character.

import { PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import {
  type ConformanceFault,
  dictIn,
  fault,
  has,
  listIn,
  nameIn,
  type Subject,
} from "./conformance-subject.ts";
import { readFont } from "./pdf-font.ts";
import { decoded } from "./pdf-stream.ts";
import { readTrueType } from "./true-type.ts";

const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;
/** Thousandths of the font size (ISO 19005-3, 6.2.11.5). */
const WIDTH_TOLERANCE = 1;

export function fontFaults(subject: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const seen = new Set<PDFDict>();
  subject.document.getPages().forEach((page, index) => {
    const fonts = dictIn(page.node.Resources(), "Font");
    const shown = subject.pages[index]?.codes ?? new Map();
    for (const key of fonts?.keys() ?? []) {
      const name = key.decodeText();
      const font = fonts?.lookup(key);
      if (!(font instanceof PDFDict)) continue;
      const codes = shown.get(name) ?? new Set<number>();
      if (!codes.size) continue;
      if (!seen.has(font)) faults.push(...programFaults(font));
      seen.add(font);
      faults.push(...glyphFaults(font, codes, subject));
    }
  });
  return unique(faults);
}

function programFaults(font: PDFDict): readonly ConformanceFault[] {
  const name = nameIn(font, "BaseFont") ?? "A font";
  if (nameIn(font, "Type") !== "Font") return [fault("A 6.2.11.2", `${name} is no font dictionary`)];
  const subtype = nameIn(font, "Subtype");
  if (!has(font, "ToUnicode")) return [fault("UA 7.21.7", `${name} does not say its characters`)];
  if (subtype === "Type3") return [];
  if (subtype !== "Type0")
    return [fault("A 6.2.11.2", `${name} is a font of the kind ${subtype}, which is not checked`)];
  const faults: ConformanceFault[] = [];
  const encoding = nameIn(font, "Encoding");
  if (encoding !== "Identity-H" && encoding !== "Identity-V")
    faults.push(fault("A 6.2.11.3.3", `${name} has the encoding ${encoding}`));
  const inner = descendant(font);
  if (!inner) return [...faults, fault("A 6.2.11.2", `${name} has no descendant`)];
  if (nameIn(inner, "Subtype") !== "CIDFontType2")
    faults.push(fault("A 6.2.11.2", `${name} is not TrueType, which is not checked`));
  const map = inner.lookup(PDFName.of("CIDToGIDMap"));
  if (!(map instanceof PDFRawStream) && nameIn(inner, "CIDToGIDMap") !== "Identity")
    faults.push(fault("UA 7.21.3.2", `${name} does not map its codes to glyphs`));
  const descriptor = dictIn(inner, "FontDescriptor");
  if (!(descriptor?.lookup(PDFName.of("FontFile2")) instanceof PDFRawStream))
    faults.push(fault("UA 7.21.4.1", `${name} is not embedded`));
  if (has(descriptor, "CIDSet"))
    faults.push(fault("A 6.2.11.4.2", `${name} has a CIDSet, which is not checked`));
  if (!dictIn(inner, "CIDSystemInfo"))
    faults.push(fault("A 6.2.11.3.1", `${name} has no character collection`));
  return faults;
}

function glyphFaults(
  font: PDFDict,
  codes: ReadonlySet<number>,
  { document, pages }: Subject,
): readonly ConformanceFault[] {
  const name = nameIn(font, "BaseFont") ?? "A font";
  const faults: ConformanceFault[] = [];
  const read = readFont(font, document.context);
  const inner = descendant(font);
  const file = dictAndStream(dictIn(inner, "FontDescriptor"), "FontFile2");
  const program = file && nameIn(inner, "CIDToGIDMap") === "Identity" ? readTrueType(decoded(file)) : null;
  for (const code of codes) {
    const text = read.text(code);
    if (text === "\u{FFFD}")
      faults.push(fault("UA 7.21.7", `${name} does not say what character ${code} is`));
    if (/[\u0000\uFEFF\uFFFE]/.test(text))
      faults.push(fault("UA 7.21.7", `${name} says that ${code} is no character`));
    if (PRIVATE_USE.test(text) && !pages.some(({ actual }) => actual))
      faults.push(fault("A 6.2.11.7.3", `${name} gives ${code} a character of private use`));
    if (!program) continue;
    if (code === 0) faults.push(fault("UA 7.21.8", `${name} shows the glyph for what it does not have`));
    if (code >= program.glyphs) faults.push(fault("A 6.2.11.4.1", `${name} does not have the glyph ${code}`));
    else if (Math.abs(program.width(code) - read.width(code)) > WIDTH_TOLERANCE) {
      faults.push(
        fault(
          "A 6.2.11.5",
          `${name} says that glyph ${code} is ${read.width(code)} wide; it is ${program.width(code).toFixed(1)}`,
        ),
      );
    }
  }
  return faults;
}

function descendant(font: PDFDict): PDFDict | undefined {
  const first = listIn(font, "DescendantFonts")[0];
  return first instanceof PDFDict ? first : undefined;
}

function dictAndStream(dict: PDFDict | undefined, key: string): PDFRawStream | undefined {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFRawStream ? value : undefined;
}

function unique(faults: readonly ConformanceFault[]): readonly ConformanceFault[] {
  return [...new Map(faults.map((one) => [one.message, one])).values()];
}

// Fonts: all inside, every glyph there and as wide as it says, every one with its character.

import { unpacked } from "../pdf/filters.ts";
import { asDict, type Dict, dictIn, listIn, nameIn, resolved, streamIn } from "../pdf/objects.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";
import { readFont } from "./pdf-font.ts";
import { readTrueType } from "./true-type.ts";

const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;
/** Thousandths of the font size (ISO 19005-3, 6.2.11.5). */
const WIDTH_TOLERANCE = 1;

export function fontFaults({ sheets, pages }: Subject): readonly ConformanceFault[] {
  const shown = new Map<Dict, Set<number>>();
  sheets.forEach(({ resources }, index) => {
    for (const [name, value] of dictIn(resources, "Font") ?? []) {
      const font = asDict(resolved(value));
      const codes = pages[index]?.codes.get(name);
      if (!font || !codes?.size) continue;
      const all = shown.get(font) ?? new Set();
      for (const code of codes) all.add(code);
      shown.set(font, all);
    }
  });
  const speaks = pages.some(({ actual }) => actual);
  return unique(
    [...shown].flatMap(([font, codes]) => [...programFaults(font), ...glyphFaults(font, codes, speaks)]),
  );
}

function programFaults(font: Dict): readonly ConformanceFault[] {
  const name = nameIn(font, "BaseFont") ?? "A font";
  if (nameIn(font, "Type") !== "Font") return [fault("A 6.2.11.2", `${name} is no font dictionary`)];
  const subtype = nameIn(font, "Subtype");
  if (!font.has("ToUnicode")) return [fault("UA 7.21.7", `${name} does not say its characters`)];
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
  if (!streamIn(inner, "CIDToGIDMap") && nameIn(inner, "CIDToGIDMap") !== "Identity")
    faults.push(fault("UA 7.21.3.2", `${name} does not map its codes to glyphs`));
  const descriptor = dictIn(inner, "FontDescriptor");
  if (!streamIn(descriptor, "FontFile2")) faults.push(fault("UA 7.21.4.1", `${name} is not embedded`));
  if (descriptor?.has("CIDSet"))
    faults.push(fault("A 6.2.11.4.2", `${name} has a CIDSet, which is not checked`));
  if (!dictIn(inner, "CIDSystemInfo"))
    faults.push(fault("A 6.2.11.3.1", `${name} has no character collection`));
  return faults;
}

function glyphFaults(font: Dict, codes: ReadonlySet<number>, speaks: boolean): readonly ConformanceFault[] {
  const name = nameIn(font, "BaseFont") ?? "A font";
  const faults: ConformanceFault[] = [];
  const read = readFont(font);
  const inner = descendant(font);
  const file = streamIn(dictIn(inner, "FontDescriptor"), "FontFile2");
  const program = file && nameIn(inner, "CIDToGIDMap") === "Identity" ? readTrueType(unpacked(file)) : null;
  for (const code of codes) {
    const text = read.text(code);
    if (text === "\u{FFFD}")
      faults.push(fault("UA 7.21.7", `${name} does not say what character ${code} is`));
    if (/[\u0000\uFEFF\uFFFE]/.test(text))
      faults.push(fault("UA 7.21.7", `${name} says that ${code} is no character`));
    if (PRIVATE_USE.test(text) && !speaks)
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

function descendant(font: Dict): Dict | undefined {
  return asDict(listIn(font, "DescendantFonts")[0] ?? null);
}

function unique(faults: readonly ConformanceFault[]): readonly ConformanceFault[] {
  return [...new Map(faults.map((one) => [one.message, one])).values()];
}

// The structure of a PDF is that of its document: the same words in the same order and languages, the same parts.

import type { Folio } from "../model/folio.ts";
import { textIn } from "../pdf/strings.ts";
import type { Subject } from "./conformance-subject.ts";
import { strayLinks } from "./link-targets.ts";
import { pageLabels } from "./page-labels.ts";
import { readSource, type SourceParts, type Spoken } from "./structure-source.ts";
import { type SpokenTree, speak, textUnder } from "./structure-spoken.ts";
import type { MarkedPage } from "./structure-text.ts";
import { isElement, type StructureTree } from "./structure-tree.ts";

export type StructureFault = {
  /** What differs: `words`, `languages`, `counts`, `notes`, `labels`, `contents`, `artifacts`, `links` or `pages`. */
  readonly clause: string;
  readonly message: string;
};

export type StructureQuestion = {
  /** The print document. */
  readonly html: string;
  readonly folios: readonly Folio[];
};

type Word = { readonly word: string; readonly lang: string };

/** Elements that the structure has exactly as often as the document. */
const EQUAL = "H1 H2 H3 H4 H5 H6 Table TR TH TD L LI TOC TOCI Note Figure Link BlockQuote Aside".split(" ");

export function structureFaults(
  { file, sheets, pages, tree }: Subject,
  { html, folios }: StructureQuestion,
): readonly StructureFault[] {
  const source = readSource(html, folios);
  const said = speak(tree, textIn(file.catalog, "Lang") ?? "");
  return [
    ...wordFaults(source.spoken, said.spoken),
    ...countFaults(source, tree),
    ...noteFaults(said),
    ...labelFaults(source, said),
    ...contentsFaults(tree),
    ...artifactFaults(pages),
    ...strayLinks(source.links, tree, sheets, folios).map((message) => ({ clause: "links", message })),
    ...folioFaults(pageLabels(file, pages.length), folios),
  ];
}

function wordFaults(wanted: readonly Spoken[], found: readonly Spoken[]): readonly StructureFault[] {
  const [source, tree] = [wordsOf(wanted), wordsOf(found)];
  const at = source.findIndex(({ word }, index) => tree[index]?.word !== word);
  const near = (list: readonly Word[], place: number) =>
    list
      .slice(Math.max(0, place - 3), place + 4)
      .map(({ word }) => word)
      .join(" ");
  if (at >= 0)
    return [
      {
        clause: "words",
        message: `The structure reads “${near(tree, at)}” where the document reads “${near(source, at)}”`,
      },
    ];
  if (tree.length > source.length)
    return [
      {
        clause: "words",
        message: `The structure says more than the document: “${near(tree, source.length)}”`,
      },
    ];
  return source.flatMap(({ word, lang }, index) => {
    const own = tree[index]?.lang ?? "";
    if (own.toLowerCase() === lang.toLowerCase()) return [];
    return [
      { clause: "languages", message: `“${word}” is ${lang} in the document and ${own} in the structure` },
    ];
  });
}

function wordsOf(stretches: readonly Spoken[]): readonly Word[] {
  const texts = stretches.map(({ text }) =>
    text.normalize("NFKC").replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, ""),
  );
  const ends: number[] = [];
  texts.reduce((sum, text) => {
    ends.push(sum + text.length);
    return sum + text.length;
  }, 0);
  let stretch = 0;
  return [...texts.join("").matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => {
    while ((ends[stretch] ?? Number.POSITIVE_INFINITY) <= index) stretch += 1;
    return { word: word.toLowerCase(), lang: stretches[stretch]?.lang ?? "" };
  });
}

function countFaults({ counts }: SourceParts, { elements }: StructureTree): readonly StructureFault[] {
  const found = new Map<string, number>();
  for (const { type, tag } of elements) {
    const name = tag === "Aside" ? tag : type;
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  const described = elements
    .filter(({ type, attributes }) => type === "L" && attributes.get("ListNumbering") === "None")
    .flatMap(({ kids }) =>
      kids.filter(isElement).filter((item) => item.kids.some((one) => isElement(one) && one.type === "Lbl")),
    ).length;
  const faults = EQUAL.flatMap((type) => {
    const calls = type === "Link" ? (counts.get("Note") ?? 0) : 0;
    const [wanted, own] = [
      (counts.get(type) ?? 0) + calls,
      (found.get(type) ?? 0) - (type === "LI" ? described : 0),
    ];
    return wanted === own
      ? []
      : [{ clause: "counts", message: `The document has ${wanted} of ${type}, the structure ${own}` }];
  });
  const paragraphs = [counts.get("P") ?? 0, found.get("P") ?? 0] as const;
  if (paragraphs[1] >= paragraphs[0]) return faults;
  return [
    ...faults,
    {
      clause: "counts",
      message: `The document has ${paragraphs[0]} paragraphs, the structure ${paragraphs[1]}`,
    },
  ];
}

/** Calls count from 1 without a gap, and each says the number of its note. */
function noteFaults({ notes }: SpokenTree): readonly StructureFault[] {
  return notes.flatMap(({ call, label }, index) => {
    const [asked, own] = [call, label].map((text) => /\d+/.exec(text)?.[0]);
    if (asked === String(index + 1) && own === asked) return [];
    return [
      {
        clause: "notes",
        message: `Note ${index + 1} is called “${call.trim()}” and calls itself “${label.trim()}”`,
      },
    ];
  });
}

function labelFaults({ starts }: SourceParts, { labels }: SpokenTree): readonly StructureFault[] {
  return labels.flatMap((list) => {
    const numbers = list.map((text) => Number(/^\D*(\d+)\D*$/.exec(text)?.[1] ?? Number.NaN));
    if (numbers.some(Number.isNaN)) return [];
    const first = numbers[0] ?? 1;
    const right = starts.has(first) && numbers.every((number, index) => number === first + index);
    return right ? [] : [{ clause: "labels", message: `A list counts ${numbers.slice(0, 12).join(", ")}` }];
  });
}

/** Every line of the contents says its page. */
function contentsFaults({ elements }: StructureTree): readonly StructureFault[] {
  return elements
    .filter(({ type }) => type === "TOCI")
    .flatMap((item) => {
      const text = item.kids
        .filter(isElement)
        .filter(({ type }) => type !== "TOC")
        .map(textUnder)
        .join("")
        .trim();
      return /\p{N}$/u.test(text)
        ? []
        : [{ clause: "contents", message: `The contents do not say the page of “${text}”` }];
    });
}

/** Text that is no running matter and yet in no tag is hidden from those who listen. */
function artifactFaults(pages: readonly MarkedPage[]): readonly StructureFault[] {
  return pages.flatMap(({ artifacts }, index) =>
    artifacts
      .filter(({ text, type }) => /[\p{L}\p{N}]/u.test(text) && type !== "Pagination")
      .map(({ text }) => ({
        clause: "artifacts",
        message: `“${text.trim().slice(0, 60)}” on page ${index + 1} is in no tag`,
      })),
  );
}

function folioFaults(
  labels: readonly (string | null)[],
  folios: readonly Folio[],
): readonly StructureFault[] {
  return folios.flatMap(({ label, page }, index) => {
    const own = labels[index] ?? null;
    const right = own !== null && own !== "" && (!label || own === label);
    return right
      ? []
      : [{ clause: "pages", message: `Page ${page} prints “${label}” and is labelled “${own ?? ""}”` }];
  });
}

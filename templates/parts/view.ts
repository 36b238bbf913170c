// One edition as one medium sees it: the words of its language, where its links lead, and what is shown on the same page.
import type { Atlas } from "../../scripts/figures/atlas.ts";
import type { Annotation, Edition, Entry, SectionName } from "../../scripts/model/edition.ts";
import { type Labels, labelsFor } from "../labels/labels.ts";
import {
  boxPath,
  briefingPath,
  changesPath,
  entryFolders,
  entryPath,
  relative,
  sourcePath,
} from "../paths.ts";
import { type Changed, changedIn } from "./changed.ts";
import { firstPassages } from "./first-passages.ts";
import { type Notes, numberNotes } from "./notes.ts";
import { type Sigla, siglaOf } from "./sigla.ts";

export type View = {
  readonly medium: "web" | "print";
  readonly edition: Edition;
  readonly labels: Labels;
  readonly sections: readonly SectionName[];
  readonly notes: Notes;
  readonly sigla: Sigla;
  /** Of each box and entry that opens in place, the annotation beside which it does. */
  readonly glances: ReadonlyMap<string, string>;
  readonly annotation: (id: string) => Annotation | undefined;
  /** A person, or an organisation that speaks. */
  readonly speaker: (id: string) => Entry | undefined;
  readonly links: Links;
  /** What this edition changed. */
  readonly changed: Changed;
  /** What maps are drawn from; there are none without it. */
  readonly atlas: Atlas | null;
  readonly pictures: boolean;
};

/** Where links lead; null where the medium has no such place. */
export type Links = {
  readonly citation: (number: number) => string;
  readonly passage: (annotation: string) => string | null;
  readonly box: (id: string) => string | null;
  readonly entry: (kind: Entry["kind"], id: string) => string | null;
  /** The box on this very page. */
  readonly boxHere: (id: string) => string | null;
  /** The appendix of notes that lost their passages. */
  readonly orphans: string;
  /** The page of what changed. */
  readonly changes: string | null;
};

/** The briefing page. */
export function briefingView(edition: Edition, atlas: Atlas | null = null): View {
  const from = briefingPath(edition.slug);
  const sections = shownSections(edition);
  const passages = sections.includes("article") ? "" : relative(from, sourcePath(edition.slug));
  return viewOf(
    edition,
    "web",
    {
      citation: (number) => `#ref-${number}`,
      passage: (id) => `${passages}#a-${id}`,
      box: (id) => relative(from, boxPath(id)),
      entry: (kind, id) => relative(from, entryPath(kind, id)),
      boxHere: (id) => (sections.includes("boxes") ? `#box-${id}` : null),
      orphans: "#orphans",
      changes: relative(from, changesPath(edition.slug)),
    },
    atlas,
  );
}

/** The page of the sources alone; its citations lead back to the briefing. */
export function sourceView(edition: Edition): View {
  const from = sourcePath(edition.slug);
  const briefing = relative(from, briefingPath(edition.slug));
  return viewOf(edition, "web", {
    citation: (number) => `${briefing}#ref-${number}`,
    passage: (id) => `#a-${id}`,
    box: (id) => relative(from, boxPath(id)),
    entry: (kind, id) => relative(from, entryPath(kind, id)),
    boxHere: () => null,
    orphans: `${briefing}#orphans`,
    changes: relative(from, changesPath(edition.slug)),
  });
}

/** The print document: every link leads to a place in the same document, or there is none. */
export function printView(edition: Edition, atlas: Atlas | null = null): View {
  const sections = shownSections(edition);
  const article = sections.includes("article");
  const boxes = new Set(article || sections.includes("boxes") ? edition.boxes.map((box) => box.id) : []);
  const found = (kind: Entry["kind"], id: string) =>
    edition[entryFolders[kind]].find((entry) => entry.id === id);
  const box = (id: string) => (boxes.has(id) ? `#box-${id}` : null);
  return viewOf(
    edition,
    "print",
    {
      citation: (number) => `#ref-${number}`,
      passage: (id) => (article ? `#a-${id}` : null),
      box,
      entry: (kind, id) => {
        const entry = found(kind, id);
        if (entry === undefined) return null;
        if (sections.includes("people")) return `#${kind}-${id}`;
        return article && entry.passages.length > 0 ? `#index-${kind}-${id}` : null;
      },
      boxHere: box,
      orphans: "#orphans",
      changes: null,
    },
    atlas,
  );
}

function viewOf(edition: Edition, medium: View["medium"], links: Links, atlas: Atlas | null = null): View {
  const annotations = new Map(edition.annotations.map((one) => [one.id, one]));
  const speakers = new Map([...edition.organisations, ...edition.people].map((one) => [one.id, one]));
  return {
    medium,
    edition,
    labels: labelsFor(edition.language),
    sections: shownSections(edition),
    notes: numberNotes(edition),
    sigla: siglaOf(edition),
    glances: medium === "web" ? firstPassages(edition) : new Map(),
    annotation: (id) => annotations.get(id),
    speaker: (id) => speakers.get(id),
    links,
    changed: changedIn(edition),
    atlas,
    pictures: true,
  };
}

/** The edition's sections; references come last where something may cite them and the author left them out. */
function shownSections(edition: Edition): readonly SectionName[] {
  const missing = edition.references.length > 0 && !edition.sections.includes("references");
  return missing ? [...edition.sections, "references"] : edition.sections;
}

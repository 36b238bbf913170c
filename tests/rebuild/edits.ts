// Random edits of a content folder as people make them: changes, deletions, renames, breakages and their mending.
import { createHash } from "node:crypto";

/** Path → text; the generator never makes a file that is not text. */
export type Files = ReadonlyMap<string, string>;

export type Edit = { readonly name: string; readonly make: (files: Files, dice: Dice) => Files };

/** A whole number below a bound, the same each time for the same seed. */
export type Dice = (bound: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * bound);
  };
}

function pick<T>(from: readonly T[], dice: Dice): T | undefined {
  return from[dice(from.length)];
}

function paths(files: Files, shape: RegExp): readonly string[] {
  return [...files.keys()].filter((path) => shape.test(path)).sort();
}

function changed(files: Files, path: string | undefined, change: (text: string) => string | null): Files {
  const before = files.get(path ?? "");
  if (path === undefined || before === undefined) return files;
  const after = change(before);
  const next = new Map(files);
  if (after === null) next.delete(path);
  else next.set(path, after);
  return next;
}

function moved(files: Files, from: string, to: string): Files {
  return new Map(
    [...files].map(([path, text]) => [
      path.startsWith(from) ? `${to}${path.slice(from.length)}` : path,
      text,
    ]),
  );
}

function line(name: string, shape: RegExp, key: string, value: (dice: Dice) => string): Edit {
  return {
    name,
    make: (files, dice) =>
      changed(files, pick(paths(files, shape), dice), (text) =>
        text.replace(new RegExp(`^( *)${key}: .*$`, "m"), `$1${key}: ${value(dice)}`),
      ),
  };
}

const pack = /^packs\/[^/]+\/pack\.yaml$/;
const anyBox = /^boxes\/.*\.md$/;
const words = [
  "harbour",
  "порт",
  "ميناء",
  "λιμάνι",
  "港口",
  "treaty & talks",
  "<b>bold</b>",
  "“quoted”",
  "plain",
];
const word = (dice: Dice) => pick(words, dice) ?? "";

export const edits: readonly Edit[] = [
  line("title of a pack", pack, "title", (dice) => `"${word(dice)} ${dice(100)}"`),
  line("summary of a pack", pack, "summary", (dice) => `"${word(dice)} says ${word(dice)}."`),
  line("date of a pack", pack, "date", (dice) => `20${10 + dice(15)}-0${1 + dice(9)}-1${dice(9)}`),
  line("marking of a pack", pack, "assessment", (dice) => `"*${word(dice)}* ${dice(9)}"`),
  line("boxes of a pack", pack, "boxes", (dice) => (dice(2) === 0 ? "[]" : "[box-ban]")),
  line("title of a box", anyBox, "title", (dice) => `"${word(dice)} ${dice(100)}"`),
  line("name of a person", /people\.yaml$/, "  name", (dice) => `"${word(dice)} ${dice(100)}"`),
  line("role of a person", /people\.yaml$/, "  role", (dice) => `"${word(dice)}"`),
  line("name of an office", /organisations\.yaml$/, "  name", (dice) => `"${word(dice)} office"`),
  line("title of the site", /^site\.yaml$/, "title", (dice) => `"${word(dice)}"`),
  {
    name: "body of a box",
    make: (files, dice) =>
      changed(files, pick(paths(files, anyBox), dice), (text) => `${text}\n${word(dice)} ${dice(1000)}\n`),
  },
  {
    name: "another person",
    make: (files, dice) =>
      changed(files, "register/people.yaml", (text) => `${text}new-${dice(1e6)}:\n  name: "${word(dice)}"\n`),
  },
  {
    name: "a source captured again",
    make(files, dice) {
      const article = pick(paths(files, /article\.txt$/), dice);
      const text = files.get(article ?? "");
      if (article === undefined || text === undefined) return files;
      const next = `${text}${word(dice)} stands at the end ${dice(1000)}.\n`;
      const sha256 = createHash("sha256").update(next).digest("hex");
      const record = article.replace("article.txt", "source.yaml");
      const locked = changed(files, record, (yaml) => yaml.replace(/sha256: \w+/, `sha256: ${sha256}`));
      return new Map([...locked, [article, next]]);
    },
  },
  {
    name: "a note of its own",
    make: (files, dice) =>
      changed(files, pick(paths(files, /annotations\.yaml$/), dice), (text) =>
        text.replace(/(id: noted, .*note: ).*\}/, `$1"${word(dice)} ${dice(100)}"}`),
      ),
  },
  {
    name: "a pack deleted",
    make(files, dice) {
      const slugs = paths(files, pack);
      const folder = pick(slugs, dice)?.replace("pack.yaml", "");
      if (folder === undefined || slugs.length < 3) return files;
      return new Map([...files].filter(([path]) => !path.startsWith(folder)));
    },
  },
  {
    name: "a pack renamed",
    make(files, dice) {
      const folder = pick(paths(files, pack), dice)?.replace("pack.yaml", "");
      return folder === undefined ? files : moved(files, folder, `packs/renamed-${dice(1e6)}/`);
    },
  },
  {
    name: "a pack copied",
    make(files, dice) {
      const folder = pick(paths(files, pack), dice)?.replace("pack.yaml", "");
      if (folder === undefined || paths(files, pack).length > 8) return files;
      const copy = `packs/copy-${dice(1e6)}/`;
      const own = [...files].filter(([path]) => path.startsWith(folder));
      return new Map([
        ...files,
        ...own.map(([path, text]) => [`${copy}${path.slice(folder.length)}`, text] as const),
      ]);
    },
  },
  {
    name: "prose of the desk",
    make(files, dice) {
      const folder = pick(paths(files, pack), dice)?.replace("pack.yaml", "analysis.md");
      return folder === undefined
        ? files
        : new Map([...files, [folder, `## ${word(dice)}\n\n${word(dice)} ${dice(100)}\n`]]);
    },
  },
  {
    name: "a box deleted",
    make: (files, dice) => changed(files, pick(paths(files, anyBox), dice), () => null),
  },
  {
    name: "a source deleted",
    make: (files, dice) => changed(files, pick(paths(files, /article\.txt$/), dice), () => null),
  },
  {
    name: "a file cut short",
    make: (files, dice) =>
      changed(files, pick(paths(files, /\.(yaml|md)$/), dice), (text) => text.slice(0, dice(text.length))),
  },
  {
    name: "an unknown key",
    make: (files, dice) =>
      changed(files, pick(paths(files, pack), dice), (text) => `${text}nonsense: true\n`),
  },
  {
    name: "a stray file",
    make: (files, dice) => new Map([...files, [`notes-${dice(5)}.txt`, `stray ${dice(100)}`]]),
  },
  { name: "a file touched", make: (files) => files },
];

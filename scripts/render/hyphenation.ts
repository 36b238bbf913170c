// Soft hyphens in the running text of the print document, where lines may break long words; nowhere else.
import type { Hyphenator } from "../model/hyphenator.ts";

const SOFT = "\u00AD";
/** Letters of a word that is worth breaking, and those that stay together at its ends. */
const LONG = 7;
const START = 3;
const END = 3;

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Paragraphs and list items of these are running text. */
const RUNNING = new Set(
  "prose box-summary paragraph list-items footnote key-points what section-analysis".split(" "),
);
/** Names, labels, figures and what is copied letter by letter. */
const NEVER = new Set(
  "facts margin number citation native editorial withheld address event when names-person names-organisation names-place".split(
    " ",
  ),
);
const NEVER_TAGS = new Set(
  "code pre kbd samp bdi time cite table svg head h1 h2 h3 h4 h5 h6 title".split(" "),
);
const TAG = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z\d]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;

type Open = {
  readonly name: string;
  readonly language: string;
  /** Inside running text; inside one of its paragraphs or items. */
  readonly running: boolean;
  readonly prose: boolean;
  readonly never: boolean;
};

/**
 * The document with U+00AD in its words: in paragraphs, list items, notes and boxes whose language has patterns. Words
 * of names, of addresses and with capitals or figures are left whole; German nouns, which all have a capital, are not.
 */
export function hyphenateProse(
  html: string,
  hyphenatorFor: (language: string) => Hyphenator | null,
  names: Iterable<string> = [],
): string {
  const whole = new Set([...names].flatMap((name) => name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []));
  const known = new Map<string, string>();
  const stack: Open[] = [];
  const parts: string[] = [];
  let at = 0;

  function text(words: string): string {
    const top = stack.at(-1);
    if (!top?.prose || top.never) return words;
    const hyphenator = hyphenatorFor(top.language);
    if (hyphenator === null) return words;
    const nouns = /^de\b/i.test(top.language);
    return words.replace(/(?:&[^;\s]*;|[^\s&])+/g, (token) =>
      hyphenated(token, nouns, (word) => {
        const key = `${top.language} ${word}`;
        const done = known.get(key) ?? broken(word, hyphenator);
        known.set(key, done);
        return done;
      }),
    );
  }

  function hyphenated(token: string, nouns: boolean, breakWord: (word: string) => string): string {
    const found =
      /^((?:&[^;]*;|[^\p{L}\p{M}\p{N}&])*)(\p{L}[\p{L}\p{M}]*)((?:&[^;]*;|[^\p{L}\p{M}\p{N}&])*)$/u.exec(
        token,
      );
    const [, before = "", word = "", after = ""] = found ?? [];
    const small = word.toLowerCase();
    const plain = word === small || (nouns && word.slice(1) === small.slice(1));
    if (word.length < LONG || !plain || whole.has(small)) return token;
    return before + breakWord(word) + after;
  }

  for (const match of html.matchAll(TAG)) {
    const { 0: tag, 1: slash, 2: given = "", 3: attributes = "", index } = match;
    parts.push(text(html.slice(at, index)), tag);
    at = index + tag.length;
    const name = given.toLowerCase();
    if (name === "" || VOID.has(name)) continue;
    if (slash) {
      const open = stack.findLastIndex((one) => one.name === name);
      if (open >= 0) stack.splice(open);
    } else if (!attributes.endsWith("/")) stack.push(opened(name, attributes, stack.at(-1)));
  }
  return parts.join("") + html.slice(at);
}

function opened(name: string, attributes: string, parent: Open | undefined): Open {
  const value = (key: string) => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1];
  const classes = value("class")?.split(/\s+/) ?? [];
  const running = Boolean(parent?.running) || classes.some((one) => RUNNING.has(one));
  const block = name === "p" || name === "li" || classes.includes("footnote");
  return {
    name,
    language: value("lang") ?? parent?.language ?? "",
    running,
    prose: Boolean(parent?.prose) || (running && block),
    never: Boolean(parent?.never) || NEVER_TAGS.has(name) || classes.some((one) => NEVER.has(one)),
  };
}

/** Parts that are too short to stand alone at the end of a line, or at its start, stay with their neighbours. */
function broken(word: string, hyphenator: Hyphenator): string {
  const small = word.toLowerCase();
  if (small.length !== word.length) return word;
  let place = 0;
  const places = hyphenator(small).flatMap((part) => {
    place += part.length;
    return place >= START && place <= word.length - END ? [place] : [];
  });
  return [0, ...places].map((from, index) => word.slice(from, places[index])).join(SOFT);
}

// Where words of a language may be broken: patterns of the TeX community, from a package that holds them.
import { createRequire } from "node:module";
import type { Hyphenator } from "../model/hyphenator.ts";

/** Language tags → names of pattern files; languages of scripts that print no hyphen are left out. */
const patterns: ReadonlyMap<string, string> = new Map([
  ..."af be bg ca cs cy da es et eu fi fr ga gl hr hsb hu hy ia id is it ka la lt lv mk nb nl nn no oc pl pt rm ro ru sk sl sq sr-cyrl sv tk tr uk"
    .split(" ")
    .map((name) => [name, name] as const),
  ["de", "de-1996"],
  ["de-ch", "de-ch-1901"],
  ["el", "el-monoton"],
  ["en", "en-gb"],
  ["en-us", "en-us"],
  ["mn", "mn-cyrl"],
  ["sr", "sr-cyrl"],
  ["sr-latn", "sh-latn"],
]);

const require = createRequire(import.meta.url);
const opened = new Map<string, Hyphenator>();

/** `en-GB` is read as `en` unless it has patterns of its own; null where there are none. */
export function hyphenatorFor(language: string): Hyphenator | null {
  const tags = language.toLowerCase().split("-");
  const known = [tags.join("-"), tags.slice(0, 2).join("-"), tags[0] ?? ""].find((tag) => patterns.has(tag));
  const name = patterns.get(known ?? "");
  if (name === undefined) return null;
  const hyphenator = opened.get(name) ?? open(name);
  opened.set(name, hyphenator);
  return hyphenator;
}

function open(name: string): Hyphenator {
  const create: (patterns: unknown, options: object) => (word: string) => string = require("hyphen");
  const hyphenate = create(require(`hyphen/patterns/${name}.js`), { html: false });
  return (word) => hyphenate(word).split("\u00AD");
}

// Content to measure with: any number of packs, varied and always the same, sharing boxes and a register as real desks do.
import { createHash } from "node:crypto";

/** Path → text of a content folder with so many packs. */
export function siteContent(packs: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ["site.yaml", "title: Measured briefings\npublisher: The desk\nbase_url: https://example.org/\n"],
  ]);
  const people = Math.max(8, Math.ceil(packs / 4));
  const boxes = Math.max(5, Math.ceil(packs / 20));
  files.set(
    "register/people.yaml",
    numbers(people)
      .map(
        (index) =>
          `${personId(index)}:\n  name: ${personName(index)}\n  role: ${role(index)}\n  as_of: 2023-0${1 + (index % 9)}-10\n  affiliation: office-${index % 7}\n`,
      )
      .join(""),
  );
  files.set(
    "register/organisations.yaml",
    numbers(7)
      .map((index) => `office-${index}:\n  name: The ${capital(word(index * 31))} Office\n`)
      .join(""),
  );
  for (const index of numbers(boxes)) files.set(`boxes/${boxId(index)}.md`, box(index));
  for (const index of numbers(packs)) addPack(files, index, people, boxes);
  return files;
}

/** The slug of a pack. */
export function packSlug(index: number): string {
  return `pack-${String(index).padStart(5, "0")}`;
}

function addPack(files: Map<string, string>, index: number, people: number, boxes: number): void {
  const folder = `packs/${packSlug(index)}`;
  const random = generator(index + 1);
  const used = [0, 1, 2, 3].map((turn) => personId((index * 3 + turn * 7) % people));
  const shown = [...new Set([0, 1].map((turn) => boxId((index + turn * 3) % boxes)))];
  const tongue =
    tongues[index % 10 === 9 ? 1 + (Math.floor(index / 10) % (tongues.length - 1)) : 0] ?? english;
  const sentences = numbers(52).map(() => sentence(random, tongue));
  // A passage that nothing else can be taken for: each mark holds its own number.
  const marks = used.map((id, turn) => `${turn + 11} ${id.replaceAll("-", " ")} ${turn + 11}`);
  for (const [turn, mark] of marks.entries()) sentences[turn * 9 + 2] += ` ${capital(mark)}.`;
  for (const [turn, id] of shown.entries())
    sentences[turn * 11 + 5] += ` On ${90 + turn} ${id} ${90 + turn} nothing was said.`;
  const paragraphs = numbers(13).map((at) => sentences.slice(at * 4, at * 4 + 4).join(" "));
  const article = `${paragraphs.join("\n")}\n`;
  const day = `${2015 + (index % 9)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
  files.set(`${folder}/sources/wire/article.txt`, article);
  files.set(
    `${folder}/sources/wire/source.yaml`,
    `publisher: Wire ${index % 5}\nurl: https://example.org/${index}\npublished: ${day}\nlanguage: ${tongue.tag}\nrevisions:\n  - {file: article.txt, sha256: ${createHash("sha256").update(article).digest("hex")}, captured: ${day}}\n`,
  );
  files.set(
    `${folder}/pack.yaml`,
    `title: ${capital(words(random, english, 4))} ${index}\nsubtitle: ${capital(words(random, english, 6))}\ndate: ${day}\nsummary: ${sentence(random, english)} ${sentence(random, english)}\nkey_points:\n${numbers(
      3,
    )
      .map(
        (at) =>
          `  - text: ${sentence(random, english)}\n    confidence: moderate\n    support: [mark-${at}]\n`,
      )
      .join("")}boxes: [${shown.join(", ")}]\ntimeline:\n${numbers(4)
      .map(
        (at) =>
          `  - {date: ${2010 + at}-0${at + 1}-1${at}, title: ${capital(words(random, english, 5))}, people: [${used[at]}]}\n`,
      )
      .join(
        "",
      )}assessment: ${sentence(random, english)}\nreferences:\n  - {id: first, title: ${capital(words(random, english, 5))}, url: "https://example.org/r/${index}"}\n`,
  );
  files.set(
    `${folder}/annotations.yaml`,
    [
      ...marks.map((mark, turn) => `- {id: mark-${turn}, exact: ${capital(mark)}, person: ${used[turn]}}\n`),
      ...shown.map((id, turn) => `- {id: on-${turn}, exact: ${90 + turn} ${id} ${90 + turn}, box: ${id}}\n`),
      `- {id: said, exact: ${JSON.stringify(sentences[40]?.slice(0, -1))}, quotation: {speaker: ${used[0]}, form: indirect}}\n`,
      `- {id: noted, exact: ${JSON.stringify(sentences[44]?.slice(0, -1))}, note: ${sentence(random, english)}}\n`,
    ].join(""),
  );
}

function box(index: number): string {
  const random = generator(9_000_000 + index);
  const paragraph = () =>
    numbers(4)
      .map(() => sentence(random, english))
      .join(" ");
  return `---\ntitle: ${capital(words(random, english, 3))}\nkind: concept\nas_of: 2022-03-0${1 + (index % 9)}\nreferences:\n  - {id: own, title: ${capital(words(random, english, 4))}, url: "https://example.org/b/${index}"}\n---\n${paragraph()} [@own]\n\n${paragraph()}\n\n## Since then\n\n${paragraph()}\n`;
}

type Tongue = { readonly tag: string; readonly words: readonly string[] };

const english: Tongue = {
  tag: "en",
  words:
    "talks harbour grain council envoy treaty border delegation minister winter shipment ferry accord railway press northern visit signed denied reported expected discussed agreed spoke region power statement quarter meeting morning trade route column paper draft session vote order office coast island bridge market price supply".split(
      " ",
    ),
};

const tongues: readonly Tongue[] = [
  english,
  {
    tag: "ru",
    words: "переговоры порт зерно совет посол договор граница делегация министр зима груз паром".split(" "),
  },
  { tag: "ar", words: "محادثات ميناء حبوب مجلس مبعوث معاهدة حدود وفد وزير شتاء شحنة عبارة".split(" ") },
  {
    tag: "el",
    words: "συνομιλίες λιμάνι σιτηρά συμβούλιο απεσταλμένος συνθήκη σύνορα αντιπροσωπεία".split(" "),
  },
];

function sentence(random: () => number, tongue: Tongue): string {
  return `${capital(words(random, tongue, 10 + Math.floor(random() * 8)))}.`;
}

function words(random: () => number, { words: known }: Tongue, count: number): string {
  return numbers(count)
    .map(() => known[Math.floor(random() * known.length)])
    .join(" ");
}

function word(index: number): string {
  return english.words[index % english.words.length] ?? "";
}

function role(index: number): string {
  return capital(`${word(index * 7)} ${word(index * 13 + 5)}`);
}

function personId(index: number): string {
  return `person-${letters(index)}`;
}

function personName(index: number): string {
  return `${capital(letters(index * 31 + 7))} ${capital(letters(index))}`;
}

function boxId(index: number): string {
  return `box-${letters(index)}`;
}

/** A number as letters, so that no two ids differ by digits alone. */
function letters(index: number): string {
  const consonants = "bdfgklmnprstvz";
  const vowels = "aeiou";
  let rest = index;
  let text = "";
  do {
    const base = consonants.length * vowels.length;
    text += `${consonants[(rest % base) % consonants.length]}${vowels[Math.floor((rest % base) / consonants.length)]}`;
    rest = Math.floor(rest / base);
  } while (rest > 0);
  return `${text}n`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
function generator(seed: number): () => number {
  let state = (seed * 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

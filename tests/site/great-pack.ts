// Packs beside the real ones that ask much of a page: one with long words, many people, boxes and events, one with nothing optional.
import { createHash } from "node:crypto";
import { appendFile, cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { realContent } from "./built-site.ts";

const long = "Donaudampfschifffahrtsgesellschaftskapitänsangelegenheiten";
const count = 40;
const natives = [
  ["Владимир Путин", "ru"],
  ["김정은", "ko"],
  ["岸田文雄", "ja"],
  ["محمد بن سلمان", "ar"],
] as const;

/** Lays the real content and the packs `great` and `least` out in `folder`. */
export async function writeGreatPack(folder: string): Promise<void> {
  await cp(realContent, folder, { recursive: true });
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const source = async (pack: string, text: string) => {
    const sha256 = createHash("sha256").update(text).digest("hex");
    await put(`packs/${pack}/sources/wire/a.txt`, text);
    await put(
      `packs/${pack}/sources/wire/source.yaml`,
      `publisher: Wire\nrevisions: [{file: a.txt, sha256: ${sha256}, captured: 2026-01-01}]\n`,
    );
  };
  const all = Array.from({ length: count }, (_, index) => index);

  await put("packs/least/pack.yaml", "title: Least\ndate: 2023-10-19\n");
  await source("least", "One paragraph.\n");

  const nameOf = (index: number) => (index % 8 === 0 ? `${long} the ${index}th` : `Person ${index}`);
  const people = all.map((index) => {
    const [text, lang] = natives[index % natives.length] ?? natives[0];
    return `great-${index}:\n  name: ${nameOf(index)}\n  native_name: {text: ${text}, lang: ${lang}}\n  role: Minister of ${long}\n  note: A note.\n`;
  });
  await appendFile(join(folder, "register/people.yaml"), people.join(""));
  await appendFile(
    join(folder, "register/organisations.yaml"),
    "great-organisation:\n  name: Organisation\n",
  );
  await appendFile(
    join(folder, "register/places.yaml"),
    "great-place:\n  name: Place\n  lat: 10\n  lon: 20\n",
  );
  await appendFile(join(folder, "register/terms.yaml"), "great-term:\n  name: Term\n");
  await Promise.all(
    all.map((index) =>
      put(
        `boxes/great-${index}.md`,
        `---\ntitle: Box ${index} on ${long}\nsummary: What it is.\n---\nText.\n\n| A | B |\n| --- | --- |\n| ${long} | ${long} |\n`,
      ),
    ),
  );
  const paragraphs = all.map(
    (index) => `${nameOf(index)} said "words number ${index}." Box number ${index} follows, with the Place.`,
  );
  await source("great", `${paragraphs.join("\n")}\n`);
  const annotations = all.map(
    (index) => `- {id: n-${index}, exact: ${nameOf(index)}, suffix: " said", person: great-${index}}
- {id: q-${index}, exact: words number ${index}., quotation: {speaker: great-${index}, form: ${index % 2 ? "direct" : "indirect"}}}
- {id: b-${index}, exact: Box number ${index}, suffix: " follows", box: great-${index}}
- {id: p-${index}, exact: Place, prefix: "Box number ${index} follows, with the ", place: great-place}
`,
  );
  await put("packs/great/annotations.yaml", annotations.join(""));
  const events = Array.from(
    { length: 200 },
    (_, index) =>
      `  - {date: ${1990 + Math.floor(index / 6)}-0${(index % 6) + 1}-15, title: Event ${index} of ${long}, people: [great-${index % count}]}\n`,
  );
  await put(
    "packs/great/pack.yaml",
    `title: On ${long}, and on everything that follows from them in the years that are still to come\nsubtitle: With ${long}\ndate: 2023-10-19\nsummary: About ${long}.\ntimeline:\n${events.join("")}`,
  );
}

// A day at a desk as edits: packs, boxes and people that come, change and go, faults and their mending; at its end all is as it was.
import { packSlug } from "./content.ts";

/** Path → text to write, or null to take the file away. */
export type Edit = { readonly what: string; readonly files: ReadonlyMap<string, string | null> };

/** Names made in it carry `turn`, so that no two days have the same new packs, boxes and people. */
export function mixedDay(content: ReadonlyMap<string, string>, turn: number): readonly Edit[] {
  const text = (path: string) => content.get(path) ?? "";
  const pack = `packs/${packSlug(turn % 3)}/pack.yaml`;
  const people = "register/people.yaml";
  const added = folderAs(content, packSlug(1), `added-${turn}`);
  const moved = folderAs(content, packSlug(1), `moved-${turn}`);
  const box = `boxes/new-${turn}.md`;
  const withBox = text(pack).replace(/^boxes: \[/m, `boxes: [new-${turn}, `);
  const person = `newcomer-${turn}:\n  name: New Comer ${turn}\n  role: Envoy\n`;
  const renamed = text(pack).replace(/^title: .*/m, `title: Renamed ${turn}`);
  const one = (what: string, path: string, now: string | null): Edit => ({
    what,
    files: new Map([[path, now]]),
  });
  return [
    one("body", pack, text(pack).replace(/^assessment: .*/m, `assessment: Seen again ${turn}.`)),
    one("title", pack, renamed),
    one("a fault", pack, `${renamed}nonsense: ${turn}\n`),
    one("its mending", pack, renamed),
    { what: "a new pack", files: added },
    { what: "the pack renamed", files: new Map([...gone(added), ...moved]) },
    one("a new box", box, boxText(turn, "New")),
    one("the box in a pack", pack, withBox),
    one("the box changed", box, boxText(turn, "Changed")),
    one("the box gone while it is used", box, null),
    one("the pack without it", pack, text(pack)),
    one("a new person", people, text(people) + person),
    one("the person renamed", people, text(people) + person.replace("New Comer", "Other Name")),
    one("a broken register", people, `${text(people)}broken: [\n`),
    one("the register as it was", people, text(people)),
    one("the title of the site", "site.yaml", text("site.yaml").replace(/^title: .*/m, `title: Day ${turn}`)),
    one("the site as it was", "site.yaml", text("site.yaml")),
    one("a file saved unchanged", pack, text(pack)),
    { what: "the pack gone", files: gone(moved) },
  ];
}

function folderAs(
  content: ReadonlyMap<string, string>,
  slug: string,
  other: string,
): ReadonlyMap<string, string> {
  const own = [...content].filter(([path]) => path.startsWith(`packs/${slug}/`));
  return new Map(own.map(([path, text]) => [path.replace(slug, other), text]));
}

function gone(files: ReadonlyMap<string, string>): ReadonlyMap<string, null> {
  return new Map([...files.keys()].map((path) => [path, null]));
}

function boxText(turn: number, title: string): string {
  return `---\ntitle: ${title} ${turn}\nkind: concept\nas_of: 2022-03-01\n---\nA paragraph of box ${turn}.\n`;
}

// The floor under every site generator: YAML, Markdown, text and files, with no framework, no check and no picture.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import MarkdownIt from "markdown-it";
import { parse } from "yaml";
import { packSlug } from "./content.ts";

type Pack = {
  readonly title: string;
  readonly date: string;
  readonly summary: string;
  readonly boxes?: readonly string[];
  readonly key_points: readonly { readonly text: string }[];
  readonly timeline: readonly {
    readonly date: string;
    readonly title: string;
    readonly people: readonly string[];
  }[];
};

/** Writes the pages of the packs, boxes and people, and an index. Returns how many. */
export async function buildFloor(content: string, output: string, packs: number): Promise<number> {
  const markdown = new MarkdownIt();
  const text = (path: string) => readFile(join(content, path), "utf8");
  const people: Record<string, { name: string; role: string }> = parse(await text("register/people.yaml"));
  const uses = new Map<string, string[]>();
  const boxes = new Map<string, { title: string; body: string }>();
  const index: string[] = [];
  let count = 0;
  const write = async (path: string, title: string, body: string) => {
    const full = join(output, path, "index.html");
    await mkdir(dirname(full), { recursive: true });
    await writeFile(
      full,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${body}</body></html>`,
    );
    count += 1;
  };
  const use = (id: string, slug: string) => void uses.set(id, [...(uses.get(id) ?? []), slug]);
  const boxOf = async (id: string) => {
    const known = boxes.get(id);
    if (known !== undefined) return known;
    const [, front = "", body = ""] = (await text(`boxes/${id}.md`)).split(/^---$/m);
    const made = { title: String(parse(front).title), body: markdown.render(body) };
    boxes.set(id, made);
    return made;
  };
  for (let at = 0; at < packs; at++) {
    const slug = packSlug(at);
    const pack: Pack = parse(await text(`packs/${slug}/pack.yaml`));
    const notes: readonly { exact: string; person?: string; box?: string }[] = parse(
      await text(`packs/${slug}/annotations.yaml`),
    );
    const source = parse(await text(`packs/${slug}/sources/wire/source.yaml`));
    const article = await text(`packs/${slug}/sources/wire/article.txt`);
    const named = [...new Set(notes.flatMap(({ person }) => person ?? []))];
    for (const id of named) use(id, slug);
    for (const id of pack.boxes ?? []) use(id, slug);
    const shown = await Promise.all((pack.boxes ?? []).map(boxOf));
    let marked = escaped(article);
    for (const { exact } of notes) marked = marked.replace(escaped(exact), `<mark>${escaped(exact)}</mark>`);
    const body = marked
      .split("\n")
      .map((line, number) => `<p id="p${number}">${line}</p>`)
      .join("\n");
    index.push(`<li><a href="packs/${slug}/index.html">${escaped(pack.title)}</a> ${pack.date}</li>`);
    await write(
      `packs/${slug}`,
      pack.title,
      `<h1>${escaped(pack.title)}</h1>${markdown.render(pack.summary)}<ul>${pack.key_points.map((one) => `<li>${markdown.renderInline(one.text)}</li>`).join("")}</ul>${body}${shown.map((box) => `<aside><h2>${escaped(box.title)}</h2>${box.body}</aside>`).join("")}<dl>${named.map((id) => `<dt>${escaped(people[id]?.name ?? id)}</dt><dd>${escaped(people[id]?.role ?? "")}</dd>`).join("")}</dl><ol>${pack.timeline.map((one) => `<li>${one.date} ${escaped(one.title)}</li>`).join("")}</ol>`,
    );
    await write(`packs/${slug}/source`, pack.title, `<h1>${escaped(source.publisher)}</h1>${body}`);
  }
  const links = (id: string) =>
    (uses.get(id) ?? [])
      .map((slug) => `<li><a href="../../packs/${slug}/index.html">${slug}</a></li>`)
      .join("");
  for (const [id, { title, body }] of boxes)
    await write(`boxes/${id}`, title, `<h1>${escaped(title)}</h1>${body}<ul>${links(id)}</ul>`);
  for (const [id, { name, role }] of Object.entries(people))
    await write(
      `people/${id}`,
      name,
      `<h1>${escaped(name)}</h1><p>${escaped(role)}</p><ul>${links(id)}</ul>`,
    );
  await write("", "Briefings", `<ul>${index.join("\n")}</ul>`);
  return count;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// The usual way: Eleventy over a folder a pack, Markdown with front matter, a layout in Nunjucks, and a page of data a person.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import Eleventy from "@11ty/eleventy";
import { parse } from "yaml";
import { packSlug } from "./content.ts";

/** Lays the same packs out as such a project's input. */
export async function layPlain(content: string, input: string, packs: number): Promise<void> {
  const text = (path: string) => readFile(join(content, path), "utf8");
  const put = async (path: string, bytes: string) => {
    await mkdir(dirname(join(input, path)), { recursive: true });
    await writeFile(join(input, path), bytes);
  };
  await put(
    "_includes/pack.njk",
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><h1>{{ title }}</h1><p>{{ summary }}</p><ul>{% for point in points %}<li>{{ point }}</li>{% endfor %}</ul>{{ content | safe }}<dl>{% for id in people %}<dt>{{ register[id].name }}</dt><dd>{{ register[id].role }}</dd>{% endfor %}</dl><ol>{% for event in events %}<li>{{ event.date }} {{ event.title }}</li>{% endfor %}</ol></body></html>`,
  );
  await put("_data/register.json", JSON.stringify(parse(await text("register/people.yaml"))));
  await put(
    "index.njk",
    `<ul>{% for pack in collections.pack %}<li><a href="{{ pack.url }}">{{ pack.data.title }}</a></li>{% endfor %}</ul>`,
  );
  for (let at = 0; at < packs; at++) {
    const slug = packSlug(at);
    const pack = parse(await text(`packs/${slug}/pack.yaml`));
    const notes: readonly { exact: string; person?: string }[] = parse(
      await text(`packs/${slug}/annotations.yaml`),
    );
    const front = {
      layout: "pack.njk",
      tags: "pack",
      title: pack.title,
      summary: pack.summary,
      points: pack.key_points.map((one: { text: string }) => one.text),
      people: [...new Set(notes.flatMap(({ person }) => person ?? []))],
      events: pack.timeline,
    };
    const article = (await text(`packs/${slug}/sources/wire/article.txt`)).split("\n").join("\n\n");
    await put(`packs/${slug}/index.md`, `---json\n${JSON.stringify(front)}\n---\n${article}`);
    await put(
      `packs/${slug}/source.md`,
      `---json\n${JSON.stringify({ title: pack.title, layout: "pack.njk" })}\n---\n${article}`,
    );
  }
}

/** Returns how many pages it wrote. */
export async function buildPlain(input: string, output: string): Promise<number> {
  const eleventy = new Eleventy(input, output, { quietMode: true, configPath: null });
  eleventy.disableLogger();
  await eleventy.write();
  return eleventy.writer.writeCount;
}

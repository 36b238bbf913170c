// The usual way: Eleventy over a folder a pack, Markdown with front matter, a layout in Nunjucks, and a page of data a person.
import Eleventy from "@11ty/eleventy";
import { projectOf } from "./project.ts";

/** Lays the same packs out as such a project's input. */
export async function layPlain(content: string, input: string, packs: number): Promise<void> {
  const project = projectOf(content, input, packs);
  const { put } = project;
  await put(
    "_includes/pack.njk",
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><h1>{{ title }}</h1><p>{{ summary }}</p><ul>{% for point in points %}<li>{{ point }}</li>{% endfor %}</ul>{{ content | safe }}<dl>{% for id in people %}<dt>{{ register[id].name }}</dt><dd>{{ register[id].role }}</dd>{% endfor %}</dl><ol>{% for event in events %}<li>{{ event.date }} {{ event.title }}</li>{% endfor %}</ol></body></html>`,
  );
  await put("_data/register.json", await project.register());
  await put(
    "index.njk",
    `<ul>{% for pack in collections.pack %}<li><a href="{{ pack.url }}">{{ pack.data.title }}</a></li>{% endfor %}</ul>`,
  );
  for await (const { slug, title, front, article } of project.packs()) {
    const layout = "pack.njk";
    const own = { layout, tags: "pack", ...front };
    await put(`packs/${slug}/index.md`, `---json\n${JSON.stringify(own)}\n---\n${article}`);
    await put(`packs/${slug}/source.md`, `---json\n${JSON.stringify({ title, layout })}\n---\n${article}`);
  }
}

/** Returns how many pages it wrote. */
export async function buildPlain(input: string, output: string): Promise<number> {
  const eleventy = new Eleventy(input, output, { quietMode: true, configPath: null });
  eleventy.disableLogger();
  await eleventy.write();
  return eleventy.writer.writeCount;
}

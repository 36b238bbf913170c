// Hugo, where it is on the PATH: the same packs as Markdown with front matter, its own templates, and a page of data a person.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { costOf } from "../process-tree.ts";
import { projectOf } from "./project.ts";

const run = promisify(execFile);

/** Its version; null where there is none. */
export async function hugoVersion(): Promise<string | null> {
  try {
    return /v?(\d+\.\d+\.\d+)/.exec((await run("hugo", ["version"])).stdout)?.[1] ?? "unknown";
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    return null;
  }
}

const single = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p><ul>{{ range .Params.points }}<li>{{ . }}</li>{{ end }}</ul>{{ .Content }}<dl>{{ range .Params.people }}{{ with index $.Site.Data.register . }}<dt>{{ .name }}</dt><dd>{{ .role }}</dd>{{ end }}{{ end }}</dl><ol>{{ range .Params.events }}<li>{{ .date }} {{ .title }}</li>{{ end }}</ol></body></html>`;
const list = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>`;

/** Lays the packs out as such a project. */
export async function layHugo(content: string, input: string, packs: number): Promise<void> {
  const project = projectOf(content, input, packs);
  const { put } = project;
  await put(
    "config.json",
    JSON.stringify({
      baseURL: "https://example.org/",
      title: "Measured",
      disableKinds: ["taxonomy", "term", "RSS", "sitemap"],
    }),
  );
  await put("layouts/_default/single.html", single);
  await put("layouts/_default/list.html", list);
  await put("layouts/index.html", list);
  await put("data/register.json", await project.register());
  for await (const { slug, title, front, article } of project.packs()) {
    await put(`content/packs/${slug}.md`, `${JSON.stringify(front)}\n\n${article}`);
    await put(`content/sources/${slug}.md`, `${JSON.stringify({ title })}\n\n${article}`);
  }
}

/** Builds it. CPU and clock in milliseconds, the most memory in MB, and how many pages it wrote. */
export async function buildHugo(
  input: string,
  output: string,
): Promise<{ readonly cpu: number; readonly wall: number; readonly memory: number; readonly pages: number }> {
  const { cpu, wall, memory, stdout } = await costOf(
    ["hugo", "--source", input, "--destination", output],
    process.env,
  );
  const pages = Number(/Pages\s*\|\s*(\d+)/.exec(stdout)?.[1] ?? 0);
  return {
    cpu: Math.round(cpu * 1000),
    wall: Math.round(wall * 1000),
    memory: Math.round(memory / 1024 ** 2),
    pages,
  };
}

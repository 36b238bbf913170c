// The project of a contestant: the same packs read from our content, and laid out in its own way.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { packSlug } from "./content.ts";

/** `front`: what front matter says of it. */
export type ProjectPack = {
  readonly slug: string;
  readonly title: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** Paragraphs with an empty line between. */
  readonly article: string;
};

export type Project = {
  packs(): AsyncGenerator<ProjectPack>;
  /** The people, as JSON. */
  register(): Promise<string>;
  /** Writes a file of the project. */
  put(path: string, bytes: string): Promise<void>;
};

export function projectOf(content: string, input: string, packs: number): Project {
  const text = (path: string) => readFile(join(content, path), "utf8");
  return {
    async *packs() {
      for (let at = 0; at < packs; at++) {
        const slug = packSlug(at);
        const pack = parse(await text(`packs/${slug}/pack.yaml`));
        const notes: readonly { person?: string }[] = parse(await text(`packs/${slug}/annotations.yaml`));
        const front = {
          title: pack.title,
          summary: pack.summary,
          points: pack.key_points.map((one: { text: string }) => one.text),
          people: [...new Set(notes.flatMap(({ person }) => person ?? []))],
          events: pack.timeline,
        };
        const source = await text(`packs/${slug}/sources/wire/article.txt`);
        yield { slug, title: pack.title, front, article: source.split("\n").join("\n\n") };
      }
    },
    register: async () => JSON.stringify(parse(await text("register/people.yaml"))),
    async put(path, bytes) {
      await mkdir(dirname(join(input, path)), { recursive: true });
      await writeFile(join(input, path), bytes);
    },
  };
}

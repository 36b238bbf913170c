// What `npm run dev` holds while a desk works: its two processes and its browser, every hundred rebuilds, garbage collected.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { memoryBelow } from "../process-tree.ts";
import { packSlug, siteContent } from "./content.ts";
import { type Edit, mixedDay } from "./mixed.ts";
import { runDev } from "./running-dev.ts";

export type MemoryMark = {
  readonly rebuilds: number;
  /** MB: heaps after their garbage was collected, and what is resident, of the preview, the builder and the browser. */
  readonly heaps: readonly [preview: number, builder: number];
  readonly resident: readonly [preview: number, builder: number, browser: number];
};

export type MemoryKind = "body" | "mixed";

const rebuilds = 500;
const every = 100;
/** Between mixed edits the PDFs are given this long to be printed, once in so many edits. Milliseconds. */
const pause = 1500;
const pauseEvery = 10;

/** Throws when it takes longer than `budget` seconds. */
export async function devMemory(
  content: string,
  store: string,
  packs: number,
  kind: MemoryKind,
  budget: number,
): Promise<readonly MemoryMark[]> {
  const files = siteContent(packs);
  const end = performance.now() + budget * 1000;
  const dev = await runDev({ content, store, pdf: kind === "mixed" });
  const marks: MemoryMark[] = [];
  const mark = async () => {
    const { preview, builder } = await dev.memory();
    const children = [...memoryBelow(builder.pid)].filter(([pid]) => pid !== builder.pid);
    const browser = Math.round(children.reduce((sum, [, bytes]) => sum + bytes, 0) / 1e6);
    marks.push({
      rebuilds: dev.builds,
      heaps: [preview.heap, builder.heap],
      resident: [preview.resident, builder.resident, browser],
    });
  };
  try {
    for (const edit of kind === "body" ? bodies(files) : days(files)) {
      if (dev.builds >= marks.length * every) await mark();
      if (dev.builds >= rebuilds) break;
      if (performance.now() > end) throw Object.assign(new Error("takes too long"), { killed: true });
      await dev.after(() => lay(content, edit));
      if (kind === "mixed" && dev.builds % pauseEvery === 0) await wait(pause);
    }
  } finally {
    await dev.close();
  }
  return marks;
}

function* bodies(files: ReadonlyMap<string, string>): Generator<Edit> {
  const path = `packs/${packSlug(0)}/pack.yaml`;
  const text = files.get(path) ?? "";
  for (let turn = 0; ; turn++) {
    const now = text.replace(/^assessment: .*/m, `assessment: Seen again ${turn}.`);
    yield { what: "body", files: new Map([[path, now]]) };
  }
}

function* days(files: ReadonlyMap<string, string>): Generator<Edit> {
  for (let turn = 0; ; turn++) yield* mixedDay(files, turn);
}

async function lay(content: string, { files }: Edit): Promise<void> {
  for (const [path, text] of files) {
    const full = join(content, path);
    if (text === null) await rm(full, { force: true });
    else {
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, text);
    }
  }
}

// From saving a template to the page that is looked at, and to all pages, in a copy of the tool that serves so many packs.
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { packSlug } from "./content.ts";
import { runDev } from "./running-dev.ts";

const tool = fileURLToPath(new URL("../../../", import.meta.url));
/** A part of every pack's page, and what is changed in it. */
const part = "templates/parts/opening.ts";
const heading = "\n<h1";

/** Milliseconds from each save until the page that is looked at shows it, and until the build is told to be over. */
export async function templateEdits(
  content: string,
  folder: string,
  packs: number,
  rounds: number,
  budget: number,
): Promise<readonly { readonly own: number; readonly all: number }[]> {
  const copy = join(folder, "tool");
  await mkdir(copy, { recursive: true });
  for (const name of ["scripts", "templates", ".eleventy.ts", "package.json", "package-lock.json"])
    await cp(join(tool, name), join(copy, name), { recursive: true });
  await symlink(join(tool, "node_modules"), join(copy, "node_modules"));
  const good = await readFile(join(copy, part), "utf8");
  if (!good.includes(heading)) throw new Error(`${part} has no heading to change`);
  const end = performance.now() + budget * 1000;
  const dev = await runDev({ content, store: join(folder, "store"), pdf: false, root: copy });
  const page = async () => await (await fetch(`${dev.url}packs/${packSlug(packs >> 1)}/index.html`)).text();
  const times: { own: number; all: number }[] = [];
  try {
    await page();
    for (let round = 0; round < rounds; round++) {
      if (performance.now() > end) throw Object.assign(new Error("takes too long"), { killed: true });
      const mark = `data-round="${round}"`;
      let own = 0;
      const start = performance.now();
      await dev.after(async () => {
        await writeFile(join(copy, part), good.replace(heading, `${heading} ${mark}`));
        while (!(await page()).includes(mark)) await wait(10);
        own = performance.now() - start;
      });
      times.push({ own, all: performance.now() - start });
    }
  } finally {
    await dev.close();
  }
  return times;
}

// What whoever saves waits for: a pack of eight pages printed by a paginator that has printed before, finished and checked.

import type { Progress } from "../command/progress.ts";
import { openPaginator } from "../paginate/paginate.ts";
import { checkPrint } from "./check.ts";
import { benchDocument } from "./document.ts";
import { cpuOf } from "./process-tree.ts";

const PAGES = 8;

export type Warm = {
  readonly pages: number;
  /** Seconds by the clock, one a print; the first print is not among them. */
  readonly wall: readonly number[];
  /** CPU seconds of the whole tree, one a print. */
  readonly cpu: readonly number[];
  readonly faults: readonly string[];
};

/** Every print is of another text, as after an edit. */
export async function measureWarm(times: number, progress: Progress): Promise<Warm> {
  const { html, files } = await benchDocument(PAGES, "filled");
  const paginator = await openPaginator();
  const wall: number[] = [];
  const cpu: number[] = [];
  const faults: string[] = [];
  let pages = 0;
  try {
    for (let turn = 0; turn <= times; turn += 1) {
      progress(`${PAGES} pages, warm, ${turn} of ${times}`);
      const edited = html.replace("</h1>", ` ${"again ".repeat(turn)}</h1>`);
      const [start, spent] = [performance.now(), cpuOf(process.pid)];
      const printed = await paginator.print({ name: "bench", html: edited, files });
      faults.push(...checkPrint({ ...printed, html: edited }));
      pages = printed.folios.length;
      if (turn === 0) continue;
      wall.push((performance.now() - start) / 1000);
      cpu.push(cpuOf(process.pid) - spent);
    }
  } finally {
    await paginator.close();
  }
  return { pages, wall, cpu, faults: [...new Set(faults)] };
}

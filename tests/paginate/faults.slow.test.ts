// A browser that dies, hangs or is killed: bounded waits, one new browser, no process left behind.

import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { openPaginator } from "../../scripts/paginate/paginate.ts";
import { job, times, wordMaker } from "./documents.ts";

const { words, note } = wordMaker();
const LONG = times(600, () => `<p>${words(90)}${note(20)}</p>`);

/** Processes started by this one, at any depth. */
function descendants(): readonly number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  const rows = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const found = [process.pid];
  for (const parent of found)
    for (const [pid, ppid] of rows) if (Number(ppid) === parent) found.push(Number(pid));
  return found
    .slice(1)
    .filter((pid) => rows.some(([id, , program]) => Number(id) === pid && program?.includes("chromium")));
}

test.runIf(process.platform === "linux")("a browser that is killed is started again", async () => {
  const paginator = await openPaginator();
  const printing = paginator.print(job(LONG));
  await new Promise((resolve) => setTimeout(resolve, 400));
  const [browser] = descendants();
  if (browser) process.kill(browser, "SIGKILL");
  const { folios } = await printing;
  expect(folios.length).toBeGreaterThan(50);
  await paginator.close();
  expect(descendants()).toEqual([]);
});

test.runIf(process.platform === "linux")("a document that takes too long ends with its name", async () => {
  const paginator = await openPaginator({ timeout: -80_000 });
  await expect(paginator.print(job(LONG, "", "slow-pack"))).rejects.toThrow(
    /^slow-pack: printing took longer/,
  );
  await paginator.close();
  expect(descendants()).toEqual([]);
});

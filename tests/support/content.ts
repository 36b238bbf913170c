// Example content: a stock folder that is guaranteed clean, and cases that lay their own files over it.
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { type Checked, check, inOrder } from "../../scripts/line.ts";
import type { ContentFiles } from "../../scripts/model/content.ts";
import type { Finding } from "../../scripts/model/finding.ts";
import { read } from "../../scripts/read/read.ts";

export const casesFolder = fileURLToPath(new URL("../cases/", import.meta.url));
export const stockFolder = join(casesFolder, "stock");

/** Files of a case that are no content. */
const notes = ["expected.txt", "removed.txt"];

/** Runs read to anchor over the stock with a case's files over it, without those that `removed.txt` lists. */
export async function checkCase(folder: string): Promise<Checked> {
  const [stock, own] = [await read(stockFolder), await read(folder)];
  const removed = join(folder, "removed.txt");
  const gone = existsSync(removed) ? readFileSync(removed, "utf8").trim().split("\n") : [];
  const files = new Map(
    [...stock.value, ...own.value].filter(([path]) => !gone.includes(path) && !notes.includes(path)),
  );
  const checked = check(files);
  return { ...checked, findings: inOrder([...own.findings, ...checked.findings]) };
}

/** The stock as files, with texts in place of its own; null takes a file away. */
export async function stockWith(texts: Readonly<Record<string, string | null>>): Promise<ContentFiles> {
  const files = new Map((await read(stockFolder)).value);
  for (const [path, text] of Object.entries(texts)) {
    if (text === null) files.delete(path);
    else files.set(path, { path, bytes: new TextEncoder().encode(text) });
  }
  return files;
}

/** The text of a file of the stock. */
export function stockText(path: string): string {
  return readFileSync(join(stockFolder, path), "utf8");
}

/** A folder of this test's own, gone when it is finished. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "chancery-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the stock on disk, to be broken. */
export async function stockCopy(): Promise<string> {
  const folder = join(await temporaryFolder(), "content");
  await cp(stockFolder, folder, { recursive: true });
  return folder;
}

/** `file:line:column: severity rule: message`, then the hint, for comparing with what was approved. */
export function findingLines(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ file, line, column, severity, rule, message, hint }) =>
        `${file}:${line}:${column}: ${severity} ${rule}: ${message}\n${hint === "" ? "" : `    ${hint}\n`}`,
    )
    .join("");
}

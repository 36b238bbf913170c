// A verb in a process of its own, as its reader runs it.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** `cwd` is the project unless told. */
export function run(
  verb: "build" | "check" | "dev" | "drift" | "impact" | "release" | "update",
  args: readonly string[],
  { cwd = root, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [`${root}scripts/${verb}.ts`, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const text = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (chunk) => (text[name] += chunk));
    }
    child.on("error", fail).on("close", (status) => done({ status, ...text }));
  });
}

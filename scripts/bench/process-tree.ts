// Runs a command and adds up what its whole tree of processes costs, as the kernel counts it in /proc.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const EVERY = 20;
/** Memory is dearer to read than time: once in so many looks. */
const MEMORY_EVERY = 10;
const TICKS_A_SECOND = 100;

export type Cost = {
  /** CPU seconds, user and system, of all processes. */
  readonly cpu: number;
  /** Seconds by the clock. */
  readonly wall: number;
  /** The most proportional memory (PSS) of all processes together, in bytes. */
  readonly memory: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Rejects with what the command wrote when it ends with another status than 0. */
export function costOf(command: readonly string[], env: NodeJS.ProcessEnv): Promise<Cost> {
  const [program = "", ...args] = command;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        said[name] += text;
      });
    }
    const tree = new Tree(child.pid ?? 0);
    const timer = setInterval(() => tree.look(), EVERY);
    child.on("error", reject);
    child.on("close", (status) => {
      clearInterval(timer);
      const wall = (performance.now() - start) / 1000;
      if (status === 0) resolve({ cpu: tree.cpu, wall, memory: tree.peak, ...said });
      else reject(new Error(`${program} ended with ${status}: ${(said.stderr || said.stdout).slice(-2000)}`));
    });
  });
}

/** CPU seconds of a process and of all that it has started and that still live. */
export function cpuOf(root: number): number {
  const tree = new Tree(root);
  tree.look();
  return tree.cpu;
}

/** Process id → proportional memory (PSS) in bytes, of a process and of all that it has started and that still live. */
export function memoryBelow(root: number): ReadonlyMap<number, number> {
  const tree = new Tree(root);
  tree.look();
  return new Map(tree.members.map((pid) => [pid, memoryOf(pid)]));
}

class Tree {
  peak = 0;
  #looks = 0;
  /** Process id → CPU seconds when it was last seen; a process that is gone keeps its own. */
  readonly #seconds: Map<number, number>;

  constructor(root: number) {
    this.#seconds = new Map([[root, 0]]);
  }

  get cpu(): number {
    return [...this.#seconds.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Every process that was seen. */
  get members(): readonly number[] {
    return [...this.#seconds.keys()];
  }

  look(): void {
    const rows = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => processOf(Number(name)));
    const members = rows.filter(({ pid }) => this.#seconds.has(pid));
    for (const { pid: parent } of members) {
      for (const row of rows) {
        if (row.parent === parent && !members.includes(row)) members.push(row);
      }
    }
    for (const { pid, seconds } of members) this.#seconds.set(pid, seconds);
    if (this.#looks++ % MEMORY_EVERY) return;
    this.peak = Math.max(
      this.peak,
      members.reduce((sum, { pid }) => sum + memoryOf(pid), 0),
    );
  }
}

type Row = { readonly pid: number; readonly parent: number; readonly seconds: number };

/** proc(5): fields 4, 14 and 15 of `stat`; the second is a name in brackets that may hold anything. */
function processOf(pid: number): readonly Row[] {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields.length < 14) return [];
  const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  return [{ pid, parent: Number(fields[1]), seconds }];
}

function memoryOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** Empty for a process that is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    if (["ENOENT", "ESRCH", "EACCES"].includes(code)) return "";
    throw cause;
  }
}

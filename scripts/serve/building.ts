// The builder as the preview holds it: a process of its own, started again when the tool itself changes, with no order lost.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BuilderOptions, Order, Report } from "./messages.ts";

const program = fileURLToPath(new URL("builder.ts", import.meta.url));
/** Where Node keeps what it has compiled, so that a change of the tool is soon in effect. */
const compiled = fileURLToPath(new URL("../../.chancery/compiled", import.meta.url));
/** How long a builder that is to end may take over it. Milliseconds. */
const patience = 3000;

export type Building = {
  order(one: Order): void;
  /** Starts the builder anew, with the tool as it is now. */
  restart(): void;
  close(): Promise<void>;
};

/** `options` are asked for at each start. `broke` hears why a builder ended by itself; the next order, or a change of the tool, starts another. */
export function startBuilding(
  options: () => BuilderOptions,
  hear: (report: Report) => void,
  broke: (reason: string) => void,
): Building {
  let child: ChildProcess | null = null;
  /** Whether one is ending and the next starts when it is gone: two never write to one folder. */
  let changing = false;
  let closed = false;
  /** Packs whose paged view was asked for and has not been told of. */
  const asked = new Set<string>();
  let said = "";

  function start(): void {
    said = "";
    const made = fork(program, [JSON.stringify(options())], {
      stdio: ["ignore", "inherit", "pipe", "ipc"],
      serialization: "advanced",
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    child = made;
    made.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(-4000);
      process.stderr.write(text);
    });
    made.on("message", (message) => {
      const report = message as Report;
      if (made !== child) return;
      if (report.kind === "print") asked.delete(report.slug);
      hear(report);
    });
    const lost = (reason: string) => {
      if (made !== child) return;
      child = null;
      asked.clear();
      if (said === "") process.stderr.write(`${reason}\n`);
      broke(reason);
    };
    made.on("error", (cause) => lost(`the builder cannot be started: ${cause.message}`));
    made.on("exit", (code, signal) =>
      lost(
        said.trim() || `the builder ended with ${signal ?? `status ${code}`}; save any file to start another`,
      ),
    );
    for (const slug of asked) send({ kind: "print", slug });
  }

  function send(one: Order): void {
    // What cannot be sent is told by the builder's end.
    if (child?.connected) child.send(one, () => {});
  }

  function end(old: ChildProcess): Promise<void> {
    return new Promise((done) => {
      if (old.pid === undefined || old.exitCode !== null || old.signalCode !== null) return done();
      const timer = setTimeout(() => old.kill("SIGKILL"), patience);
      old.once("exit", () => {
        clearTimeout(timer);
        done();
      });
      if (old.connected) old.disconnect();
    });
  }

  start();
  return {
    order(one) {
      if (one.kind === "print") asked.add(one.slug);
      if (changing || closed) return;
      // A new builder looks at everything by itself.
      if (child === null) start();
      else send(one);
    },
    restart() {
      if (changing) return;
      const old = child;
      child = null;
      if (old === null) return start();
      changing = true;
      void end(old).then(() => {
        changing = false;
        if (!closed) start();
      });
    },
    async close() {
      const old = child;
      child = null;
      closed = true;
      if (old !== null) await end(old);
    },
  };
}

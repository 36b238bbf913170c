// The builder as the preview holds it: a process of its own, started again when the tool itself changes, with no order lost.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BuilderOptions, Order, Report } from "./messages.ts";

const program = fileURLToPath(new URL("builder.ts", import.meta.url));
/** Where Node keeps what it has compiled, so that a change of the tool is soon in effect. */
const compiled = fileURLToPath(new URL("../../.chancery/compiled", import.meta.url));

export type Building = {
  order(one: Order): void;
  /** Starts the builder anew, with the tool as it is now. */
  restart(): void;
  close(): Promise<void>;
};

/** `broke` hears why a builder ended by itself; the next order, or a change of the tool, starts another. */
export function startBuilding(
  options: BuilderOptions,
  hear: (report: Report) => void,
  broke: (reason: string) => void,
): Building {
  let child: ChildProcess | null = null;
  let said = "";

  function start(): ChildProcess {
    said = "";
    const made = fork(program, [JSON.stringify(options)], {
      stdio: ["ignore", "inherit", "pipe", "ipc"],
      serialization: "advanced",
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    made.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(-4000);
      process.stderr.write(text);
    });
    made.on("message", (report) => {
      if (made === child) hear(report as Report);
    });
    made.on("error", (cause) => broke(cause.message));
    made.on("exit", (code, signal) => {
      if (made !== child) return;
      child = null;
      broke(said.trim() || `the build ended with ${signal ?? `status ${code}`}`);
    });
    return made;
  }

  function end(old: ChildProcess): Promise<void> {
    return new Promise((done) => {
      if (old.exitCode !== null || old.signalCode !== null) return done();
      const timer = setTimeout(() => old.kill("SIGKILL"), 3000);
      old.once("exit", () => {
        clearTimeout(timer);
        done();
      });
      if (old.connected) old.disconnect();
    });
  }

  child = start();
  return {
    order(one) {
      if (child === null) {
        // A new builder looks at all content by itself.
        child = start();
        if (one.kind === "content") return;
      }
      if (child.connected) child.send(one, (cause) => cause && child === null && broke(cause.message));
    },
    restart() {
      const old = child;
      child = null;
      void (old === null ? Promise.resolve() : end(old)).then(() => {
        child ??= start();
      });
    },
    async close() {
      const old = child;
      child = null;
      if (old !== null) await end(old);
    },
  };
}

// What long work says: counts and honest estimates, calm on a terminal, a few plain lines elsewhere.
import { expect, test } from "vitest";
import { progress } from "../../scripts/command/progress.ts";
import { timeLeft } from "../../scripts/command/time-left.ts";

function stage(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  return {
    written,
    say: progress(stream, () => time),
    after: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test("elsewhere: a line when something begins, when it is done, and every ten seconds between", () => {
  const { written, say, after } = stage(false);
  say("reading");
  for (let done = 0; done <= 400; done++) {
    say("rendering pages", { done, of: 400 });
    after(100);
  }
  say("indexing");
  say("");
  expect(written).toEqual([
    "reading\n",
    "rendering pages: 0 of 400\n",
    "rendering pages: 100 of 400, about 30 s left\n",
    "rendering pages: 200 of 400, about 20 s left\n",
    "rendering pages: 300 of 400, about 10 s left\n",
    "rendering pages: 400 of 400\n",
    "indexing\n",
  ]);
});

test("on a terminal: one line written over ten times a second at most, never erased before it is written", () => {
  const { written, say, after } = stage(true);
  for (let done = 0; done <= 1000; done++) {
    say("printing a", { done, of: 1000 });
    after(5);
  }
  say("");
  expect(written.length).toBeLessThan(60);
  expect(written[0]).toBe("\rprinting a: 0 of 1,000\u001b[K");
  expect(written.at(-2)).toBe("\rprinting a: 1,000 of 1,000\u001b[K");
  expect(written.at(-1)).toBe("\r\u001b[K");
  for (const text of written.slice(0, -1)) expect(text).toMatch(/^\r[^\r\n\u001b]+\u001b\[K$/);
});

test("a line is never longer than the terminal", () => {
  const { written, say } = stage(true, 20);
  say("printing a-pack-with-a-long-name", { done: 1, of: 2 });
  expect(written).toEqual(["\rprinting a-pack-wi…\u001b[K"]);
});

test("the next thing that is counted is shown at once, with an estimate of its own", () => {
  const { written, say, after } = stage(false);
  for (let done = 0; done < 5; done++) {
    say("pages", { done, of: 5 });
    after(1000);
  }
  say("printing", { done: 0, of: 100 });
  expect(written.at(-1)).toBe("printing: 0 of 100\n");
});

/** Milliseconds that each of them takes in turn, how many there are, what is said when those are done. */
const paces: readonly (readonly [string, readonly number[], number, string | null])[] = [
  ["nothing at first", [100], 1000, null],
  ["nothing after one that took its time", [5000], 10, "50 s"],
  ["steady", Array.from({ length: 30 }, () => 100), 100, "10 s"],
  ["minutes", Array.from({ length: 30 }, () => 1000), 630, "10 min"],
  ["hours", Array.from({ length: 30 }, () => 1000), 7230, "2 h"],
  [
    "many from a cache, then none",
    [...Array.from({ length: 900 }, () => 1), ...Array.from({ length: 30 }, () => 1000)],
    990,
    "1 min",
  ],
  ["the last", Array.from({ length: 30 }, () => 1000), 30, null],
];

test.each(paces)("time left: %s", (_, taken, of, words) => {
  let time = 0;
  const left = timeLeft(() => time);
  let said = left({ done: 0, of });
  for (const [at, milliseconds] of taken.entries()) {
    time += milliseconds;
    said = left({ done: at + 1, of });
  }
  expect(said).toBe(words);
});

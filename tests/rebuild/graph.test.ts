// The graph of queries gives what computing everything anew would give, and computes no more than a change reaches.
import fc from "fast-check";
import { expect, test } from "vitest";
import { Graph, input, type Query, query } from "../../scripts/rebuild/graph.ts";

const cell = input("cell", 0);

/** A formula of one layer reads cells and formulas below it: fixed ones, and one that the value of the first chooses. */
type Formula = { readonly reads: readonly number[]; readonly modulus: number };

const cells = 6;
const formulas = fc.array(
  fc.record({
    reads: fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }),
    modulus: fc.integer({ min: 2, max: 5 }),
  }),
  { minLength: 1, maxLength: 24 },
);
const steps = fc.array(
  fc.oneof(
    fc.record({ set: fc.nat(cells - 1), to: fc.nat(6) }),
    fc.record({ get: fc.nat(1000) }),
    fc.record({ stale: fc.nat(1000) }),
    fc.record({ tidy: fc.constant(true) }),
  ),
  { maxLength: 60 },
);

const plain = { reads: [0], modulus: 2 };
type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;
/** The question whether 6 is stale computes 3, which lets go of 1; then 1 is asked for. */
const letGo: [Of<typeof formulas>, Of<typeof steps>] = [
  [
    plain,
    plain,
    plain,
    { reads: [532, 214, 0], modulus: 2 },
    plain,
    plain,
    { reads: [93], modulus: 2 },
    plain,
  ],
  [{ get: 678 }, { set: 1, to: 3 }, { stale: 550 }, { get: 201 }],
];

function evaluate(
  rules: readonly Formula[],
  at: number,
  read: (index: number) => number,
  known: (index: number) => number,
): number {
  const { reads, modulus } = rules[at] ?? { reads: [], modulus: 2 };
  const below = (index: number) => {
    const chosen = index % (cells + at);
    return chosen < cells ? known(chosen) : read(chosen - cells);
  };
  const first = below(reads[0] ?? 0);
  if (first === 4) throw new Error(`four at ${at}`);
  const rest = first % 2 === 0 ? reads.slice(1) : reads.slice(2);
  return rest.reduce((sum, index) => sum + below(index), first) % modulus;
}

function outcome(work: () => number): number | string {
  try {
    return work();
  } catch (cause) {
    return String(cause);
  }
}

test("any values, any edits: what is had is what computing all of it anew gives", () => {
  fc.assert(
    fc.property(formulas, steps, (rules, edits) => {
      const values = Array.from({ length: cells }, () => 0);
      let computed: number[] = [];
      const formula: Query<number> = query("formula", (ask, id) => {
        computed.push(Number(id));
        return evaluate(
          rules,
          Number(id),
          (index) => ask(formula, String(index)),
          (index) => ask(cell, String(index)),
        );
      });
      const anew = (at: number): number => evaluate(rules, at, anew, (index) => values[index] ?? 0);
      const graph = new Graph();
      for (const step of edits) {
        computed = [];
        if ("set" in step) {
          values[step.set] = step.to;
          graph.set(cell, String(step.set), step.to);
        } else if ("get" in step) {
          const at = step.get % rules.length;
          const stale = graph.stale(formula, String(at));
          const before = computed.includes(at);
          computed = [];
          expect(outcome(() => graph.get(formula, String(at)))).toBe(outcome(() => anew(at)));
          expect(computed.includes(at), "stale tells, and does not compute").toBe(stale);
          expect(before).toBe(false);
          computed = [];
          expect(outcome(() => graph.get(formula, String(at)))).toBe(outcome(() => anew(at)));
          expect(computed).toEqual([]);
        } else if ("tidy" in step) {
          graph.tidy();
          expect(computed).toEqual([]);
        } else {
          const at = step.stale % rules.length;
          graph.stale(formula, String(at));
          expect(computed).not.toContain(at);
        }
        expect(new Set(computed).size, "nothing is computed twice for one question").toBe(computed.length);
      }
    }),
    { numRuns: 2000, examples: [letGo] },
  );
});

test("a value that comes out the same stops a change", () => {
  const graph = new Graph();
  const log: string[] = [];
  const parity = query<number>("parity", (ask, id) => {
    log.push("parity");
    return ask(cell, id) % 2;
  });
  const word = query<string>("word", (ask, id) => {
    log.push("word");
    return ask(parity, id) === 0 ? "even" : "odd";
  });
  graph.set(cell, "a", 2);
  expect(graph.get(word, "a")).toBe("even");
  log.length = 0;
  graph.set(cell, "a", 4);
  expect(graph.stale(word, "a")).toBe(false);
  expect(graph.get(word, "a")).toBe("even");
  expect(log).toEqual(["parity"]);
  graph.set(cell, "a", 5);
  expect(graph.why(word, "a")).toEqual(["word:a", "parity:a", "cell:a"]);
  expect(graph.get(word, "a")).toBe("odd");
  expect(graph.why(word, "a")).toEqual(["word:a", "parity:a", "cell:a"]);
  expect(graph.why(word, "b")).toEqual(["word:b"]);
});

test("a change costs what it reaches, not what there is", () => {
  const graph = new Graph();
  let count = 0;
  const double = query<number>("double", (ask, id) => {
    count += 1;
    return ask(cell, id) * 2;
  });
  for (let index = 0; index < 5000; index++) {
    graph.set(cell, String(index), index);
    graph.get(double, String(index));
  }
  count = 0;
  graph.set(cell, "17", -1);
  expect(graph.get(double, "17")).toBe(-2);
  expect(count).toBe(1);
});

test("what nobody asks for any more is forgotten", () => {
  const graph = new Graph();
  const names = input<readonly string[]>("names", []);
  const square = query<number>("square", (ask, id) => ask(cell, id) ** 2);
  const sum = query<number>("sum", (ask) => ask(names, "").reduce((total, id) => total + ask(square, id), 0));
  const set = (ids: readonly string[]) => graph.set(names, "", ids);
  for (const id of ["1", "2", "3"]) graph.set(cell, id, Number(id));
  set(["1", "2", "3"]);
  expect(graph.get(sum, "")).toBe(14);
  const full = graph.size;
  for (let turn = 0; turn < 20; turn++) {
    set(["1"]);
    for (const id of ["2", "3"]) graph.set(cell, id, 0);
    expect(graph.get(sum, "")).toBe(1);
    expect(graph.size).toBe(4);
    for (const id of ["2", "3"]) graph.set(cell, id, Number(id));
    set(["1", "2", "3"]);
    expect(graph.get(sum, "")).toBe(14);
    expect(graph.size).toBe(full);
  }
});

test("what was asked for once and is reached by a change is forgotten when all is tidied, with all that it alone held", () => {
  const graph = new Graph();
  const square = query<number>("square", (ask, id) => ask(cell, id) ** 2);
  const page = query<string>("page", (ask, id) => `${ask(square, id)}`);
  graph.set(cell, "1", 1);
  expect(graph.get(page, "1")).toBe("1");
  graph.tidy();
  const full = graph.size;
  for (let turn = 2; turn < 20; turn++) {
    graph.set(cell, `${turn}`, turn);
    expect(graph.get(page, `${turn}`)).toBe(`${turn ** 2}`);
    graph.set(cell, `${turn}`, 0);
    expect(graph.get(page, "1")).toBe("1");
    graph.tidy();
    expect(graph.size).toBe(full);
  }
});

test("a query that rests on itself is named", () => {
  const snake: Query<number> = query<number>("snake", (ask, id) => ask(snake, id));
  expect(() => new Graph().get(snake, "x")).toThrow("snake:x rests on itself");
});

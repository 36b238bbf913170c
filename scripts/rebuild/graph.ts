// What depends on what: memoised queries over inputs, so that a change costs what it reaches and nothing else.

/** Reads a query or an input at an id, and makes the asker depend on it. Throws what computing it threw. */
export type Ask = <T>(from: Query<T>, id: string) => T;

/** A named pure function of what it asks for. `same` tells that a new value is as good as the old one. */
export type Query<T> = {
  readonly name: string;
  readonly compute: (ask: Ask, id: string) => T;
  readonly same: (before: T, after: T) => boolean;
};

/** Declares a query. Values are the same when they are identical, unless told otherwise. */
export function query<T>(
  name: string,
  compute: (ask: Ask, id: string) => T,
  same: (before: T, after: T) => boolean = Object.is,
): Query<T> {
  return { name, compute, same };
}

/** A query that the world answers: `none` until it is set. */
export type Input<T> = Query<T> & { readonly none: T };

export function input<T>(
  name: string,
  none: T,
  same: (before: T, after: T) => boolean = Object.is,
): Input<T> {
  return { name, none, same, compute: () => none };
}

/** Invariant: a settled node's value is what its query would give now; all that could make it otherwise is in `suspects`. */
type Node = {
  readonly query: Query<unknown>;
  readonly id: string;
  value: unknown;
  failure: { readonly cause: unknown } | null;
  /** The change of the graph at which the value last became another, and that at which it was computed; 0: never yet. */
  changed: number;
  computed: number;
  running: boolean;
  /** In the order in which they were asked for. */
  asked: ReadonlySet<Node>;
  readonly askers: Set<Node>;
  /** Those of `asked` that may have changed since; null when none may. */
  suspects: Set<Node> | null;
  /** What it was last computed again for. */
  because: Node | null;
};

/** What most nodes ask, being inputs, and all at first. */
const nobody: ReadonlySet<Node> = new Set();

export class Graph {
  readonly #nodes = new Map<Query<unknown>, Map<string, Node>>();
  readonly #orphans = new Set<Node>();
  #change = 1;
  #depth = 0;

  /** Computes what is asked, and of what it rests on only what a change has reached. */
  get<T>(from: Query<T>, id: string): T {
    return this.#asked(() => {
      const node = this.#node(from as Query<unknown>, id);
      this.#settle(node);
      return held(node) as T;
    });
  }

  /** Gives an input its value; nothing happens when it is the same. */
  set<T>(to: Input<T>, id: string, value: T): void {
    const node = this.#node(to as Query<unknown>, id);
    const before = node.computed === 0 ? to.none : (node.value as T);
    const changes = !to.same(before, value);
    if (changes || node.computed === 0) node.value = changes ? value : before;
    node.computed = this.#change;
    if (changes) {
      node.changed = node.computed = ++this.#change;
      reach(node);
    }
    if (node.askers.size === 0 && to.same(node.value as T, to.none)) this.#drop(node);
  }

  /** Whether a value was never computed, or what it rests on has changed; it is not computed itself. */
  stale<T>(from: Query<T>, id: string): boolean {
    const node = this.#nodes.get(from as Query<unknown>)?.get(id);
    return this.#asked(() => node === undefined || node.computed === 0 || this.#culprit(node) !== null);
  }

  /** The way from a value to the input whose change reached it last, as `name:id`; the value alone when it is new. */
  why<T>(from: Query<T>, id: string): readonly string[] {
    const way = [`${from.name}:${id}`];
    const node = this.#nodes.get(from as Query<unknown>)?.get(id);
    if (node === undefined || node.computed === 0) return way;
    for (let at = this.#culprit(node) ?? node.because; at !== null; at = at.because)
      way.push(`${at.query.name}:${at.id}`);
    return way;
  }

  /** Forgets what a change has reached and nobody has asked for since: to be called when all that is wanted is up to date. */
  tidy(): void {
    for (const nodes of this.#nodes.values())
      for (const node of nodes.values())
        if (node.askers.size === 0 && node.suspects !== null) this.#drop(node);
    this.#sweep();
  }

  /** Every input that a value rests on, at any distance, as `name:id`, in order. */
  inputs<T>(from: Query<T>, id: string): readonly string[] {
    this.get(from, id);
    const start = this.#node(from as Query<unknown>, id);
    const seen = new Set([start]);
    for (const node of seen) for (const one of node.asked) seen.add(one);
    return [...seen]
      .flatMap((node) => ("none" in node.query ? [`${node.query.name}:${node.id}`] : []))
      .sort();
  }

  /** How many values are kept. */
  get size(): number {
    let size = 0;
    for (const nodes of this.#nodes.values()) size += nodes.size;
    return size;
  }

  /** Answers one question from outside, and forgets afterwards what its answer has no more use for. */
  #asked<T>(answer: () => T): T {
    this.#depth += 1;
    try {
      return answer();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#sweep();
    }
  }

  #node(from: Query<unknown>, id: string): Node {
    let nodes = this.#nodes.get(from);
    if (nodes === undefined) {
      nodes = new Map();
      this.#nodes.set(from, nodes);
    }
    let node = nodes.get(id);
    if (node === undefined) {
      node = {
        query: from,
        id,
        value: undefined,
        failure: null,
        changed: 0,
        computed: 0,
        running: false,
        asked: nobody,
        askers: new Set(),
        suspects: null,
        because: null,
      };
      nodes.set(id, node);
    }
    return node;
  }

  #settle(node: Node): void {
    const culprit = this.#culprit(node);
    if (node.computed === 0 || culprit !== null) this.#compute(node, culprit);
  }

  /** The first of what a node rests on that has become another; null, and no suspects, when none has. */
  #culprit(node: Node): Node | null {
    const { suspects } = node;
    if (suspects === null) return null;
    // In the order of asking, so that what decides comes before what it decides about; long lists decide nothing.
    const unordered = suspects.size === 1 || node.asked.size > 100;
    for (const one of unordered ? [...suspects] : node.asked) {
      if (!suspects.has(one)) continue;
      this.#settle(one);
      if (one.changed > node.computed) return one;
    }
    node.suspects = null;
    return null;
  }

  #compute(node: Node, because: Node | null): void {
    if (node.running) throw new Error(`${node.query.name}:${node.id} rests on itself`);
    node.running = true;
    const before = { value: node.value, failure: node.failure, asked: node.asked };
    const asked = new Set<Node>();
    const ask: Ask = (from, id) => {
      const one = this.#node(from as Query<unknown>, id);
      asked.add(one);
      one.askers.add(node);
      this.#settle(one);
      return held(one) as never;
    };
    let failure: Node["failure"] = null;
    let value: unknown;
    try {
      value = node.query.compute(ask, node.id);
    } catch (cause) {
      failure = { cause };
    } finally {
      node.running = false;
    }
    const alike =
      node.computed > 0 &&
      (failure === null
        ? before.failure === null && node.query.same(before.value, value)
        : before.failure !== null && String(before.failure.cause) === String(failure.cause));
    if (!alike) {
      node.value = value;
      node.failure = failure;
      node.changed = this.#change;
    }
    node.computed = this.#change;
    node.because = because;
    node.suspects = null;
    node.asked = asked;
    for (const one of before.asked) {
      if (asked.has(one)) continue;
      one.askers.delete(node);
      if (one.askers.size === 0) this.#orphans.add(one);
    }
  }

  /** Forgets what was asked for and is no longer. */
  #sweep(): void {
    for (const node of this.#orphans) {
      this.#orphans.delete(node);
      if (node.askers.size === 0 && !isSet(node)) this.#drop(node);
    }
  }

  #drop(node: Node): void {
    this.#nodes.get(node.query)?.delete(node.id);
    for (const one of node.asked) {
      one.askers.delete(node);
      if (one.askers.size === 0) this.#orphans.add(one);
    }
    // Others may remember it as what they were computed again for: its name, and nothing that it held.
    Object.assign(node, { value: undefined, failure: null, because: null, asked: nobody });
  }
}

/** Tells all that rests on a node, at any distance, that something below it has changed. */
function reach(node: Node): void {
  const reached = [node];
  for (let at = reached.pop(); at !== undefined; at = reached.pop()) {
    for (const asker of at.askers) {
      if (asker.suspects === null) reached.push(asker);
      asker.suspects ??= new Set();
      asker.suspects.add(at);
    }
  }
}

function held(node: Node): unknown {
  if (node.failure !== null) throw node.failure.cause;
  return node.value;
}

/** Whether a node is an input that holds something. */
function isSet({ query: from, value }: Node): boolean {
  return "none" in from && !from.same(value, from.none);
}

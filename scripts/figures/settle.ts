// Marks on a line that would stand too close, moved apart as little as can be.

/** Positions in order, at least `step` apart and within the ends, with the least squared shift (pool adjacent violators). */
export function settle(wanted: readonly number[], step: number, from: number, to: number): readonly number[] {
  const pools: { sum: number; size: number }[] = [];
  const mean = (pool: { sum: number; size: number } | undefined) =>
    pool === undefined ? 0 : pool.sum / pool.size;
  for (const [index, x] of wanted.entries()) {
    let pool = { sum: x - index * step, size: 1 };
    while (pools.length > 0 && mean(pools.at(-1)) > mean(pool)) {
      const last = pools.pop() ?? pool;
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
    }
    pools.push(pool);
  }
  const most = to - (wanted.length - 1) * step;
  const bases = pools.flatMap((pool) =>
    Array.from({ length: pool.size }, () => Math.min(most, Math.max(from, mean(pool)))),
  );
  return bases.map((base, index) => base + index * step);
}

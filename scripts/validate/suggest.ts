// The nearest thing meant: the closest of the known names, for hints.

/** A hint that names the closest known name, or lists the known ones when none is close and they are few. */
export function suggest(name: string, known: Iterable<string>): string {
  const names = [...new Set(known)];
  const limit = name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 3));
  let best: { name: string; distance: number } | null = null;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && (best === null || distance < best.distance))
      best = { name: candidate, distance };
  }
  const part = name.length < 3 ? undefined : names.find((known) => known.includes(name));
  const meant = best?.name ?? part;
  if (meant !== undefined) return `did you mean ${meant}?`;
  if (names.length === 0) return "";
  return names.length <= 12 ? `known here: ${names.join(", ")}` : "";
}

/** Levenshtein distance with swaps of neighbours (optimal string alignment), in UTF-16 code units. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

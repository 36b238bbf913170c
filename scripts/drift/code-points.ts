// Offsets as other tools count them: in code points, whatever our strings are made of.

/** Code units → code points of a text, for many offsets of one text. */
export function codePointsIn(text: string): (offset: number) => number {
  const pairs = Uint32Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

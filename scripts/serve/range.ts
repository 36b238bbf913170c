// A part of a file, as viewers of PDFs ask for it: one range of bytes (RFC 9110, section 14).

/** The last byte belongs to it. */
export type Range = { readonly first: number; readonly last: number };

/**
 * Null when the whole file answers: nothing was asked for, or nothing that this server gives, such as several ranges;
 * `none` when the file has none of the bytes.
 */
export function rangeOf(header: string | undefined, length: number): Range | "none" | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "");
  if (found === null) return null;
  const [, from = "", to = ""] = found;
  if (from === "" && to === "") return null;
  if (from === "")
    return to === "0" || length === 0
      ? "none"
      : { first: Math.max(0, length - Number(to)), last: length - 1 };
  const first = Number(from);
  const last = to === "" ? length - 1 : Math.min(Number(to), length - 1);
  if (to !== "" && Number(to) < first) return null;
  return first >= length ? "none" : { first, last };
}

// Finishes the bytes of a print so that the same document gives the same file: dates and node names are settled.

/** What a PDF says of when it was made, where the caller states no time of its own. */
export const NO_TIME = "2000-01-01T00:00:00Z";

/**
 * The same PDF with both dates set to `at` (ISO 8601) and the browser's running node numbers counted from 1.
 * Every replacement is as long as what it replaces, so that no offset in the file changes. Throws on a bad time.
 */
export function finish(pdf: Uint8Array, at: string = NO_TIME): Uint8Array {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) throw new RangeError(`Not a time: ${at}`);
  const date = `D:${time.toISOString().replace(/\D/g, "").slice(0, 14)}+00'00'`;
  const names = new Map<string, string>();
  const text = Buffer.from(pdf).toString("latin1");
  const dated = text.replace(/(\/(?:CreationDate|ModDate) \()(D:[^)]*)(\))/g, (_whole, open, old, close) => {
    if (old.length !== date.length) throw new Error(`A PDF date of another form: ${old}`);
    return `${open}${date}${close}`;
  });
  const named = dated.replace(/\(node(\d{8})\)/g, (_whole, old: string) => {
    const known = names.get(old) ?? String(names.size + 1).padStart(8, "0");
    names.set(old, known);
    return `(node${known})`;
  });
  return Buffer.from(named, "latin1");
}

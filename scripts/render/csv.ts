// Tables of a pack as comma-separated values, for spreadsheets. https://www.rfc-editor.org/rfc/rfc4180
import { plainText } from "../markdown/words.ts";
import type { Citations, Edition, Entry } from "../model/edition.ts";

export function timelineCsv({ timeline, people, references }: Edition): string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const titles = new Map(references.map(({ number, title }) => [number, title]));
  return csv([
    ["date", "until", "title", "text", "people", "references"],
    ...timeline.map((event) => [
      event.date,
      event.until,
      event.title,
      event.text === null ? null : plainText(event.text),
      several(event.people.map((id) => names.get(id) ?? id)),
      several(event.references.map((number) => titles.get(number) ?? String(number))),
    ]),
  ]);
}

export function registerCsv(entries: readonly Entry[], { references }: Edition): string {
  const titles = new Map(references.map(({ number, title }) => [number, title]));
  const places = entries.some(({ kind }) => kind === "place");
  const cited = (citations: Citations) => Object.values(citations).map((number) => titles.get(number) ?? "");
  const header = ["id", "name", "native_name", "native_language", "aliases", "role", "as_of"];
  return csv([
    [...header, "affiliation", "died", "note", ...(places ? ["lat", "lon"] : []), "references"],
    ...entries.map((entry) => [
      entry.id,
      entry.name,
      entry.nativeName?.text ?? null,
      entry.nativeName?.lang ?? null,
      several(entry.aliases),
      entry.role,
      entry.asOf,
      entry.affiliation?.name ?? null,
      entry.died,
      entry.note === null ? null : plainText(entry.note),
      ...(places ? [entry.lat, entry.lon] : []),
      several(cited(entry.citations)),
    ]),
  ]);
}

function several(values: readonly string[]): string {
  return values.join("; ");
}

type Cell = string | number | null;

/** Lines end in CR LF; the byte order mark is what tells spreadsheets that the text is UTF-8. */
function csv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(written).join(",")}\r\n`).join("")}`;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe, which spreadsheets do not show. */
function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

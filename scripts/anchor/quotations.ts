// What is asked of quotations beyond their words: what is printed of them, and that the source names who speaks.
import type { Lookup, PackRecord } from "../model/content.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { ParsedSource } from "../model/source.ts";
import type { Standings } from "../model/standing.ts";
import { short, spotOf } from "./explain.ts";
import { searchable } from "./match.ts";
import { isNamed } from "./named.ts";
import { nearest } from "./nearest.ts";
import { placeOf } from "./place.ts";
import { misquoted } from "./shown.ts";

/** `parsed`: the newest revision of each source by its id. */
export function checkQuotations(
  record: PackRecord,
  { entry }: Pick<Lookup, "entry">,
  parsed: ReadonlyMap<string, ParsedSource>,
  anchors: Standings["anchors"],
): readonly Finding[] {
  const findings: Finding[] = [];
  const unnamed = new Set<string>();
  for (const [index, { id, source, quotation }] of record.annotations.value.entries()) {
    if (!quotation) continue;
    const own = source ?? (record.sourceIds.length === 1 ? record.sourceIds[0] : undefined) ?? "";
    const text = parsed.get(own);
    const file = record.sources.find((one) => one.id === own);
    if (text === undefined || file === undefined) continue;
    const speaker = entry("people", quotation.speaker) ?? entry("organisations", quotation.speaker);
    const key = `${own} ${quotation.speaker}`;
    if (speaker !== undefined && !unnamed.has(key)) {
      const { name, native_name: native, aliases, role } = speaker;
      const names = [name, ...(native ? [native.text] : []), ...(aliases ?? []), ...(role ? [role] : [])];
      if (!isNamed(names, text.text)) {
        unnamed.add(key);
        findings.push(
          finding(
            "warning",
            "quotation-speaker-unnamed",
            record.annotations.at(index, "quotation", "speaker"),
            `${id}: the source ${own} names no ${name}`,
            "name who speaks, or add to the register how the source spells it: `aliases`",
          ),
        );
      }
    }
    const anchor = anchors.get(id);
    if (!quotation.shown || anchor === undefined) continue;
    const { range } = anchor;
    const quoted = text.text.slice(range.start, range.end);
    const wrong = misquoted(quotation.shown, quoted);
    if (wrong === null) continue;
    const near = nearest(wrong, searchable(quoted));
    const start = range.start + (near?.start ?? 0);
    const where = spotOf(placeOf({ start, end: range.end }, file, text));
    findings.push(
      finding(
        "error",
        "quotation-shown",
        record.annotations.at(index, "quotation", "shown"),
        `${id}: “${short(wrong)}” is not in the quoted words, or not in this order`,
        `the quoted words are at ${where}: “${short(near?.text ?? quoted)}”; mark what is left out with … and what is put in with [ ]`,
      ),
    );
  }
  return findings;
}

// What rests on a thing as lines to read: one a kind, with the words that an author knows it by.
import { plainText } from "../markdown/words.ts";
import type { Edition } from "../model/edition.ts";
import type { ImpactReport } from "./impact.ts";

export function impactText(edition: Edition, report: ImpactReport): string {
  const { of, pack, keyPoints, annotations, quotations, boxes, timeline, entries, references } = report;
  const words = (id: string) => {
    const text = [...edition.annotations, ...edition.orphans].find((one) => one.id === id)?.text ?? "";
    return `${id}: ${short(text)}`;
  };
  const others = annotations.filter((id) => !quotations.includes(id));
  const reference = (number: number) => edition.references.find((one) => one.number === number)?.title ?? "";
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["key points", keyPoints.map((n) => `${n}: ${short(plainText(edition.keyPoints[n - 1]?.text ?? ""))}`)],
    ["quotations", quotations.map(words)],
    ["other annotations", others.map(words)],
    ["boxes", boxes],
    ["timeline", timeline.map((n) => `${edition.timeline[n - 1]?.date}: ${edition.timeline[n - 1]?.title}`)],
    ["register", entries],
    ["references", references.map((number) => `${number}: ${short(reference(number))}`)],
    ["pages", report.pages],
    ["other packs", report.packs],
  ];
  return [
    `what rests on the ${of.kind} ${of.id} of ${pack}:`,
    ...lists.flatMap(([name, lines]) =>
      lines.length === 0
        ? [`${name}: none`]
        : [`${name}: ${lines.length}`, ...lines.map((line) => `    ${line}`)],
    ),
    `pages of the PDF: ${report.pdfPages === null ? "no PDF is built" : report.pdfPages.join(", ") || "none"}`,
  ].join("\n");
}

function short(text: string): string {
  const line = [...text.replace(/\s+/g, " ")];
  return line.length > 70 ? `${line.slice(0, 69).join("")}…` : line.join("");
}

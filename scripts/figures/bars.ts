// Who is quoted and how much: a bar for each speaker, as long as the words in direct quotations, the number beside it.
import type { Edition } from "../model/edition.ts";
import {
  type Drawing,
  frameWidth,
  type Label,
  lineHeight,
  mirrored,
  rectangle,
  type Shape,
  typeSize,
} from "./drawing.ts";
import { textWidth, wrap } from "./text-width.ts";

/** A speaker and the words in direct quotations. */
export type Share = { readonly speaker: string; readonly name: string; readonly words: number };

const nameWidth = 135;
const barHeight = 7;

/** The most quoted first, then as they come in the text; those of whom no direct words are marked have none. */
export function sharesOf({ annotations, people, organisations, sources }: Edition): readonly Share[] {
  const names = new Map([...organisations, ...people].map(({ id, name }) => [id, name]));
  const languages = new Map(sources.map(({ id, language }) => [id, language]));
  const counts = new Map<string, number>();
  for (const { body, text, source, start, end, id } of annotations) {
    if (body.kind !== "quotation") continue;
    const within = annotations.some(
      (other) =>
        other.id !== id &&
        other.source === source &&
        other.body.kind === "quotation" &&
        other.body.form === "direct" &&
        other.body.speaker === body.speaker &&
        (other.start < start || other.end > end) &&
        other.start <= start &&
        other.end >= end,
    );
    const words =
      body.form === "direct" && text !== null && !within
        ? countWords(text, languages.get(source) ?? "en")
        : 0;
    counts.set(body.speaker, (counts.get(body.speaker) ?? 0) + words);
  }
  return [...counts]
    .map(([speaker, words]) => ({ speaker, name: names.get(speaker) ?? speaker, words }))
    .sort((one, other) => other.words - one.words);
}

/** Null when no one is quoted in their own words. */
export function barsDrawing(
  shares: readonly Share[],
  write: (number: number) => string,
  direction: "ltr" | "rtl",
): Drawing | null {
  const most = Math.max(0, ...shares.map(({ words }) => words));
  if (most === 0) return null;
  const names = shares.map(({ name }) => wrap(name, nameWidth / typeSize));
  const widest = Math.max(...names.flat().map((line) => textWidth(line) * typeSize));
  const start = Math.min(nameWidth, widest) + 8;
  const room =
    frameWidth - start - Math.max(...shares.map(({ words }) => textWidth(write(words)) * typeSize)) - 8;
  let y = 0;
  const shapes = shares.flatMap(({ words }, index): readonly Shape[] => {
    const lines = names[index] ?? [];
    const middle = y + lineHeight / 2 + 2;
    const length = (words / most) * room;
    const labels = lines.map(
      (text, row): Label => ({
        kind: "label",
        look: "name",
        x: 0,
        y: y + 13 + row * lineHeight,
        anchor: "left",
        text,
      }),
    );
    const box = {
      left: start,
      right: start + length,
      top: middle - barHeight / 2,
      bottom: middle + barHeight / 2,
    };
    const number: Label = {
      kind: "label",
      look: "amount",
      x: box.right + 5,
      y: y + 13,
      anchor: "left",
      text: write(words),
    };
    y += Math.max(1, lines.length) * lineHeight + 5;
    return [
      ...labels,
      ...(words === 0 ? [] : [{ kind: "path" as const, look: "bar", d: rectangle(box) }]),
      number,
    ];
  });
  const drawing = { width: frameWidth, height: y, shapes };
  return direction === "rtl" ? mirrored(drawing) : drawing;
}

/** Words as the language divides them. */
export function countWords(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

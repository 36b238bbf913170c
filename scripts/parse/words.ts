// Words as a language counts them, those without spaces between them too.

/** `language`: a BCP 47 tag, null when it is not known. */
export function countWords(text: string, language: string | null): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(language ?? "und", { granularity: "word" }).segment(text))
    if (isWordLike) count++;
  return count;
}

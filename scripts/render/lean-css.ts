// A style sheet as it is published: without comments and the white space that only its authors need.

/** Text in quotation marks stays as it is, and so does every space that separates two words or belongs to a sum. */
export function leanCss(css: string): string {
  return css
    .replace(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[\s\S]*?\*\//g, (_, text = "") => text)
    .replace(
      /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s*([{};,])\s*|(:)\s+|\s+/g,
      (_, text?: string, sign?: string, colon?: string) => text ?? sign ?? colon ?? " ",
    )
    .replaceAll(";}", "}")
    .trim();
}

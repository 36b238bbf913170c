// The lint of print styles: no declaration that moves text out of the structure of a PDF, or that does nothing there.
import { type Finding, finding } from "../model/finding.ts";

type Ban = { readonly pattern: RegExp; readonly why: string };

/** Values that leave an element as it is are allowed, so that a rule of the site's can be undone. */
const bans: readonly Ban[] = [
  {
    pattern: /(?<![\w-])opacity\s*:(?!\s*(?:1\s*[;}]|inherit|initial))[^;}]*/gi,
    why: "moves text into a form object, outside the tags; use a lighter colour",
  },
  {
    pattern: /(?<![\w-])mix-blend-mode\s*:(?!\s*normal)[^;}]*/gi,
    why: "moves text into a form object, outside the tags",
  },
  {
    pattern: /(?<![\w-])(?:-webkit-)?mask(?:-[\w-]+)?\s*:(?!\s*none)[^;}]*/gi,
    why: "moves text into a form object, outside the tags",
  },
  {
    pattern: /(?<![\w-])transform\s*:[^;}]*\b(?:scale|matrix)[^;}]*/gi,
    why: "moves scaled text into a form object; set its size",
  },
  {
    pattern: /(?<![\w-])(?:backdrop-)?filter\s*:(?!\s*none)[^;}]*/gi,
    why: "drops text from the structure tree",
  },
  { pattern: /(?<![\w-])clip-path\s*:(?!\s*none)[^;}]*/gi, why: "drops text from the structure tree" },
  {
    pattern: /(?<![\w-])hyphens\s*:\s*auto/gi,
    why: "does nothing: the browser has no dictionaries; use soft hyphens",
  },
  {
    pattern: /::?first-letter\b/gi,
    why: "cuts texts in two, and a text of one letter loses its tag; mark the letter",
  },
  { pattern: /@import\b[^;]*/gi, why: "is not followed: link the style sheet from the document" },
];

/** `file` is where the sheet stands, for the findings. */
export function lintPrintCss(file: string, css: string): readonly Finding[] {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  return bans.flatMap(({ pattern, why }) =>
    [...code.matchAll(pattern)].map(({ 0: found, index }) => {
      const before = code.slice(0, index).split("\n");
      const place = { file, line: before.length, column: [...(before.at(-1) ?? "")].length + 1 };
      return finding(
        "error",
        "print-css",
        place,
        `\`${found.trim()}\` ${why}`,
        "print styles keep to what leaves text tagged",
      );
    }),
  );
}

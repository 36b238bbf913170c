// Articles and the blocks that a reader sees: one line a block, `kind[level] line: text`.
import { expect, test } from "vitest";
import { parse } from "../../scripts/parse/parse.ts";

const width = "Some line of prose that is about as wide as a page";
/** Name, file, bytes as text, blocks. */
const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ["a line is a paragraph", "a.txt", "One.\nTwo.\n", ["paragraph 1: One.", "paragraph 2: Two."]],
  ["blank lines are nothing", "a.txt", "\n\nOne.\n \t\nTwo.\n\n", ["paragraph 3: One.", "paragraph 5: Two."]],
  ["no line end at the end", "a.txt", "One.", ["paragraph 1: One."]],
  [
    "CRLF and CR",
    "a.txt",
    "One.\r\nTwo.\rThree.",
    ["paragraph 1: One.", "paragraph 2: Two.", "paragraph 3: Three."],
  ],
  ["a byte order mark", "a.txt", "\ufeffOne.", ["paragraph 1: One."]],
  ["outer white space", "a.txt", "  One. \u3000\n", ["paragraph 1: One."]],
  [
    "paragraphs broken to a width",
    "a.txt",
    `${width}\n${width}\nends.\n\n${width}\nends here.\n`,
    [`paragraph 1: ${width} ${width} ends.`, `paragraph 5: ${width} ends here.`],
  ],
  [
    "a heading between sentences",
    "a.txt",
    "One sentence stands here.\nA heading\nAnother sentence follows it here.\nAnd one more.",
    [
      "paragraph 1: One sentence stands here.",
      "heading2 2: A heading",
      "paragraph 3: Another sentence follows it here.",
      "paragraph 4: And one more.",
    ],
  ],
  ["markup is text in plain text", "a.txt", "*a* <b> # c.", ["paragraph 1: *a* <b> # c."]],
  [
    "markdown",
    "a.md",
    "# One\n\nTwo *three*\nfour [five](https://example.org).\n\n- six\n- seven\n\n> eight\n",
    [
      "heading1 1: One",
      "paragraph 3: Two three four five.",
      "list-item 6: six",
      "list-item 7: seven",
      "quote 9: eight",
    ],
  ],
  ["HTML in markdown is shown", "a.md", "a <b onclick=x> c", ["paragraph 1: a <b onclick=x> c"]],
  ["entities are characters", "a.md", "a &amp; &#233;", ["paragraph 1: a & é"]],
  ["code", "a.md", "```\na  b\n  c\n```", ["preformatted 1: a  b\n  c"]],
  [
    "rows of a table, each on its line",
    "a.md",
    "| a | b |\n|---|---|\n| c | d |\n| e | f |",
    ["row 1: a\tb", "row 3: c\td", "row 4: e\tf"],
  ],
  ["templates are text", "a.md", "{{ x }} {% y %}", ["paragraph 1: {{ x }} {% y %}"]],
];

test.each(cases)("%s", (_, file, text, expected) => {
  const bytes = new TextEncoder().encode(text);
  const { value, findings } = parse(file, bytes);
  expect(findings).toEqual([]);
  expect(value.blocks.map((one) => `${one.kind}${one.level ?? ""} ${one.line}: ${one.text}`)).toEqual(
    expected,
  );
  expect(value.text).toBe(value.blocks.map((one) => one.text).join("\n"));
  for (const { text: words, start, runs } of value.blocks) {
    expect(value.text.slice(start, start + words.length)).toBe(words);
    expect(runs.map((run) => value.text.slice(run.start, run.end)).join("")).toBe(words);
    for (const { byteStart, byteEnd } of runs) {
      expect(byteStart).toBeLessThanOrEqual(byteEnd);
      expect(byteEnd).toBeLessThanOrEqual(bytes.length);
    }
  }
});

// Edits of a hand-written YAML file: what they change, and that every other byte stays.
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { scalar } from "../../scripts/update/scalar.ts";
import { appendTo, reworded } from "../../scripts/update/yaml-edit.ts";

const revision = [
  ["file", "b.txt"],
  ["captured", "2024-01-02"],
] as const;

/** Name, the file, and the file with a revision more. */
const lists: readonly (readonly [string, string, string])[] = [
  [
    "flow map",
    "revisions:\n  - {file: a.txt}\n",
    "revisions:\n  - {file: a.txt}\n  - {file: b.txt, captured: 2024-01-02}\n",
  ],
  [
    "block map",
    "revisions:\n  - file: a.txt # first\n    captured: 2023-01-01 # day\n# end\n",
    "revisions:\n  - file: a.txt # first\n    captured: 2023-01-01 # day\n  - file: b.txt\n    captured: 2024-01-02\n# end\n",
  ],
  [
    "no indentation, wide dashes, keys after",
    "revisions:\n-   file: a.txt\n    captured:\nlicence: x\n",
    "revisions:\n-   file: a.txt\n    captured:\n-   file: b.txt\n    captured: 2024-01-02\nlicence: x\n",
  ],
  [
    "flow list",
    "revisions: [{file: a.txt}] # one\n",
    "revisions: [{file: a.txt}, {file: b.txt, captured: 2024-01-02}] # one\n",
  ],
  [
    "flow list over lines with a trailing comma",
    "revisions: [\n  {file: a.txt},\n]\n",
    "revisions: [\n  {file: a.txt}, {file: b.txt, captured: 2024-01-02},\n]\n",
  ],
  [
    "no line feed at the end",
    "revisions:\n  - {file: a.txt}",
    "revisions:\n  - {file: a.txt}\n  - {file: b.txt, captured: 2024-01-02}\n",
  ],
  [
    "CRLF and a byte order mark",
    "\ufeffrevisions:\r\n  - file: a.txt\r\n\r\nnote: x\r\n",
    "\ufeffrevisions:\r\n  - file: a.txt\r\n  - file: b.txt\r\n    captured: 2024-01-02\r\n\r\nnote: x\r\n",
  ],
  [
    "comments between",
    "revisions:\n  # the first\n  - {file: a.txt}\n  # no more\n\nnote: |\n  text\n",
    "revisions:\n  # the first\n  - {file: a.txt}\n  - {file: b.txt, captured: 2024-01-02}\n  # no more\n\nnote: |\n  text\n",
  ],
];

test.each(lists)("a list grows: %s", (_name, before, after) => {
  expect(appendTo(before, ["revisions"], revision)).toBe(after);
});

const history = [
  [
    ["revision", "a.txt"],
    ["exact", "old words, two"],
  ],
  [
    ["revision", "b.txt"],
    ["exact", "new: words"],
  ],
] as const;
const list = "[{revision: a.txt, exact: 'old words, two'}, {revision: b.txt, exact: 'new: words'}]";

/** Name, the file, new values, and the file with them. */
const entries: readonly (readonly [string, string, Readonly<Record<string, string | null>>, string])[] = [
  [
    "block",
    "# head\n- id: one # first\n  exact: old words, two # here\n  note: Text\n\n- {id: two, exact: b}\n",
    { exact: "new: words" },
    "# head\n- id: one # first\n  exact: 'new: words' # here\n  history:\n    - {revision: a.txt, exact: 'old words, two'}\n    - {revision: b.txt, exact: 'new: words'}\n  note: Text\n\n- {id: two, exact: b}\n",
  ],
  [
    "flow",
    "- {id: one, exact: 'old words, two', note: Text} # here\n",
    { exact: "new: words", prefix: "before it's" },
    `- {id: one, exact: 'new: words', prefix: 'before it''s', history: ${list}, note: Text} # here\n`,
  ],
  [
    "context that goes and comes",
    "- id: one\n  exact: a\n  prefix: b # why\n  note: c\n",
    { exact: "d", prefix: null, suffix: "e" },
    "- id: one\n  exact: d\n  suffix: e\n  history:\n    - {revision: a.txt, exact: 'old words, two'}\n    - {revision: b.txt, exact: 'new: words'}\n  note: c\n",
  ],
  [
    "context that goes from brackets",
    "- {prefix: b, id: one, exact: a, suffix: c, note: d}\n",
    { exact: "e", prefix: null, suffix: null },
    `- {id: one, exact: e, history: ${list}, note: d}\n`,
  ],
  [
    "context first on the dash",
    "- prefix: b\n  exact: a\n  id: one\n",
    { exact: "d", prefix: null },
    "- prefix:\n  exact: d\n  history:\n    - {revision: a.txt, exact: 'old words, two'}\n    - {revision: b.txt, exact: 'new: words'}\n  id: one\n",
  ],
  [
    "words in a block of their own",
    "- id: one\n  exact: >-\n    old words,\n    two\n  sic: x\n",
    { exact: "new" },
    "- id: one\n  exact: new\n  history:\n    - {revision: a.txt, exact: 'old words, two'}\n    - {revision: b.txt, exact: 'new: words'}\n  sic: x\n",
  ],
  [
    "words over two lines, last in a file without a line feed",
    '- id: one\n  note: x\n  exact: "old\n    words"',
    { exact: "new" },
    "- id: one\n  note: x\n  exact: new\n  history:\n    - {revision: a.txt, exact: 'old words, two'}\n    - {revision: b.txt, exact: 'new: words'}\n",
  ],
  [
    "a history that is there",
    "- id: one\n  history:\n    - revision: z.txt\n      exact: z\n  exact: y\n  note: x\n",
    { exact: "new" },
    "- id: one\n  history:\n    - revision: z.txt\n      exact: z\n    - revision: a.txt\n      exact: 'old words, two'\n    - revision: b.txt\n      exact: 'new: words'\n  exact: new\n  note: x\n".replace(
      "'old words, two'",
      "old words, two",
    ),
  ],
  [
    "CRLF",
    "- id: one\r\n  exact: a # b\r\n  note: c\r\n",
    { exact: "new", suffix: "after" },
    "- id: one\r\n  exact: new # b\r\n  suffix: after\r\n  history:\r\n    - {revision: a.txt, exact: 'old words, two'}\r\n    - {revision: b.txt, exact: 'new: words'}\r\n  note: c\r\n",
  ],
  [
    "a history in brackets",
    "- {id: one, history: [{revision: z.txt, exact: z}], exact: y, note: x}\n",
    { exact: "new" },
    `- {id: one, history: [{revision: z.txt, exact: z}, ${list.slice(1, -1)}], exact: new, note: x}\n`,
  ],
];

test.each(entries)("an entry is reworded: %s", (_name, before, values, after) => {
  const made = reworded(before, 0, values, history);
  expect(made).toBe(after);
  const [entry] = parse(made) as Record<string, unknown>[];
  for (const [key, value] of Object.entries(values)) expect(entry?.[key] ?? null).toBe(value);
});

describe("a scalar", () => {
  const texts = [
    "plain words",
    "yes",
    "null",
    "12",
    "- dash",
    "colon: here",
    "hash # here",
    "it's",
    '"quoted"',
    "trailing:",
    "[bracket]",
    "a, b",
    "مرحبا، كيف",
    "会议",
    "a\u200bb",
    "100%",
    "?",
    "*star",
    "e\u0301t\u00e9",
    "two  spaces",
    "ends with a hyphen -",
    "a #b",
    "x:y",
    "{a}",
    "@at",
    "back\\slash",
  ];
  test.each(texts)("%j is read as it was", (text) => {
    const options = { schema: "failsafe" } as const;
    expect(parse(`a: ${scalar(text, false)}\n`, options)).toEqual({ a: text });
    expect(parse(`[{a: ${scalar(text, true)}}, b]\n`, options)).toEqual([{ a: text }, "b"]);
  });
});

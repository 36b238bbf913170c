// A pack of two changed sources that may not be shown whole, with words planted in what must stay hidden.
import { createHash } from "node:crypto";

/** In what neither source's terms let us show; none of them may be found anywhere. */
export const hidden = [
  "qzheading",
  "qzasideold",
  "qzasidenew",
  "qzbeforelost",
  "qzafterlost",
  "qzreplacement",
  "qzsilentpassage",
  "qzsilentorphan",
  "qzsilentaside",
  "qzsilentnew",
  "qzsilentearlier",
] as const;

/** In passages of the source of which excerpts may be shown. */
export const shown = ["qzstanding", "qzlostwords", "qzchangedold"] as const;

const excerpts = {
  old: `# The qzheading of it

The harbour opened at dawn, qzstanding said, and the first ship came in.

An aside qzasideold that nobody marked stands here in full.

Right before it stood qzbeforelost and then the qzlostwords of the mayor were heard, and then qzafterlost came.

In the end the council qzchangedold the plan for a second quay by the river.
`,
  now: `# The qzheading of it

The harbour opened at dawn, qzstanding said, and the first ship came in.

An aside qzasidenew that nobody marked stands here in full.

In the end the council qzreplacement the plan for a second quay by the river.
`,
};

const silent = {
  old: "A line that qzsilentpassage keeps to itself.\n\nAnother with qzsilentorphan in it that will be gone, qzsilentaside too.\n\nThe third had qzsilentearlier once.\n",
  now: "A line that qzsilentpassage keeps to itself.\n\nThe third has qzsilentnew in its place.\n",
};

export function withheldContent(): Readonly<Record<string, string>> {
  const source = (publish: string, { old, now }: typeof silent) => ({
    "2024-01-01.md": old,
    "2024-01-02.md": now,
    "source.yaml": `publisher: The ${publish} paper\npublish: ${publish}\nrevisions:\n${[
      ["2024-01-01", old],
      ["2024-01-02", now],
    ]
      .map(
        ([day, text = ""]) =>
          `  - {file: ${day}.md, sha256: ${createHash("sha256").update(text).digest("hex")}, captured: ${day}}\n`,
      )
      .join("")}`,
  });
  const files = { part: source("excerpts", excerpts), nothing: source("none", silent) };
  return {
    "packs/harbour/pack.yaml":
      "title: A harbour\ndate: 2024-01-02\nkey_points:\n  - text: The plan may not hold.\n    support: [standing, changed, silent-orphan]\n",
    "packs/harbour/annotations.yaml": `- {id: standing, source: part, exact: qzstanding said, note: Unnamed.}
- {id: lost, source: part, exact: the qzlostwords of the mayor were heard, note: By whom?}
- {id: changed, source: part, exact: the council qzchangedold the plan for a second quay, note: Which plan?}
- {id: silent-passage, source: nothing, exact: A line that qzsilentpassage keeps to itself, note: Kept.}
- {id: silent-orphan, source: nothing, exact: Another with qzsilentorphan in it, note: Gone.}
- id: silent-accepted
  source: nothing
  exact: The third has qzsilentnew
  history:
    - {revision: 2024-01-01.md, exact: The third had qzsilentearlier}
    - {revision: 2024-01-02.md, exact: The third has qzsilentnew, accepted: 2024-01-03}
  note: Accepted.
`,
    ...Object.fromEntries(
      Object.entries(files).flatMap(([id, own]) =>
        Object.entries(own).map(([name, text]) => [`packs/harbour/sources/${id}/${name}`, text]),
      ),
    ),
  };
}

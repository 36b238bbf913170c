// Citations read back by the library that reference managers use: nothing in a title means anything to TeX, and no line breaks a word.
import { plugins } from "@citation-js/core";
import { describe, expect, test } from "vitest";
import type { Edition } from "../../scripts/model/edition.ts";
import { bibtex, ris } from "../../scripts/render/citation.ts";
import { full } from "../templates/edition/editions.ts";

const titles = [
  "Plain",
  "Ports & piers: 50% of $5 at #1",
  "A } brace { that is not closed",
  "snake_case ~ and ^ and \\alpha",
  "1 < 2 > 0 and <b>not bold</b>",
  "ميناء سُهيلة",
  "A title that goes on and on and on until it is longer by far than the seventy characters of a line",
] as const;

const publisher = "Desk, Ltd & Co_1";

function citing(title: string): Edition {
  return {
    ...full,
    title,
    subtitle: null,
    date: "2023-03-09",
    publication: { ...full.publication, publisher },
  };
}

describe.each(titles)("%s", (title) => {
  test("is whole in RIS, with every line a field", () => {
    const text = ris(citing(title));
    const lines = text.split("\r\n").slice(0, -1);
    expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
    expect(lines).toContain(`TI  - ${title}`);
    expect(lines).toContain("DA  - 2023/03/09");
    expect([lines[0], lines.at(-1)]).toEqual(["TY  - RPRT", "ER  - "]);
    expect(plugins.input.chain(text)[0]).toMatchObject({ title, publisher });
  });

  test("is one balanced field of BibTeX, in which TeX finds nothing to do", () => {
    const text = bibtex(citing(title));
    const field = /^\ttitle = \{(.*)\},$/m.exec(text)?.[1] ?? "";
    const commands = field.replaceAll(
      /\\(?:[&%$#_]|text(?:backslash|brace(?:left|right)|ascii(?:tilde|circum))\{\})/g,
      "",
    );
    expect(field).not.toBe("");
    expect(commands).not.toMatch(/[\\{}&%$#_~^]/);
    expect(text).toContain("institution = {Desk, Ltd \\& Co\\_1},");
    expect(plugins.input.chain(text)[0]).toMatchObject({ type: "report", publisher });
  });
});

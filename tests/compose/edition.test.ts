// What an edition is made of, from the stock and small changes to it.
import { describe, expect, test } from "vitest";
import { directionOf } from "../../scripts/compose/direction.ts";
import { instant, newest } from "../../scripts/compose/time.ts";
import { composed } from "../support/compose.ts";
import { stockText } from "../support/content.ts";

const pack = "packs/visit/pack.yaml";
const annotations = "packs/visit/annotations.yaml";
const source = "packs/visit/sources/tass/source.yaml";
const article = stockText("packs/visit/sources/tass/2023-10-19.txt");
const changed = (path: string, from: string, to: string) => ({ [path]: stockText(path).replace(from, to) });

describe("segments", () => {
  const many = [
    stockText(annotations),
    "- {id: whole, exact: 'We discussed AUKUS and the Quad,\" Lavrov told reporters', note: Overlaps}\n",
    "- {id: across, exact: 'on Thursday. The shipment', note: Crosses blocks}\n",
    "- {id: quad, exact: the Quad, note: Within}\n",
    "- {id: straddles, exact: 'Quad,\" Lavrov told reporters on', note: Straddles}\n",
  ].join("");

  test("join up to each block's text, whatever overlaps", async () => {
    const { edition } = await composed({ [annotations]: many });
    const blocks = edition.sources[0]?.blocks ?? [];
    expect(blocks.map(({ segments }) => segments.map(({ text }) => text).join(""))).toEqual(
      article.trim().split("\n"),
    );
    for (const { segments } of blocks) for (const { text } of segments) expect(text).not.toBe("");
  });

  test("open and close each annotation once, and cover its text between", async () => {
    const { edition } = await composed({ [annotations]: many });
    const segments = (edition.sources[0]?.blocks ?? []).flatMap((block) => block.segments);
    for (const { id, text } of edition.annotations) {
      expect(segments.filter(({ opens }) => opens.includes(id))).toHaveLength(1);
      expect(segments.filter(({ closes }) => closes.includes(id))).toHaveLength(1);
      const covered = segments.filter((one) => one.annotations.includes(id)).map((one) => one.text);
      expect(covered.join("").replace(/\s/g, "")).toBe(text?.replace(/\s/g, ""));
    }
  });

  test("name the longest annotation first", async () => {
    const { edition } = await composed({ [annotations]: many });
    const segments = (edition.sources[0]?.blocks ?? []).flatMap((block) => block.segments);
    expect(segments.find(({ text }) => text === "AUKUS")?.annotations).toEqual([
      "whole",
      "discussed",
      "aukus",
    ]);
  });

  test("annotations stand in reading order, notes numbered where their passages end", async () => {
    const { edition } = await composed({ [annotations]: many });
    expect(edition.annotations.map(({ id, note }) => `${id} ${note}`)).toEqual([
      "pyongyang null",
      "whole 2",
      "discussed null",
      "aukus null",
      "quad 1",
      "straddles 3",
      "across 4",
      "was-was 5",
    ]);
    expect(edition.annotations.find(({ id }) => id === "across")).toMatchObject({
      block: "tass-p2",
      paragraph: 2,
      text: "on Thursday. The shipment",
    });
  });

  test("offsets of annotations count code points", async () => {
    const { createHash } = await import("node:crypto");
    const text = `😀😀 ${article}`;
    const sha256 = createHash("sha256").update(text).digest("hex");
    const { edition } = await composed({
      "packs/visit/sources/tass/2023-10-19.txt": text,
      [source]: stockText(source).replace(/sha256: .*/, `sha256: ${sha256}`),
    });
    const [first] = edition.annotations;
    expect([...text].slice(first?.start, first?.end).join("")).toBe("Pyongyang");
  });
});

describe("what a source's terms withhold", () => {
  /** Words under no annotation, and words under one. */
  const bare = "told reporters";
  const quoted = "We discussed AUKUS and the Quad";

  test("full shows everything", async () => {
    const json = JSON.stringify(await composed());
    expect(json).toContain(bare);
    expect(json).toContain(quoted);
  });

  test("excerpts shows what is annotated and nothing else, anywhere", async () => {
    const made = await composed(changed(source, "language: en", "language: en\npublish: excerpts"));
    const json = JSON.stringify(made);
    for (const words of ["told", "shipment", "arrived", "threatens"]) expect(json).not.toContain(words);
    expect(json).toContain(quoted.split(" AUKUS")[0]);
    expect(made.edition.sources[0]?.blocks).toHaveLength(4);
  });

  test("none shows nothing, in annotations neither", async () => {
    const made = await composed(changed(source, "language: en", "language: en\npublish: none"));
    const json = JSON.stringify(made);
    for (const words of ["told", "shipment", "arrived", "threatens", "discussed AUKUS", "was was"]) {
      expect(json).not.toContain(words);
    }
    expect(made.edition.annotations.map(({ text }) => text)).toEqual([null, null, null, null]);
    expect(made.site.people.flatMap(({ uses }) => uses.flatMap(({ passages }) => passages))).toMatchObject([
      { text: null },
    ]);
  });
});

describe("references", () => {
  test("are numbered once each: the pack's own, its boxes', its entries'", async () => {
    const { edition } = await composed();
    expect(edition.references.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "1 Report",
      "2 Joint statement",
      "3 Profile",
    ]);
    expect(edition.citations).toEqual({ report: 1 });
    expect(edition.boxes[0]?.citations).toEqual({ statement: 2 });
    expect(edition.people[0]?.citations).toEqual({ profile: 3 });
    expect(edition.timeline[0]?.references).toEqual([1]);
  });

  test("an address that several records cite has one number", async () => {
    const { edition } = await composed(
      changed("boxes/aukus.md", "https://example.org/statement", "https://example.org/report"),
    );
    expect(edition.references.map(({ title }) => title)).toEqual(["Report", "Profile"]);
    expect(edition.boxes[0]?.citations).toEqual({ statement: 1 });
  });
});

describe("sections", () => {
  test("stand in the order of the contract, those with nothing in them left out", async () => {
    const { edition } = await composed();
    expect(edition.sections).toEqual([
      ...["summary", "key_points", "article", "analysis", "boxes", "people", "timeline", "quotations"],
      "references",
    ]);
  });

  test("a pack of title, date and source has its article", async () => {
    const { edition } = await composed({
      [pack]: "title: A visit\ndate: 2023-10-19\n",
      [annotations]: null,
      "packs/visit/analysis.md": null,
    });
    expect(edition.sections).toEqual(["article"]);
    expect(edition).toMatchObject({
      edition: 1,
      marking: "TLP:CLEAR",
      paper: "A4",
      language: "en",
      yardstick: null,
    });
  });

  test("the pack may order them and leave some out", async () => {
    const own = { [pack]: `${stockText(pack)}sections: [references, summary, assessment]\n` };
    expect((await composed(own)).edition.sections).toEqual(["references", "summary"]);
  });
});

describe("boxes and entries", () => {
  test("boxes that only passages name come after the pack's own", async () => {
    const { edition } = await composed({
      [annotations]: `${stockText(annotations)}- {id: quad, exact: the Quad, box: quad}\n`,
    });
    expect(edition.boxes.map(({ id, passages }) => [id, passages])).toEqual([
      ["aukus", ["aukus"]],
      ["quad", ["quad"]],
    ]);
  });

  test("what came after is apart from the body, without its heading", async () => {
    const [box] = (await composed()).edition.boxes;
    expect(box?.body).toBe("Three states agreed on submarines [@statement].");
    expect(box?.since).toBe("A second agreement followed.");
  });

  test("an affiliation that is no id is a name, even one that JavaScript knows", async () => {
    for (const [written, affiliation] of [
      ["tass", { id: "tass", name: "TASS" }],
      ["A ministry", { id: null, name: "A ministry" }],
      ["constructor", { id: null, name: "constructor" }],
    ] as const) {
      const people = changed("register/people.yaml", "affiliation: tass", `affiliation: ${written}`);
      expect((await composed(people)).edition.people[0]?.affiliation).toEqual(affiliation);
    }
  });

  test("only what the pack uses is in its edition; the site has it all", async () => {
    const { edition, site } = await composed();
    expect(edition.terms).toEqual([]);
    expect(site.terms.map(({ entry, uses }) => [entry.id, uses.length])).toEqual([["drills", 0]]);
  });

  test("a yardstick is printed when a likelihood uses it", async () => {
    expect((await composed()).edition.yardstick?.name).toBe("PHIA");
    const unused = changed(pack, "    likelihood: likely\n", "");
    expect((await composed(unused)).edition.yardstick).toBeNull();
  });
});

describe("time", () => {
  test("is the newest date of the pack's own records", async () => {
    expect((await composed()).edition.time).toBe("2023-10-20T00:00:00Z");
    const later = changed("register/people.yaml", "as_of: 2023-10-19", "as_of: 2024-02");
    expect((await composed(later)).edition.time).toBe("2024-02-01T00:00:00Z");
    const unused = { "register/terms.yaml": "drills:\n  name: Trilateral drills\n  as_of: 2025\n" };
    expect((await composed(unused)).edition.time).toBe("2023-10-20T00:00:00Z");
  });

  test("is what the build was told", async () => {
    const { edition, site } = await composed({}, "2030-01-01T00:00:00Z");
    expect([edition.time, site.time]).toEqual(["2030-01-01T00:00:00Z", "2030-01-01T00:00:00Z"]);
  });

  test.each([
    ["2023", "2023-01-01T00:00:00Z"],
    ["2023-10", "2023-10-01T00:00:00Z"],
    ["2023-10-19", "2023-10-19T00:00:00Z"],
    ["2023-10-19T08:30:00+09:00", "2023-10-18T23:30:00Z"],
  ])("%s is %s", (date, time) => expect(instant(date)).toBe(time));

  test("of several the newest", () => {
    expect(newest(["2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "2022-01-01T00:00:00Z"])).toBe(
      "2024-01-01T00:00:00Z",
    );
    expect(newest([])).toBe("1970-01-01T00:00:00Z");
  });
});

test.each([
  ["en", "ltr"],
  ["ar", "rtl"],
  ["fa-IR", "rtl"],
  ["he", "rtl"],
  ["ur", "rtl"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
  ["ko", "ltr"],
])("%s is written %s", (language, direction) => expect(directionOf(language)).toBe(direction));

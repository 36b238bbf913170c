// Speakers that are organisations: named and signed as people are, and the source's own agency told apart from those that it reports.
import { describe, expect, it } from "vitest";
import { sharesOf } from "../../scripts/figures/bars.ts";
import type { Edition, Entry } from "../../scripts/model/edition.ts";
import { labelsFor } from "../../templates/labels/labels.ts";
import { briefingPage } from "../../templates/pages/briefing.ts";
import { sourcePage } from "../../templates/pages/source.ts";
import { printDocument } from "../../templates/print/document.ts";
import { full } from "./edition/editions.ts";
import { markUp } from "./edition/mark-up.ts";

const agency: Entry = {
  ...(full.people[0] as Entry),
  kind: "organisation",
  id: "agency",
  name: "News Agency",
  aliases: [],
};
const ministry: Entry = { ...agency, id: "ministry", name: "Foreign Ministry" };

function edition(publisher: string): Edition {
  const { blocks, annotations } = markUp("s", "It seems so. The ministry said no.", [
    { id: "own", exact: "It seems so", body: { kind: "quotation", speaker: "agency", form: "indirect" } },
    { id: "said", exact: "no", body: { kind: "quotation", speaker: "ministry", form: "direct" } },
  ]);
  const sources = full.sources.slice(0, 1).map((source) => ({ ...source, id: "s", publisher, blocks }));
  const keyPoints = full.keyPoints.map((point) => ({ ...point, support: [] }));
  return {
    ...full,
    sources,
    annotations,
    keyPoints,
    boxes: [],
    timeline: [],
    organisations: [agency, ministry],
  };
}

const { passages, reading } = labelsFor("en");
const render = {
  page: (given: Edition) => String(briefingPage(given, { pdf: false })),
  source: (given: Edition) => String(sourcePage(given)),
  print: (given: Edition) => String(printDocument(given)),
};

describe.each(Object.entries(render))("%s", (medium, written) => {
  const markup = written(edition("News Agency"));

  it("names organisations that speak", () => {
    expect(markup).toContain("Foreign Ministry");
    expect(markup).not.toMatch(/>(agency|ministry)</);
  });

  it("says what is the source's own", () => {
    expect(markup).toMatch(/class="passage quotation indirect own[^"]*"/);
    expect(markup).toContain(reading.own);
    expect(written(edition("Another"))).not.toContain(reading.own);
  });

  it.runIf(medium !== "print")("signs them by their initials", () => {
    expect(markup).toContain('data-siglum="FM"');
    expect(markup).toContain('data-siglum="NA"');
    expect(markup).toContain(passages.direct);
  });
});

it("counts what they say under their names", () => {
  expect(sharesOf(edition("News Agency")).map(({ name }) => name)).toEqual([
    "Foreign Ministry",
    "News Agency",
  ]);
});

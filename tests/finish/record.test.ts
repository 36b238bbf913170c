// Each printed sample is a PDF of record: both standards, the structure of its document, the same bytes each time.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaginator, type Paginator, type Printed } from "../../scripts/paginate/paginate.ts";
import { conformanceFaults } from "../../scripts/verify/conformance.ts";
import { readSubject } from "../../scripts/verify/conformance-subject.ts";
import { structureFaults } from "../../scripts/verify/structure.ts";
import { samples } from "./documents.ts";

let paginator: Paginator;
beforeAll(async () => {
  paginator = await openPaginator();
});
afterAll(() => paginator.close());

describe.each(Object.entries(samples))("%s", (_name, { job, html }) => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await paginator.print(job);
  });

  test("breaks no rule of PDF/UA-1 and PDF/A-3a", async () => {
    expect(conformanceFaults(readSubject(printed.pdf))).toEqual([]);
  });

  test("has the structure of its document", async () => {
    expect(structureFaults(readSubject(printed.pdf), { html, folios: printed.folios })).toEqual([]);
  });

  test("is printed to the same bytes again", async () => {
    const again = await paginator.print(job);
    expect(Buffer.from(again.pdf).equals(printed.pdf)).toBe(true);
  });
});

// No word is lost or printed twice, and every fact of the PDF holds, in the documents known to go wrong.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { examine, job } from "./documents.ts";
import { LOSS_CASES } from "./loss-cases.ts";

let paginator: Paginator;
beforeAll(async () => {
  paginator = await openPaginator();
}, 60_000);
afterAll(() => paginator.close());

describe("nothing is lost", () => {
  test.each(Object.entries(LOSS_CASES))("%s", { timeout: 30_000 }, async (_name, [body, style]) => {
    const { words, faults } = await examine(paginator, job(body, style));
    expect(words.missing).toEqual([]);
    expect(words.extra).toEqual([]);
    expect(faults).toEqual([]);
  });
});

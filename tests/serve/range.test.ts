// Parts of files as viewers of PDFs ask for them.
import { expect, test } from "vitest";
import { rangeOf } from "../../scripts/serve/range.ts";

/** Header, length of the file, what is sent. */
const cases: readonly (readonly [string | undefined, number, ReturnType<typeof rangeOf>])[] = [
  [undefined, 100, null],
  ["bytes=0-99", 100, { first: 0, last: 99 }],
  ["bytes=0-0", 100, { first: 0, last: 0 }],
  ["bytes=10-19", 100, { first: 10, last: 19 }],
  ["bytes=90-", 100, { first: 90, last: 99 }],
  ["bytes=90-5000", 100, { first: 90, last: 99 }],
  ["bytes=-10", 100, { first: 90, last: 99 }],
  ["bytes=-500", 100, { first: 0, last: 99 }],
  ["bytes=-0", 100, "none"],
  ["bytes=100-", 100, "none"],
  ["bytes=0-", 0, "none"],
  ["bytes=-1", 0, "none"],
  ["bytes=20-10", 100, null],
  ["bytes=0-1,5-6", 100, null],
  ["bytes=-", 100, null],
  ["lines=0-1", 100, null],
  ["bytes=0x1-2", 100, null],
  [`bytes=${"9".repeat(400)}-`, 100, null],
];

test.each(cases)("%s of %i bytes", (header, length, range) => {
  expect(rangeOf(header, length)).toEqual(range);
});

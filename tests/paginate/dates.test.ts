// The finish of a print changes no length, and the same two things each time.

import { expect, test } from "vitest";
import { finish } from "../../scripts/paginate/dates.ts";

const PDF = Buffer.from(
  "/CreationDate (D:20261123120708+00'00')\n/ModDate (D:20261123120708+00'00')\n/ID (node00000412)/ID (node00000007)[(node00000412)]",
);

test("dates are those asked for, and nodes are counted in the order of the file", () => {
  const done = Buffer.from(finish(PDF, "2023-10-19T10:11:12Z"));
  expect(done.toString("latin1")).toBe(
    "/CreationDate (D:20231019101112+00'00')\n/ModDate (D:20231019101112+00'00')\n/ID (node00000001)/ID (node00000002)[(node00000001)]",
  );
  expect(done.length).toBe(PDF.length);
  expect(Buffer.from(finish(done, "2023-10-19T10:11:12Z")).equals(done)).toBe(true);
});

test("a time that is none is refused", () => {
  expect(() => finish(PDF, "yesterday")).toThrow(/Not a time/);
});

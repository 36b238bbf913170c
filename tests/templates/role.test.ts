// A role and an affiliation on one line: a name is not said twice, and leads to its page wherever it stands.
import { expect, test } from "vitest";
import { roleWithin } from "../../templates/parts/role.ts";

test.each([
  ["Member of the State Duma", "State Duma", 'Member of the <a href="x">State Duma</a>'],
  ["Spokesman", "The Kremlin", 'Spokesman, <a href="x">The Kremlin</a>'],
  ["NATOist", "NATO", 'NATOist, <a href="x">NATO</a>'],
  ["وزير خارجية سهيلة", "سهيلة", 'وزير خارجية <a href="x">سهيلة</a>'],
  ["A & <b>B</b>", "<b>B</b>", 'A &amp; <a href="x">&lt;b&gt;B&lt;/b&gt;</a>'],
  ["Minister", null, "Minister"],
  [null, "Ministry", '<a href="x">Ministry</a>'],
  [null, null, ""],
])("%s, %s", (role, affiliation, expected) => {
  expect(String(roleWithin(role, affiliation, "x", ", "))).toBe(expected);
});

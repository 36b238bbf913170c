// Documents made at random from everything that breaks over pages: no word is lost in any of them.

import { afterAll, beforeAll, expect, test } from "vitest";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { examine, job, times, wordMaker } from "./documents.ts";

let paginator: Paginator;
beforeAll(async () => {
  paginator = await openPaginator();
});
afterAll(() => paginator.close());

/** The same numbers for the same seed, on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

function randomDocument(seed: number): string {
  const roll = dice(seed);
  const { words, note } = wordMaker();
  const sometimes = (sides: number, text: () => string) => (roll(sides) ? "" : text());
  const cell = () => `<td>${words(1 + roll(60))}${sometimes(6, () => note(10))}</td>`;
  const item = () =>
    `<li>${words(5 + roll(40))}${sometimes(4, () => note(15))}${sometimes(3, () => block(0))}</li>`;
  const makers: readonly ((depth: number) => string)[] = [
    () => `<p>${words(10 + roll(120))}${sometimes(3, () => note(3 + roll(60)))} ${words(roll(60))}</p>`,
    () => `<p>${words(40 + roll(40))}${note(3 + roll(90))}</p>`,
    () => `<p>${words(200 + roll(300))}</p>`,
    () => `<h2>${words(1 + roll(6))}${sometimes(5, () => note(6))}</h2>`,
    () => `<dl><dt>${words(3)}</dt><dd>${words(20 + roll(50))}</dd></dl>`,
    (depth) => `<div class="box">${block(depth)}${block(depth)}${block(depth)}</div>`,
    () => `<ul>${times(2 + roll(8), item)}</ul>`,
    () =>
      `<table><thead><tr><th>Alpha</th><th>Beta</th></tr></thead><tbody>${times(2 + roll(20), () => `<tr>${cell()}${cell()}</tr>`)}</tbody></table>`,
    (depth) => `<blockquote>${block(depth)}${block(depth)}</blockquote>`,
    (depth) => `<section>${block(depth)}${block(depth)}${block(depth)}</section>`,
  ];
  function block(depth: number): string {
    const make = makers[roll(depth > 0 ? makers.length : 5)];
    return make ? make(depth - 1) : "";
  }
  return times(40, () => block(2));
}

test.each(Array.from({ length: 30 }, (_none, index) => index * 7919 + 1))("document %i", async (seed) => {
  const style = seed % 3 ? "" : "p { text-align: justify }";
  const { words, faults } = await examine(paginator, job(randomDocument(seed), style));
  expect(words.missing).toEqual([]);
  expect(words.extra).toEqual([]);
  expect(faults).toEqual([]);
});

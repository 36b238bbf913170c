// Documents in which Paged.js 0.4.3 by itself loses words, prints them twice or gives up, and their neighbours.

import { times, wordMaker } from "./documents.ts";

const { words, note } = wordMaker();

const HEAD = "<thead><tr><th>Alpha</th><th>Beta</th></tr></thead>";

function nested(depth: number): string {
  return depth ? `<ul>${times(3, () => `<li>${words(15)}${nested(depth - 1)}</li>`)}</ul>` : "";
}

function rows(count: number, left: number, right: number): string {
  return times(count, () => `<tr><td>${words(left)}</td><td>${words(right)}</td></tr>`);
}

/** name → body, style. */
export const LOSS_CASES: Readonly<Record<string, readonly [body: string, style?: string]>> = {
  "paragraphs of 8,000 characters": [
    times(4, (n) => `<section id="s${n}"><h1>${words(2)}</h1><p>${words(1500)}</p></section>`),
    "h1 { break-before: page }",
  ],
  "text that repeats itself": [`<p>${"lorem ipsum dolor sit amet ".repeat(800)}</p>`],
  "short texts that are alike": [
    times(
      12,
      () => `<p>the <em>the</em> and <b>and</b> ${"the and ".repeat(90)}<i>the</i>${note(4)} and</p>`,
    ),
  ],
  "blocks that begin with one letter or number": [
    `<article>${times(
      40,
      (n) => `<p>${words(40)}</p><p><strong>${n + 1}.</strong> ${words(9)}</p><p><em>A</em> ${words(4)}</p>`,
    )}</article>`,
  ],
  "a word longer than a page": [
    `<p>${words(30)}</p><p style="overflow-wrap: anywhere">${"x".repeat(8000)}</p><p>${words(9)}</p>`,
  ],
  "many notes of many lengths": [
    times(
      40,
      (n) => `<p>${words(30)}${note(10 + (n % 30))} ${words(30)}${note(5 + (n % 50))} ${words(20)}.</p>`,
    ),
  ],
  "a note longer than a page": [`<p>${words(60)}${note(2500)} ${words(100)}</p><p>${words(900)}</p>`],
  "a note on the last page": [`<p>${words(480)}${note(200)}</p>`],
  "notes at the very end": [`<p>${words(640)}</p><p>${words(50)}${note(30)} ${words(20)}${note(40)}</p>`],
  "a last page of notes only": [`<p>${words(20)}${note(1400)}</p>`],
  "notes before a forced break": [
    `<p>${words(550)}${note(400)}</p><h1 style="break-before: page">${words(2)}</h1><p>${words(20)}</p>`,
  ],
  "notes before a right-hand page": [
    times(3, () => `<h1>${words(2)}</h1><p>${words(100)}${note(40)}</p>`),
    "h1 { break-before: right }",
  ],
  "notes in headings": [times(20, () => `<h2>${words(4)}${note(30)}</h2><p>${words(100)}</p>`)],
  "notes in a list": [
    `<ol>${times(60, (n) => `<li>${words(34)}${n % 3 ? "" : note(12)} ${words(9)}</li>`)}</ol>`,
  ],
  "notes in a table": [
    `<table>${HEAD}<tbody>${times(60, (n) => `<tr><td>${words(14)}</td><td>${words(20)}${n % 4 ? "" : note(12)}</td></tr>`)}</tbody></table>`,
  ],
  "notes in boxes": [
    times(
      12,
      () =>
        `<p>${words(60)}${note(30)}</p><div class="box"><h2>${words(3)}</h2><p>${words(90)}${note(20)}</p></div>`,
    ),
  ],
  "deep lists over breaks": [nested(5)],
  "a table of many rows": [`<table>${HEAD}<tbody>${rows(200, 4, 10)}</tbody></table><p>${words(30)}</p>`],
  "tall table cells": [`<table>${HEAD}<tbody>${rows(6, 400, 40)}</tbody></table>`],
  "a table cell taller than a page": [
    `<table>${HEAD}<tbody>${rows(1, 1800, 40)}${rows(1, 18, 40)}</tbody></table>`,
  ],
  "a box taller than a page": [
    `<p>${words(30)}</p><div class="box"><h2>${words(3)}</h2>${times(30, () => `<p>${words(60)}</p>`)}</div>`,
  ],
  "a figure taller than a page": [
    `<p>${words(30)}</p><figure><svg width="400" height="2000" viewBox="0 0 400 2000"><text x="20" y="1000">${words(1)}</text></svg><figcaption>${words(10)}</figcaption></figure><p>${words(300)}</p>`,
  ],
  "headings at the end of sections before headings": [
    times(
      60,
      (n) =>
        `<blockquote><section><p>${words(40 + ((n * 13) % 70))}</p><h2>${words(3)}</h2></section></blockquote><h2>${words(4)}</h2><p>${words(60)}</p>`,
    ),
  ],
  "lines of code": [`<pre>${times(200, () => `${words(5)}\n`)}</pre>`],
};

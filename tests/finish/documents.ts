// Small print documents in several scripts, each with what makes structure hard: breaks, notes, tables, lists, figures.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Facts } from "../../scripts/paginate/finish/facts.ts";
import type { PrintJob } from "../../scripts/paginate/paginate.ts";

const STYLE = `
@page { size: A4; margin: 30mm;
  @top-left { content: string(title) }
  @bottom-right { content: counter(page) " / " counter(pages) } }
@page cover { @top-left { content: none } @bottom-right { content: none } }
body { font: 11pt/16pt Text }
.cover { page: cover; break-after: page }
h1 { string-set: title content(text) }
h1, h2, h3 { break-after: avoid }
p { margin: 0 0 8pt; orphans: 2; widows: 2 }
td, th { vertical-align: top; text-align: start }
.box { background: #eee; padding: 6pt }
.footnote { float: footnote; font-size: 8pt; line-height: 11pt }
.footnote::footnote-call { font-size: 7pt; vertical-align: super; line-height: 0 }
.apart { display: block }
`;

export type Sample = { readonly job: PrintJob; readonly html: string };

function folder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`));
}

/** The faces of a font package that have a letter of `text`, as a sheet and its files. */
function faces(name: string, text: string): { css: string; files: [string, Uint8Array][] } {
  const css = readFileSync(join(folder(name), "400.css"), "utf8");
  const needed = [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].filter(([rule]) => {
    const ranges = /unicode-range:\s*([^;]*)/.exec(rule)?.[1]?.split(",") ?? [];
    return ranges.some((range) => {
      const [first = 0, last = first] = range
        .trim()
        .slice(2)
        .split("-")
        .map((digits) => Number.parseInt(digits, 16));
      return [...text].some(
        (char) => (char.codePointAt(0) ?? 0) >= first && (char.codePointAt(0) ?? 0) <= last,
      );
    });
  });
  const rules = needed.map(([rule]) =>
    rule.replace(/font-family:[^;]*/, "font-family: Text").replace(/,\s*url\([^)]*\) format\('woff'\)/, ""),
  );
  const names = rules.flatMap((rule) => /url\(\.\/(files\/[^)]*)\)/.exec(rule)?.[1] ?? []);
  return { css: rules.join("\n"), files: names.map((one) => [one, readFileSync(join(folder(name), one))]) };
}

export function sample(name: string, lang: string, fonts: readonly string[], body: string): Sample {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${name}</title><link rel="stylesheet" href="print.css"></head><body>${body}</body></html>`;
  const loaded = fonts.map((font) => faces(font, body));
  const css = new TextEncoder().encode(loaded.map((one) => one.css).join("\n") + STYLE);
  const files = new Map<string, Uint8Array>([["print.css", css], ...loaded.flatMap((one) => one.files)]);
  const facts: Facts = {
    title: name,
    language: lang,
    direction: lang === "ar" ? "rtl" : "ltr",
    author: "The desk",
    subject: "A <sample> & more",
    time: "2023-10-19T08:30:00Z",
    words: { note: (number) => `Note ${number}`, page: "page" },
    attachments: [
      {
        name: "pack.json",
        mediaType: "application/json",
        relationship: "Data",
        description: "The pack",
        bytes: Buffer.from("{}"),
      },
      {
        name: "a-source.txt",
        mediaType: "text/plain",
        relationship: "Source",
        description: "The source",
        bytes: Buffer.from("words"),
      },
    ],
  };
  return { job: { name, html, files, facts }, html };
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_none, index) => make(index + 1)).join("\n");
}

export function latin(paragraphs: number, rows: number, items: number): string {
  return `
<header class="cover"><h1>On harbours</h1><p>Words <strong>of weight</strong> and <em>of stress</em>.</p></header>
<nav id="contents"><h2>Contents</h2><ol>
<li><a href="#one"><span>First part</span> <span data-page-of="one"></span></a><ol><li><a href="#box">Box <span data-page-of="box"></span></a></li></ol></li>
<li><a href="#two"><span>Second part</span> <span data-page-of="two"></span></a></li></ol></nav>
<main><section id="one"><h2>First part</h2>
${times(paragraphs, (n) => `<p id="p${n}">Paragraph ${n} speaks at some length of ships, cranes and quays, so that its lines break more than once, and names <span lang="ru">Сергей Лавров</span> and <a href="#p${(n % paragraphs) + 1}">another paragraph</a>, <code>code-${n}</code>, well-known words<span class="footnote">Note of paragraph ${n} with <em>stress</em>, a <a href="https://example.org/${n}">link to a page</a>, and words enough to fill more than one line at the foot of the page.</span>, and so ends.</p>`)}
<figure><svg role="img" width="200" height="60" viewBox="0 0 200 60"><title>Two bars</title><desc>One is longer</desc><rect width="150" height="20"/><rect y="30" width="90" height="20"/><text x="4" y="14" fill="#fff">Long</text></svg><figcaption>The bars</figcaption></figure>
<aside class="box" id="box"><h3>A box</h3><p>Explains what the passage only names.</p><ul><li>first</li><li>second <ul><li>inner</li></ul></li></ul></aside>
</section>
<section id="two"><h2>Second part</h2>
<table><thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Note</th></tr></thead><tbody>
${times(rows, (n) => `<tr><th scope="row">Person ${n} <span class="apart">as of ${n}</span></th><td>${n % 7 ? `Role number ${n}` : ""}</td><td>Said <a href="#p1">this</a>.</td></tr>`)}
</tbody></table>
<ol start="3">${times(items, (n) => `<li><p>Item ${n} of a list that goes on over the page, as lists do when they are long.</p>${n === 2 ? "<ol><li>within</li><li>within too</li></ol>" : ""}</li>`)}</ol>
<dl><dt>Publisher</dt><dd>A house</dd><dt>Licence</dt><dd>Free</dd></dl>
<blockquote><p>Quoted words.</p></blockquote>
</section></main>`;
}

const ARABIC = `
<main dir="rtl"><h1>ميناء سُهيلة</h1>
${times(6, (n) => `<p>تتوقع السلطة أن ترتفع الحركة من ٤٠٠٬٠٠٠ حاوية في العام إلى ٥٥٠٬٠٠٠ حاوية بحلول عام ٢٠٢٤ (PHIA 10–20%)، كما قال <a href="#t">كريم النعمان</a> في 4 مايو 2022 عن <bdi lang="en" dir="ltr">Port Authority Ltd.</bdi> وغيرها<span class="footnote" lang="ar" dir="rtl">تقدير ${n} من السلطة نفسها [1].</span>، ثم سكت.</p>`)}
<ol><li>بند أول</li><li>بند ثانٍ</li></ol>
<table id="t"><thead><tr><th scope="col">الاسم</th><th scope="col">الصفة</th></tr></thead><tbody><tr><th scope="row">ليلى الصبّاغ</th><td>مديرة الميناء (خيالية)</td></tr></tbody></table>
</main>`;

/** Links and terms within lines that run both ways, breaking wherever they come to. */
const BOTH_WAYS = `
<main dir="rtl"><h1>تحالف AUKUS</h1>
${times(
  18,
  (n) =>
    `<p>${"وصل الوفد إلى الميناء ".repeat(n % 6)}${"قال ".repeat(n)}. On <a href="#t">${n} box-len ${n}</a> nothing was said. وأضاف أن <span>حلف</span> <em>NATO</em> و<a href="#t">الاتحاد</a> (EU) لم يردّا، 12,5% <b>من</b> 2023، Royal Navy talks on المحيط<span class="footnote" dir="rtl">عن Reuters وكالة ${n}.</span>. ثم سكت.</p><p dir="ltr" lang="en">They said “محادثات الميناء” at <a href="#t">الميناء 12</a> and <em>שר החוץ</em> spoke ${"of it ".repeat(n)}, edition ${n}.</p>`,
)}
<p id="t">نهاية</p></main>`;

const JAPANESE = `
<main><h1>港の話</h1>
${times(5, (n) => `<p>第${n}段落。港では新しい岸壁が完成し、船の数が増えると見込まれている。漁師たちは「岸壁に反対しているのではなく、浜が忘れられることに反対している」と述べ、<span lang="en">Port Authority</span>は答えなかった<span class="footnote">注${n}の文。日付は示されていない。</span>。</p>`)}
<ul><li>一つ目</li><li>二つ目</li></ul></main>`;

/** All that the large one has, on few pages: for tests that change one thing each. */
export const small = sample("On harbours", "en", ["source-serif-4"], latin(3, 2, 3));

export const samples: Readonly<Record<string, Sample>> = {
  latin: sample("On harbours", "en", ["source-serif-4"], latin(9, 48, 40)),
  arabic: sample("ميناء", "ar", ["noto-naskh-arabic", "source-serif-4"], ARABIC),
  "both ways": sample("تحالف", "ar", ["noto-naskh-arabic", "noto-serif-hebrew", "source-serif-4"], BOTH_WAYS),
  japanese: sample("港", "ja", ["noto-serif-jp"], JAPANESE),
};

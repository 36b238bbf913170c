// The style sheet of the benchmark's documents: like the print style of packs, in CSS that every contestant reads.

export const STYLE = `
@font-face { font-family: Serif; src: url(fonts/serif.woff2) }
@font-face { font-family: Serif; font-weight: 600; src: url(fonts/serif-bold.woff2) }
@font-face { font-family: Sans; src: url(fonts/sans.woff2) }
@page { size: 210mm 297mm; margin: 27mm 34mm 27mm 40mm;
  @top-left { content: string(title); font: 8.5pt Sans }
  @top-right { content: "TLP:GREEN"; font: 600 12pt Sans }
  @bottom-center { content: counter(page) " of " counter(pages); font: 8.5pt Sans }
  @bottom-right { content: "TLP:GREEN"; font: 600 12pt Sans }
  @footnote { border-top: 0.4pt solid #000; margin-top: 4mm; padding-top: 2mm } }
@page cover { @top-left { content: none } }
html { font: 10.5pt/14.5pt Serif; color: #000; font-variant-numeric: oldstyle-nums; font-variant-ligatures: no-common-ligatures }
body { margin: 0 }
p, ul, ol, table { margin: 0 0 5pt }
p, li { orphans: 2; widows: 2 }
a { color: #000; text-decoration: none }
h1, h2, h3 { font-weight: 600; margin: 0; break-after: avoid; break-inside: avoid }
h1 { font-size: 30pt; line-height: 34pt; margin-top: 44mm }
h2 { font-size: 16pt; line-height: 19pt; margin: 0 0 8pt; padding-top: 5pt; border-top: 0.6pt solid #000; string-set: title content(text) }
h3 { font-size: 11pt }
.cover { page: cover; break-after: page }
.chapter { break-before: page }
.contents ol, .index ul { list-style: none; padding: 0 }
.contents a { display: flex; justify-content: space-between; border-bottom: 0.4pt solid #bbb }
.paragraph { position: relative }
.number { position: absolute; inset-inline-start: -8mm; width: 5mm; text-align: end; font: 8.5pt Sans; color: #444 }
.quotation { text-decoration: underline 0.5pt; text-underline-offset: 2.2pt }
.footnote { float: footnote; font: 8.5pt/11.5pt Sans; margin: 0 0 2pt }
.footnote::footnote-call { font: 7.5pt Sans; line-height: 0; vertical-align: 4pt }
.footnote::footnote-marker { font-weight: 600 }
.box { margin: 8pt -4mm 10pt; padding: 6pt 4mm 7pt; border-top: 1.2pt solid #8c7a4f; background: #f3f0e8; font-size: 9.5pt; line-height: 13pt; break-inside: avoid }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 12pt }
td, th { text-align: start; vertical-align: baseline; padding: 3pt 8pt 3pt 0; border-bottom: 0.4pt solid #bbb }
tr { break-inside: avoid }
.index li { font-size: 9pt; line-height: 12pt; break-inside: avoid }
`;

/** Added for contestants that fill page numbers themselves. */
export const TARGETS = 'a.to::after { content: " " target-counter(attr(href), page) }';

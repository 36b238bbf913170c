// Where soft hyphens stand in a print document, and where they never do; `·` shows them.
import { expect, test } from "vitest";
import { hyphenatorFor } from "../../scripts/read/hyphenation.ts";
import { hyphenateProse } from "../../scripts/render/hyphenation.ts";

function shown(body: string, language = "en", names: readonly string[] = []): string {
  const html = `<html lang="${language}"><body>${body}</body></html>`;
  const done = hyphenateProse(html, hyphenatorFor, names);
  expect(done.replaceAll("\u00AD", "")).toBe(html);
  return done.slice(done.indexOf("<body>") + 6, done.indexOf("</body>")).replaceAll("\u00AD", "·");
}

const prose = (text: string) => `<div class="prose"><p>${text}</p></div>`;

test.each([
  ["en", "the establishment of cooperation", "the estab·lish·ment of cooper·a·tion"],
  ["en-US", "a democratization", "a democ·ra·ti·za·tion"],
  ["de", "die Zusammenarbeit", "die Zusam·men·ar·beit"],
  ["fr", "les gouvernements", "les gou·ver·ne·ments"],
  ["ru", "правительство", "пра·ви·тель·ство"],
  ["pl", "przedstawicielstwo", "przed·sta·wi·ciel·stwo"],
  ["el", "διαπραγματεύσεις", "δια·πραγ·μα·τεύ·σεις"],
  ["ar", "المفاوضات", "المفاوضات"],
  ["th", "การเจรจาต่อรองกันอย่างยาวนาน", "การเจรจาต่อรองกันอย่างยาวนาน"],
  ["xx", "establishment", "establishment"],
])("in %s: %s", (language, text, expected) => {
  expect(shown(prose(text), language)).toBe(prose(expected));
});

test.each([
  ["capitals", prose("Establishment ESTABLISHMENT")],
  ["addresses", prose("https://example.org/establishment info@establishment.org www.establishment.org")],
  ["words with figures or hyphens", prose("establishment2 self-establishment establishment_two")],
  ["code", prose("<code>establishment</code>")],
  ["headings", '<div class="prose"><h3>the establishment</h3></div>'],
  ["tables", '<div class="prose"><table><tr><td><p>establishment</p></td></tr></table></div>'],
  [
    "names in the source",
    '<div class="paragraph"><p><a class="passage names-person">establishment</a></p></div>',
  ],
  ["names of other scripts", prose("<bdi>establishment</bdi>")],
  ["preformatted text", '<div class="paragraph preformatted"><pre>establishment</pre></div>'],
  ["what is no running text", "<p>establishment</p>"],
  ["another language without patterns", prose('<span lang="ko">establishment</span>')],
  ["attributes", '<div class="prose"><p title="the establishment">of</p></div>'],
])("never in %s", (_, body) => {
  expect(shown(body)).toBe(body);
});

test("names of the register stay whole wherever they stand", () => {
  expect(shown(prose("establishment"), "en", ["The Establishment"])).toBe(prose("establishment"));
});

test.each([
  [
    "entities",
    prose("&quot;establishment&quot;, l&#39;establishment"),
    prose("&quot;estab·lish·ment&quot;, l&#39;establishment"),
  ],
  ["marks", prose("<em>establishment</em>."), prose("<em>estab·lish·ment</em>.")],
  [
    "notes",
    'x<span class="footnote" lang="en">establishment</span>',
    'x<span class="footnote" lang="en">estab·lish·ment</span>',
  ],
  [
    "another language",
    prose('<span lang="de">Zusammenarbeit</span>'),
    prose('<span lang="de">Zusam·men·ar·beit</span>'),
  ],
])("beside %s", (_, body, expected) => {
  expect(shown(body)).toBe(expected);
});

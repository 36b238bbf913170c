// What has no place to break stays on the paper all the same, wherever it stands in a pack, and none of it is lost.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { findingLines } from "../support/content.ts";
import { findingsOf, packWith } from "../support/print.ts";

let paginator: Paginator;
beforeAll(async () => {
  paginator = await openPaginator();
}, 60_000);
afterAll(() => paginator.close());

const WORD = letters(300);
const URL = `https://example.org/${letters(120)}/${letters(120)}?q=${letters(140)}`;
const THAI = "รัฐมนตรีต่างประเทศเดินทางถึงเมืองหลวงและหารือเรื่องการฝึกกับผู้นำ".repeat(12);
const CHINESE = "外交部长抵达首都并与领导层讨论了上周的演习情况".repeat(20);
const KOREAN = "외무장관이수도에도착하여지난주국가지도부와훈련에대해논의한뒤".repeat(10);
const ARABIC = "وزيرالخارجيةوصلإلىالعاصمةوناقشالمناورات".repeat(8);

test.each(["A4", "Letter"])("a pack of what cannot be broken, on %s", { timeout: 60_000 }, async (paper) => {
  const prose = (text: string) =>
    [
      `Before ${text} after.`,
      `- item ${text} end\n- next`,
      `> quoted ${text} end`,
      `| Name | What |\n| --- | --- |\n| ${text} | short |\n| short | ${text} |`,
      `\`\`\`\n${text} ${text}\n\`\`\``,
    ].join("\n\n");
  const pack = await packWith({
    "packs/visit/pack.yaml": [
      `title: A visit ${letters(90)}`,
      `subtitle: ${letters(120)}`,
      "date: 2023-10-19",
      `paper: ${paper}`,
      "yardstick: PHIA",
      `summary: The visit ${WORD} prepared another [@report].`,
      `key_points:\n  - text: Another ${WORD} visit is likely.\n    likelihood: likely`,
      `timeline:\n  - {date: 2023-10-18, title: "Arrival ${WORD}", text: "${URL}"}`,
      `references:\n  - {id: report, title: "Report ${WORD}", url: "${URL}", note: ${letters(150)}}`,
      "",
    ].join("\n"),
    "packs/visit/annotations.yaml": `- {id: p, exact: Pyongyang, place: pyongyang}\n- {id: n, exact: tonnes, note: "See ${URL} and ${WORD}."}\n- {id: a, exact: AUKUS, suffix: and, box: aukus}\n`,
    "packs/visit/analysis.md": `${[WORD, URL, THAI, CHINESE, KOREAN, ARABIC].map(prose).join("\n\n")}\n`,
    "boxes/aukus.md": `---\ntitle: AUKUS ${letters(80)}\n---\n\n${prose(WORD)}\n\n${prose(THAI)}\n`,
    "register/places.yaml": `pyongyang:\n  name: Pyongyang ${letters(100)}\n  native_name: {text: ${THAI.slice(0, 200)}, lang: th}\n  role: ${letters(140)}\n  note: "${URL}"\n`,
  });
  expect(findingLines(await findingsOf(paginator, pack))).toBe("");
});

/** Letters that repeat themselves only after a long while. */
function letters(count: number): string {
  let state = count;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(97 + ((state >> 8) % 26));
  }).join("");
}

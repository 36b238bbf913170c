// Packs beside the real ones: one with nothing optional, one in many scripts, and one whose words its terms withhold.
import { createHash } from "node:crypto";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { produce } from "../../scripts/produce.ts";

/** Words of a source that may be shown in excerpts alone; they stand outside the excerpt. */
export const withheldWords = "Quintessential marmalade";

/** What is looked for, in the script of a source, and the fragment of the passage that has it. */
export const sought: readonly (readonly [language: string, query: string, fragment: string])[] = [
  ["zh", "朝鲜半岛", "zh-p2"],
  ["zh", "无核", "zh-p2"],
  ["ja", "首相官邸", "ja-p1"],
  ["ja", "ミサイル", "ja-p1"],
  ["th", "ประเทศไทย", "th-p1"],
  ["ko", "정상회담", "ko-p1"],
  ["ko", "평양", "ko-p1"],
  ["ru", "переговоры", "ru-p1"],
  ["ru", "Лавров", "ru-p1"],
  ["ar", "الميناء", "ar-p1"],
  ["ar", "ميناء", "ar-p1"],
  ["he", "ירושלים", "he-p1"],
  ["hi", "दिल्ली", "hi-p1"],
  ["el", "Αθήνα", "el-p1"],
];

const texts: Readonly<Record<string, string>> = {
  zh: "外交部发言人在北京表示欢迎。\n\n中国支持朝鲜半岛无核化进程，并呼吁各方对话。\n",
  ja: "東京の首相官邸は、ミサイル発射を受けて声明を発表した。\n",
  th: "กระทรวงการต่างประเทศกล่าวว่าประเทศไทยสนับสนุนการเจรจา\n",
  ko: "평양에서 열린 남북정상회담은 이틀 동안 이어졌다.\n",
  ru: "Сергей Лавров сообщил, что переговоры прошли в Пхеньяне.\n",
  ar: "ستستقبل إدارة الميناء أولى السفن في الصيف.\n",
  he: "הפגישה התקיימה אתמול בירושלים בירת המדינה. ירושלים התכוננה לה.\n",
  hi: "बैठक नई दिल्ली में हुई और दो दिन चली।\n",
  el: "Η συνάντηση έγινε στην Αθήνα και η Αθήνα τη χαιρέτισε.\n",
};

/** The real content with these packs beside it, laid out in `folder` and built without PDFs. */
export async function filesWithMore(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  await contentWithMore(folder);
  const wanted = { only: null, pdf: false, baseUrl: null, builtAt: null, jobs: 1 };
  const { files, findings } = await produce(folder, wanted, () => {});
  if (files === null) throw new Error(JSON.stringify(findings, null, 1));
  return files;
}

async function contentWithMore(folder: string): Promise<void> {
  await cp(fileURLToPath(new URL("../../content", import.meta.url)), folder, { recursive: true });
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const source = async (pack: string, id: string, text: string, fields: string) => {
    const sha256 = createHash("sha256").update(text).digest("hex");
    await put(`packs/${pack}/sources/${id}/article.txt`, text);
    await put(
      `packs/${pack}/sources/${id}/source.yaml`,
      `publisher: Wire ${id}\n${fields}revisions: [{file: article.txt, sha256: ${sha256}}]\n`,
    );
  };
  await put("packs/bare/pack.yaml", "title: Bare\ndate: 2021-02-03\n");
  await source("bare", "wire", "One plain paragraph and no more.\n", "");
  await put("packs/scripts/pack.yaml", "title: Many scripts\ndate: 2024-05-06\n");
  for (const [language, text] of Object.entries(texts))
    await source("scripts", language, text, `language: ${language}\n`);
  await put(
    "packs/withheld/pack.yaml",
    "title: '=Withheld, in \"parts\"'\nsubtitle: </script><b>not bold</b> & plain\ndate: 2020-01-02\nmarking: TLP:CLEAR\nsummary: A pack whose source shows an excerpt.\n",
  );
  await source(
    "withheld",
    "wire",
    `An excerpt stands here. ${withheldWords} stands beside it.\n`,
    "publish: excerpts\n",
  );
  await put("packs/withheld/annotations.yaml", "- {id: excerpt, exact: An excerpt, note: Shown.}\n");
}

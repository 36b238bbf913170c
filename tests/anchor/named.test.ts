// Whether a text names somebody: inflected, in part, by another name; and what nobody can tell.
import { expect, test } from "vitest";
import { isNamed } from "../../scripts/anchor/named.ts";

const cases: readonly (readonly [names: readonly string[], text: string, named: boolean])[] = [
  [["Sergey Lavrov"], "Lavrov told reporters that he was ready.", true],
  [["Sergey Lavrov"], "LAVROV told reporters that he was ready.", true],
  [["Anna Berg"], "The envoy told reporters that she was ready.", false],
  [["Anna Berg", "Envoy of Norway"], "The envoy told reporters that she was ready.", true],
  [["Анна Берг"], "The envoy told reporters that she was ready.", true],
  [["Anna Berg", "Анна Берг"], "Посол заявила журналистам, что готова.", false],
  [["Дмитрий Песков"], "По словам Дмитрия Пескова, визит состоится.", true],
  [["Мария Захарова"], "О визите рассказали Захаровой.", true],
  [["كريم النعمان"], "وقال نعمان إن الباب مفتوح.", true],
  [["ليلى الصبّاغ"], "قالت الصباغ إن الرصيف جاهز.", true],
  [["سلمى الحداد"], "قال الوزير إن الميناء مفتوح.", false],
  [["王毅"], "中国外长王毅昨天抵达。", true],
  [["王毅"], "外长昨天抵达。", false],
  [["김정은"], "김정은이 말했다.", true],
  [["Xi Li"], "Then Li spoke of exile.", true],
  [["Müller"], "Herr Mueller und Frau Muller sprachen.", true],
];

test.for(cases)("%s | %s", ([names, text, named]) => {
  expect(isNamed(names, text)).toBe(named);
});

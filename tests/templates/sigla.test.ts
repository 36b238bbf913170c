// The signs of speakers: initials that tell speakers apart in any script.
import { expect, it } from "vitest";
import { siglaOf } from "../../templates/parts/sigla.ts";
import { full } from "./edition/editions.ts";

const [person] = full.people;
const quotation = full.annotations.find(({ body }) => body.kind === "quotation");

function signs(names: readonly string[]): readonly string[] {
  if (person === undefined || quotation === undefined) throw new Error("an empty fixture");
  const sigla = siglaOf({
    ...full,
    people: names.map((name, index) => ({ ...person, id: `p${index}`, name })),
    annotations: names.map((_, index) => ({
      ...quotation,
      body: { kind: "quotation", speaker: `p${index}`, form: "direct" },
    })),
  });
  return [...sigla.values()];
}

it.each([
  [["Dmitry Peskov"], ["DP"]],
  [["Kim Jong Un"], ["KJU"]],
  [["Yun Jong-ho"], ["YJ"]],
  [["Сергей Лавров"], ["СЛ"]],
  [
    ["Andrey Rudenko", "Anna Rudneva", "Alexei Rybakov"],
    ["AR", "AR2", "AR3"],
  ],
  [["ليلى الصبّاغ"], ["ل.ا"]],
  [["王毅"], ["王"]],
  [["1 2"], ["1"]],
])("%j are %j", (names, expected) => {
  expect(signs(names)).toEqual(expected);
});

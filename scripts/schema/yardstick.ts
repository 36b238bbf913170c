// The two published scales of likelihood words, with the range of chance that each word stands for.

/** Professional Head of Intelligence Assessment (UK), and Intelligence Community Directive 203 (US). */
export type YardstickName = "PHIA" | "ICD 203";

type Term = { readonly term: string; readonly also: readonly string[]; readonly range: string };

const term = (name: string, range: string, ...also: string[]): Term => ({ term: name, also, range });

export const yardsticks: Readonly<Record<YardstickName, readonly Term[]>> = {
  PHIA: [
    term("remote chance", "0–5%"),
    term("highly unlikely", "10–20%"),
    term("unlikely", "25–35%"),
    term("realistic possibility", "40–50%"),
    term("likely", "55–75%", "probable"),
    term("highly likely", "80–90%", "highly probable"),
    term("almost certain", "95–100%"),
  ],
  "ICD 203": [
    term("almost no chance", "1–5%", "remote"),
    term("very unlikely", "5–20%", "highly improbable"),
    term("unlikely", "20–45%", "improbable"),
    term("roughly even chance", "45–55%", "roughly even odds"),
    term("likely", "55–80%", "probable"),
    term("very likely", "80–95%", "highly probable"),
    term("almost certain", "95–99%", "nearly certain", "almost certainly"),
  ],
};

/** Every word that a likelihood may be under a yardstick. */
export function likelihoodTerms(name: YardstickName): readonly string[] {
  return yardsticks[name].flatMap(({ term: main, also }) => [main, ...also]);
}

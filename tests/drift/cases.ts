// Reads tests/drift/cases: `#` a pair of texts, `@` their formats, `<` old, `>` new, `=` verdict | exact | counterpart | prefix | suffix.
import { readdirSync, readFileSync } from "node:fs";

export type Case = {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly formats: readonly [string, string];
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly verdict: string;
  readonly counterpart: string | null;
};

const folder = new URL("cases/", import.meta.url);

/** `\n`, `\r` and `\u{…}` stand for the characters. In plain text a line feed parts blocks. */
function unescaped(text: string): string {
  return text
    .replaceAll("\\r", "\r")
    .replaceAll("\\n", "\n")
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}

function casesOf(file: string): readonly Case[] {
  const cases: Case[] = [];
  let [title, before, after] = ["", "", ""];
  let formats: readonly [string, string] = ["txt", "txt"];
  for (const line of readFileSync(new URL(file, folder), "utf8").split("\n")) {
    const text = line.slice(2);
    if (line.startsWith("#")) [title, formats] = [text, ["txt", "txt"]];
    else if (line.startsWith("@")) formats = [text.split(" ")[0] ?? "", text.split(" ")[1] ?? ""];
    else if (line.startsWith("<")) before = unescaped(text);
    else if (line.startsWith(">")) after = unescaped(text);
    else if (line.startsWith("=")) {
      const [verdict = "", exact = "", stands = "", prefix = "", suffix = ""] = text
        .split("|")
        .map((field) => unescaped(field.trim()));
      const gone = verdict === "lost" || verdict === "ambiguous";
      const counterpart = gone ? null : stands || exact;
      const name = `${file} ${title}: ${[prefix, exact, suffix].join(" ").trim()}`;
      cases.push({ name, before, after, formats, exact, prefix, suffix, verdict, counterpart });
    }
  }
  return cases;
}

export const cases: readonly Case[] = readdirSync(folder).sort().flatMap(casesOf);

// The page of the last results: a section for printing and one for the site, each kept until it is measured anew.

const opening = `# Measured

What \`npm run bench -- --write\` measured last, on the machine that each section names; the files of this folder say how.
Ratios are of one run. Load is how many processes wanted a processor when a row began: the higher, the more a clock says
about the others.
`;

/** The page with one of its sections as it is now. `before` is the page as it stands, empty when there is none. */
export function withSection(before: string, title: "Printing" | "Site", text: string): string {
  const kept = new Map(
    [...before.matchAll(/^## (.+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map(([, name = "", body = ""]) => [
      name,
      body.trim(),
    ]),
  );
  kept.set(title, text.trim());
  const sections = ["Site", "Printing"].flatMap((name) => {
    const body = kept.get(name);
    return body === undefined ? [] : [`\n## ${name}\n\n${body}\n`];
  });
  return opening + sections.join("");
}

// The few things that we call in packages that ship no types: the output formats of Citation.js.
declare module "@citation-js/core" {
  export const plugins: {
    readonly config: { get(name: string): { readonly format: Record<string, boolean> } };
    readonly output: {
      format(name: "bibtex" | "ris", data: readonly object[]): string;
      format(
        name: "ris",
        data: readonly object[],
        options: { readonly format: "object" },
      ): readonly Readonly<Record<string, string | readonly string[]>>[];
    };
    readonly input: { chain(text: string): readonly Readonly<Record<string, unknown>>[] };
  };
}
declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-ris" {}

// The few things that we call in packages that ship no types: the output formats of Citation.js.
declare module "@citation-js/core" {
  export const plugins: {
    readonly config: { get(name: string): { readonly format: Record<string, boolean> } };
    readonly output: { format(name: string, data: readonly object[]): string };
  };
}
declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-ris" {}

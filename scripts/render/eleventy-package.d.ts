// The little of Eleventy's programmatic interface that we use; the package ships no types for it.
declare module "@11ty/eleventy" {
  export default class Eleventy {
    constructor(input: string, output: string, options: object);
    disableLogger(): void;
    toJSON(): Promise<unknown>;
    write(): Promise<unknown>;
    readonly writer: { readonly writeCount: number };
  }
}

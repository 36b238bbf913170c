// What the preview and the process that builds for it tell each other.

import type { Count } from "../command/progress.ts";

/** To the builder. */
export type Order =
  /** Paths in the content folder that may have changed; null when any may have. */
  | { readonly kind: "content"; readonly paths: readonly string[] | null }
  /** Styles or scripts of the pages have changed. */
  | { readonly kind: "assets" }
  /** A browser asks for the paged view of a pack. */
  | { readonly kind: "print"; readonly slug: string }
  | { readonly kind: "end" };

/** From the builder. */
export type Report =
  /** Output paths that are other than they were; styles that have a new name, the old one first. */
  | {
      readonly kind: "changed";
      readonly paths: readonly string[];
      readonly styles: readonly (readonly [string, string])[];
    }
  | ({ readonly kind: "built"; readonly rendered: number; readonly milliseconds: number } & News)
  /** The folder of a paged view stands, or there is no such pack. */
  | { readonly kind: "print"; readonly slug: string; readonly folder: string | null }
  | { readonly kind: "progress"; readonly text: string; readonly count?: Count };

/** What browsers are told after a build. */
export type News = { readonly findings: readonly string[]; readonly failure: string | null };

/** What the builder is started with. */
export type BuilderOptions = {
  readonly content: string;
  /** Folder of the site, and of the paged views. */
  readonly output: string;
  readonly views: string;
  readonly pdf: boolean;
  /** Slugs of packs that somebody looks at: theirs are the pages that are built first. */
  readonly first: readonly string[];
};

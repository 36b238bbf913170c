// The published files with their hashes: what anyone needs to check a copy of the site.

export type Manifest = {
  readonly generator: "chancery";
  readonly version: string;
  /** Versions of the engines that shaped the bytes, by name. */
  readonly engines: Readonly<Record<string, string>>;
  /** Every other file of the site, by path. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
};

// Content after validation: narrowed values, each with a way back to its place in the file.

import type { AnnotationFields } from "../schema/annotations.ts";
import type { BoxFields } from "../schema/box.ts";
import type { PackFields } from "../schema/pack.ts";
import type { EntryFields } from "../schema/register.ts";
import type { SiteFields } from "../schema/site.ts";
import type { SourceFields } from "../schema/source.ts";
import type { StoredEdition } from "../schema/stored-edition.ts";
import type { Place } from "./finding.ts";
import type { RegisterName } from "./registers.ts";

/** The bytes of one file. `path` is relative to the content folder, with forward slashes. */
export type ContentFile = { readonly path: string; readonly bytes: Uint8Array };

/** Every regular file of a content folder, by path. */
export type ContentFiles = ReadonlyMap<string, ContentFile>;

/** Where the value at a path of keys and indexes stands in its file; the nearest parent when it stands nowhere. */
export type Locate = (...path: readonly PropertyKey[]) => Place;

/** A narrowed value and where its parts stand. */
export type Located<T> = { readonly value: T; readonly at: Locate };

export type Content = {
  readonly site: Located<SiteFields>;
  readonly people: Located<Readonly<Record<string, EntryFields>>>;
  readonly organisations: Located<Readonly<Record<string, EntryFields>>>;
  readonly places: Located<Readonly<Record<string, EntryFields>>>;
  readonly terms: Located<Readonly<Record<string, EntryFields>>>;
  /** By id. */
  readonly boxes: ReadonlyMap<string, BoxRecord>;
  /** By slug, in the order of their slugs. */
  readonly packs: ReadonlyMap<string, PackRecord>;
};

/** What a pack is composed with besides its own records: nothing but what it asks for. */
export type Lookup = {
  readonly site: SiteFields;
  box(id: string): BoxText | undefined;
  entry(name: RegisterName, id: string): EntryFields | undefined;
};

/** A box without the places of its parts. */
export type BoxText = { readonly value: BoxFields; readonly body: string };

/** `bodyLine` is the line of the file on which the body starts. */
export type BoxRecord = Located<BoxFields> & { readonly body: string; readonly bodyLine: number };

export type PackRecord = {
  readonly slug: string;
  readonly pack: Located<PackFields>;
  readonly annotations: Located<readonly AnnotationFields[]>;
  readonly analysis: { readonly text: string; readonly place: Place } | null;
  /** In the order of their ids; those that are broken are left out. */
  readonly sources: readonly SourceRecord[];
  /** Ids of all its sources, broken ones too. */
  readonly sourceIds: readonly string[];
  /** What its editions said when they were stored, by number. */
  readonly editions: readonly Located<StoredEdition>[];
};

/** One captured state of a source: its bytes, the name of its file, and when it was captured. */
export type RevisionRecord = ContentFile & {
  readonly file: string;
  readonly sha256: string;
  readonly captured: string | null;
};

export type SourceRecord = Located<SourceFields> & {
  readonly id: string;
  /** The newest revision: its file's path and the bytes as captured. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Every captured state, newest last. */
  readonly revisions: readonly RevisionRecord[];
};

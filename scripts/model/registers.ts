// The four registers by name, and what one entry of each is called.
import type { Entry } from "./edition.ts";

/** By the name that its file, its pages' folder and its lists in an edition have, in their order. */
export const entryKinds = {
  people: "person",
  organisations: "organisation",
  places: "place",
  terms: "term",
} as const satisfies Readonly<Record<string, Entry["kind"]>>;

export type RegisterName = keyof typeof entryKinds;

export const registerNames = Object.keys(entryKinds) as readonly RegisterName[];

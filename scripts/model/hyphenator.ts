// How words are broken at the ends of lines, as a type: patterns are read by one stage and used by another.

/** The parts of a word in small letters between which a line may break; the word itself where it may not. */
export type Hyphenator = (word: string) => readonly string[];

// The one declared normalisation under which source and selector are compared, with the way back to the text as it stands.

export type Normalised = {
  readonly text: string;
  /** For each code unit of `text`: where what it stands for starts and ends in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

/** Dropped everywhere: soft hyphen, zero width space, word joiner, zero width no-break space. ZWJ and ZWNJ stay. */
const dropped = /[\u00ad\u200b\u2060\ufeff]/;

/**
 * A letter with all that may compose with it under NFC: marks, conjoining Hangul jamo, the vowel signs of Kirat Rai, and
 * what is dropped, so that a soft hyphen between a letter and its accent does not part them.
 */
const cluster = /[\s\S](?:[\p{M}\u00ad\u200b\u2060\ufeff\u1160-\u11ff\u{16d63}\u{16d67}-\u{16d6a}])*/uy;

/**
 * NFC; the four invisible characters dropped; single quotation marks `'`, double ones `"`, hyphens and dashes `-`; every
 * run of white space one space. Nothing else: case and all other letters count.
 */
export function normalise(original: string): Normalised {
  if (original.length < places.length && !changing.test(original)) return asItStands(original);
  const pieces: string[] = [];
  const room = original.length * (/[^\0-\x7f]/.test(original) ? 3 : 1) + 1;
  const starts = new Uint32Array(room);
  const ends = new Uint32Array(room);
  let length = 0;
  let spaced = false;
  const put = (character: string, start: number, end: number) => {
    const mapped = replacement(character);
    if (mapped === " ") {
      if (spaced) ends[length - 1] = end;
      if (spaced) return;
    }
    spaced = mapped === " ";
    for (let unit = 0; unit < mapped.length; unit++) {
      starts[length] = start;
      ends[length] = end;
      length++;
    }
    pieces.push(mapped);
  };
  for (let index = 0, next = 0; index < original.length; index = next) {
    next = plainEnd(original, index);
    if (next > index) {
      for (let unit = index; unit < next; unit++, length++) {
        starts[length] = unit;
        ends[length] = unit + 1;
      }
      pieces.push(original.slice(index, next));
      spaced = false;
      continue;
    }
    next = index + 1;
    if (standsAlone(original, index)) {
      const character = original.charAt(index);
      put(character < "\u0300" ? character : character.normalize("NFC"), index, next);
      continue;
    }
    cluster.lastIndex = index;
    const found = cluster.exec(original)?.[0] ?? original.charAt(index);
    next = index + found.length;
    const kept = [...found].filter((character) => !dropped.test(character)).join("");
    const composed = kept.normalize("NFC");
    if (composed === kept) {
      let at = index;
      for (const character of found) {
        if (!dropped.test(character)) put(character, at, at + character.length);
        at += character.length;
      }
    } else {
      for (const character of composed) put(character, index, index + found.length);
    }
  }
  return { text: pieces.join(""), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** What most selectors are free of, being printable ASCII with single spaces within. */
const changing = /[^ -~]|^ | {2}| $/;
/** 0, 1, 2 and so on. Texts share it, so nobody writes to it. */
const places = Uint32Array.from({ length: 4096 }, (_, index) => index);

function asItStands(text: string): Normalised {
  return { text, starts: places.subarray(0, text.length), ends: places.subarray(1, text.length + 1) };
}

/**
 * Where a run ends that begins here and stands as it is: printable ASCII with single spaces within. The last before
 * anything else may belong to that.
 */
function plainEnd(text: string, from: number): number {
  let at = from;
  while (isPrinted(text, at) || (at > from && text.charCodeAt(at) === 0x20 && isPrinted(text, at + 1))) at++;
  if (at < text.length && text.charCodeAt(at) >= 0x7f && at > from) at--;
  return at > from && text.charCodeAt(at - 1) === 0x20 ? at - 1 : at;
}

function isPrinted(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 0x20 && unit < 0x7f;
}

/** Of each code unit: whether it may belong to a letter before it, or is half of a character; 0 where nobody asked yet. */
const joining = new Uint8Array(0x10000);
const joins = /[\p{M}\u00ad\u200b\u2060\ufeff\u1160-\u11ff\ud800-\udfff]/u;

/** Whether a code unit is a character that nothing around it can compose with, as nearly all are. */
function standsAlone(text: string, index: number): boolean {
  return !joinsAt(text, index) && !joinsAt(text, index + 1);
}

function joinsAt(text: string, index: number): boolean {
  if (index >= text.length) return false;
  const unit = text.charCodeAt(index);
  if (joining[unit] === 0) joining[unit] = joins.test(String.fromCharCode(unit)) ? 2 : 1;
  return joining[unit] === 2;
}

const space = /^\p{White_Space}$/u;

function replacement(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return character;
  if (code >= 0x2018 && code <= 0x201b) return "'";
  if (code >= 0x201c && code <= 0x201f) return '"';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return "-";
  return space.test(character) ? " " : character;
}

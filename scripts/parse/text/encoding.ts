// Which character set a file is in: by its mark, by what it states, as UTF-8, or by evidence; never by a guess.
import { type Decoded, decodeAs } from "./decoded.ts";
import { type Candidate, isWeighed, weigh } from "./evidence.ts";
import { type Trouble, trouble } from "./trouble.ts";

/** `doubt`: the text is read, but the file says something else about itself. */
export type Reading = { readonly decoded: Decoded; readonly doubt: Trouble | null };

/** `declared`: the label that the document states. `sample`: the bytes that hold its words. */
export function decode(
  bytes: Uint8Array,
  { declared, sample }: { readonly declared: string | null; readonly sample: Uint8Array },
): Reading | Trouble {
  const marked = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (marked !== null) return strictly(marked, bytes);
  const utf8 = decodeAs("utf-8", bytes);
  if (utf8 !== null && /\u001b\$[@B]|\u001b\([BIJ]/.test(utf8.text))
    return trouble("encoding", "is in ISO-2022-JP, which is not read", "save the article as UTF-8");
  const stated = declared === null ? null : known(declared);
  if (stated !== null && stated !== "utf-8") return asStated(stated, bytes, sample, utf8);
  if (utf8 !== null) return { decoded: utf8, doubt: null };
  if (stated === "utf-8") return undecodable("utf-8", bytes, "says that it is UTF-8, which it is not here");
  return byEvidence(bytes, sample);
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: NUL bytes, all in even or all in odd places. */
function wideEncoding(bytes: Uint8Array): string | null {
  const places = [0, 0];
  const end = Math.min(bytes.length, 65_536);
  if (!bytes.subarray(0, end).includes(0)) return null;
  for (let at = 0; at < end; at++) if (bytes[at] === 0) places[at % 2] = (places[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = places;
  if (bytes.length % 2 === 1 || Math.max(even, odd) < Math.max(2, end / 20)) return null;
  return even === 0 ? "utf-16le" : odd === 0 ? "utf-16be" : null;
}

function known(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim());
    /** A label that stands in ASCII cannot be true of UTF-16. */
    return encoding.startsWith("utf-16") ? "utf-8" : encoding === "gbk" ? "gb18030" : encoding;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return null;
  }
}

function strictly(encoding: string, bytes: Uint8Array): Reading | Trouble {
  const decoded = decodeAs(encoding, bytes);
  return decoded === null
    ? undecodable(encoding, bytes, `is not ${name(encoding)} here`)
    : { decoded, doubt: null };
}

function asStated(
  encoding: string,
  bytes: Uint8Array,
  sample: Uint8Array,
  utf8: Decoded | null,
): Reading | Trouble {
  const wide = utf8?.text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  if (utf8 !== null && wide > 3) {
    const message = `says that it is ${name(encoding)}, but its bytes are UTF-8 and are read so`;
    return { decoded: utf8, doubt: trouble("encoding", message, "compare the text with what was captured") };
  }
  const decoded = decodeAs(encoding, bytes);
  if (decoded === null)
    return undecodable(encoding, bytes, `says that it is ${name(encoding)}, which it is not here`);
  const [best, ...others] = isWeighed(encoding) ? weigh(sample) : [];
  const own = [best, ...others].find((one) => one?.encoding === encoding);
  if (best !== undefined && best.score > 0.1 && best.score > 10 * (own?.score ?? 0.005)) {
    const text = new TextDecoder(encoding).decode(sample, { stream: true });
    if (text !== best.sample)
      return trouble(
        "encoding",
        `says that it is ${name(encoding)}, but reads like ${name(best.encoding)}`,
        "save the article as UTF-8, or correct what it says",
      );
  }
  return { decoded, doubt: null };
}

function byEvidence(bytes: Uint8Array, sample: Uint8Array): Reading | Trouble {
  const beyondAscii = sample.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  const [best, ...others] = beyondAscii < 3 ? [] : weigh(sample);
  if (best === undefined || best.score < 0.03)
    return undecodable("utf-8", bytes, "is not UTF-8 here", "capture the article as UTF-8 text");
  const rival = others.find(({ score, sample: text }) => score > best.score * 0.5 && text !== best.sample);
  if (rival !== undefined) {
    const { place } = undecodable("utf-8", bytes, "");
    const message = `is not UTF-8, and may be ${name(best.encoding)} or ${name(rival.encoding)}: ${difference(best, rival)}`;
    return { ...trouble("encoding", message, "save the article as UTF-8"), place };
  }
  const reading = strictly(best.encoding, bytes);
  return "decoded" in reading
    ? reading
    : undecodable("utf-8", bytes, "is not UTF-8 here", "capture the article as UTF-8 text");
}

/** The first word that two readings do not share. */
function difference(one: Candidate, other: Candidate): string {
  const words = one.sample.split(/\s+/);
  const others = other.sample.split(/\s+/);
  const at = words.findIndex((word, index) => word !== others[index]);
  return `“${(words[at] ?? "").slice(0, 40)}” or “${(others[at] ?? "").slice(0, 40)}”`;
}

/** With the place of the first bytes that stand for nothing. */
function undecodable(
  encoding: string,
  bytes: Uint8Array,
  message: string,
  hint = "save the article as UTF-8",
): Trouble {
  const text = new TextDecoder(encoding).decode(bytes);
  let bytesBefore = 0;
  let end = 0;
  for (const { index } of text.matchAll(/\ufffd/g)) {
    bytesBefore += Buffer.byteLength(text.slice(end, index));
    end = index;
    if (encoding !== "utf-8" || !isReplacement(bytes, bytesBefore)) break;
  }
  const lines = text.slice(0, end).split(/\r\n?|\n/);
  const place = { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
  return { ...trouble("encoding", message, hint), place };
}

/** Whether the file itself holds U+FFFD here. */
function isReplacement(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}

/** As authors know it: `windows-1251`, `UTF-8`, `Shift_JIS`. */
function name(encoding: string): string {
  if (encoding === "gb18030") return "GBK";
  if (encoding === "shift_jis") return "Shift_JIS";
  return encoding.startsWith("windows") || encoding === "ibm866" ? encoding : encoding.toUpperCase();
}

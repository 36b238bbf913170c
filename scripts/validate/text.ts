// Bytes of a hand-written file to text: UTF-8 only, and no character that hides what the file says.
import { type Finding, finding, type Place } from "../model/finding.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** C0 and C1 controls but tab, line feed and carriage return; bidirectional overrides; lone surrogates cannot occur. */
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/**
 * What no escape of YAML or JSON may put into a value: controls, which XML cannot hold, and halves of characters. Marks
 * of direction may stand in a source's words, and so in what quotes them.
 */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u;

/** The first character of a value that no text may hold, as `U+0007`; null when there is none. */
export function forbiddenIn(value: string): string | null {
  const found = forbidden.exec(value)?.[0];
  return found === undefined ? null : codeOf(found);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text without its byte order mark, line ends as line feeds; null when it is not UTF-8. */
export function decodeText(
  file: string,
  bytes: Uint8Array,
): { text: string | null; findings: readonly Finding[] } {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const before = new TextDecoder().decode(bytes.subarray(0, firstInvalid(bytes)), { stream: true });
    const place = placeIn(file, before.replace(/\r\n?/g, "\n"));
    const found = finding("error", "encoding", place, "is not UTF-8 here", "save the file as UTF-8");
    return { text: null, findings: [found] };
  }
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const findings = [...lines.matchAll(hidden)]
    .slice(0, 20)
    .map(({ 0: character, index }) =>
      finding(
        "error",
        "hidden-character",
        placeIn(file, lines.slice(0, index)),
        `holds the invisible character ${codeOf(character)}`,
        "delete it",
      ),
    );
  return { text: lines, findings };
}

/** The place just after `before` in a file that starts with it. */
export function placeIn(file: string, before: string): Place {
  const lines = before.split("\n");
  return { file, line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

/** Offset of the first byte that cannot belong to UTF-8 text. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const valid = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch (cause) {
      if (cause instanceof TypeError) return false;
      throw cause;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (valid(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

// The character set that a page states in its first bytes, and the bytes of its words.

/** The label in an XML declaration or a `meta` element; null when there is none. https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 16_384)).replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  const label = /<meta[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  return label ?? /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(head)?.[1] ?? null;
}

/** Text without tags, scripts and styles, whose bytes stay as they are. */
export function wordsOf(bytes: Uint8Array): Uint8Array {
  const text = latin1(bytes.subarray(0, 2_000_000))
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, " ")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/<[^<>]*>/g, " ")
    .replace(/&#?\w+;/g, " ");
  return Buffer.from(text.slice(0, 65_536), "latin1");
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

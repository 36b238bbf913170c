// Takes out the soft hyphens at which no line breaks: Chromium writes each as a blank of no width that says U+00AD.

const SPAN =
  /\/Span\s*<<\s*\/ActualText\s*<FEFF00AD>\s*>>\s*BDC\s((?:\S+ \S+ Td\s)?)<[\dA-Fa-f]+>\s*Tj\s+EMC\s(?=0 0 Td\s)/g;

/** Words are whole for whoever copies or looks for them. Nothing moves: what follows stands where the blank began. */
export function withoutSoftHyphens(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!bytes.includes("<FEFF00AD>")) return content;
  return Buffer.from(bytes.toString("latin1").replace(SPAN, "$1"), "latin1");
}

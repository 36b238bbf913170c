// Takes out the soft hyphens at which no line breaks: Chromium writes each as a blank of no width that says U+00AD.

const SPAN =
  /\/Span\s*<<\s*\/ActualText\s*<FEFF00AD>\s*>>\s*BDC\s((?:\S+ \S+ Td\s)?)<[\dA-Fa-f]+>\s*Tj\s+EMC\s(?=0 0 Td\s)/g;

/** Words are whole for whoever copies or looks for them. Nothing moves: what follows stands where the blank began. */
export function withoutSoftHyphens(content: Uint8Array): Uint8Array {
  const text = Buffer.from(content).toString("latin1");
  return text.includes("<FEFF00AD>") ? Buffer.from(text.replace(SPAN, "$1"), "latin1") : content;
}

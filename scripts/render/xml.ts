// Text as XML takes it: markup escaped, and the control characters that XML cannot hold left out.

export function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

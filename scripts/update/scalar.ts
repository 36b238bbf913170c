// A text as one YAML scalar on one line, plain where nothing in it could mean anything else.

/** Letters and marks that no position gives a meaning, with single spaces and harmless signs between them. */
const plain = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.,;()/%_-]| (?=[\p{L}\p{M}\p{N}("“‘]))*$/u;
const reserved = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
/** What single quotation marks cannot hold on one line, or what hides what a file says. */
const escaped = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u;

/** Inside brackets a comma ends a plain scalar, so `flow` quotes more. */
export function scalar(text: string, flow: boolean): string {
  const safe = plain.test(text) && !reserved.test(text) && !(flow && text.includes(","));
  if (safe) return text;
  return escaped.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

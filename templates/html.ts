// The way every page is written: a tagged template that escapes by default, so that no field of the content can become markup.

/** Markup that is safe to print. Only `html` and `raw` make it, as only this class knows its field; `String(html)` writes it. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  static textOf(value: Markup | readonly Printable[]): string | null {
    return #text in value ? value.#text : null;
  }
  toString(): string {
    return this.#text;
  }
}

export type Html = Markup;

/** What may stand in a template: text and numbers are escaped, nothing prints nothing, lists are joined. */
export type Printable = Html | string | number | null | undefined | false | readonly Printable[];

/** Auto-escaping template, for text and for attribute values in double or single quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Printable[]): Html {
  let text = strings[0] ?? "";
  for (let index = 0; index < values.length; index++)
    text += written(values[index]) + (strings[index + 1] ?? "");
  return raw(text);
}

/** Vouches for markup made elsewhere. Each use is a place to review. */
export function raw(text: string): Html {
  return new Markup(text);
}

/** Text as it stands in markup; the five characters that HTML gives a meaning and nothing else. */
export function escapeText(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Text of another language or direction, kept from disturbing the line it stands in. */
export function isolate(text: string, lang: string, direction: "ltr" | "rtl"): Html {
  return html`<bdi lang="${lang}" dir="${direction}">${text}</bdi>`;
}

/** Parts with a separator between them; parts that print nothing are left out. */
export function join(parts: readonly Printable[], separator: Printable): Html {
  const present = parts.map(written).filter((part) => part !== "");
  return raw(present.join(written(separator)));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(value: Printable): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return Markup.textOf(value) ?? (value as readonly Printable[]).map(written).join("");
}

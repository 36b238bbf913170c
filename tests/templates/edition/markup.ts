// Reads rendered markup strictly, for tests: every tag must be well formed and closed where it should be.
export type Element = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Names of the elements around it, outermost first. */
  readonly within: readonly string[];
  /** Where its content starts in the markup. */
  readonly start: number;
};

const void_ = new Set(["meta", "link", "br", "hr", "wbr", "input"]);
const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>|<!doctype html>|</gi;

/** Elements in document order. Throws at markup that is not what our templates write. */
export function elementsOf(markup: string): readonly Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  for (const match of markup.matchAll(tag)) {
    const [whole, slash, name = "", attributes = ""] = match;
    const around = markup.slice(match.index, match.index + 80);
    if (whole === "<") throw new Error(`not a tag: ${around}`);
    if (whole === "<!doctype html>") continue;
    if (slash === "/") {
      const last = open.pop();
      if (last !== name) throw new Error(`<${last}> is closed by ${around}`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)];
    elements.push({
      name,
      attributes: new Map(pairs.map(([, key = "", value = ""]) => [key, decode(value)])),
      within: [...open],
      start: match.index + whole.length,
    });
    if (!void_.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(" ")}`);
  return elements;
}

/** A script of ours by its address, or data that no browser runs. */
export function isOwnScript({ name, attributes }: Element): boolean {
  if (name !== "script") return false;
  const src = attributes.get("src");
  if (src === undefined) return attributes.get("type") === "application/ld+json";
  return /^(?:\.\.\/|\/)*assets\/[a-z-]+\.js$/.test(src);
}

/** The words of a piece of markup, its entities resolved. */
export function textOf(markup: string): string {
  return decode(markup.replace(/<[^>]*>/g, ""));
}

export function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

// The styles of a Word document, as far as they say what a paragraph is: ECMA-376, 17.7.
import { child, childrenOf, isOn, type Xml } from "./xml.ts";

export type Style = {
  readonly kind: "heading" | "list-item" | "quote" | "preformatted" | "paragraph";
  readonly level: number | null;
  readonly hidden: boolean;
};

export type StyleOf = (id: string | undefined) => Style;

const plain: Style = { kind: "paragraph", level: null, hidden: false };

export function stylesOf(part: Xml | null): StyleOf {
  const styles = new Map(
    childrenOf(part === null ? undefined : child(part, "w:styles"), "w:style").map((style) => [
      style.attributes["w:styleId"],
      style,
    ]),
  );
  const known = new Map<string, Style>();
  const styleOf = (id: string | undefined, depth: number): Style => {
    if (id === undefined || depth > 20) return plain;
    const found = known.get(id);
    if (found !== undefined) return found;
    const style = styles.get(id);
    const base =
      style === undefined ? plain : styleOf(child(style, "w:basedOn")?.attributes["w:val"], depth + 1);
    const own = named((child(style, "w:name")?.attributes["w:val"] ?? id).toLowerCase());
    const properties = child(style, "w:pPr");
    const outline = Number(child(properties, "w:outlineLvl")?.attributes["w:val"] ?? Number.NaN);
    const listed = child(properties, "w:numPr") !== undefined;
    const kind: Pick<Style, "kind" | "level"> =
      own ??
      (outline < 6
        ? { kind: "heading", level: outline + 1 }
        : listed && base.kind === "paragraph"
          ? { kind: "list-item", level: null }
          : base);
    const result = { ...kind, hidden: base.hidden || isOn(child(child(style, "w:rPr"), "w:vanish")) };
    known.set(id, result);
    return result;
  };
  return (id) => styleOf(id, 0);
}

/** Word's own styles keep their English names in every language of Word. */
function named(name: string): Pick<Style, "kind" | "level"> | null {
  const heading = /^heading ?([1-9])$/.exec(name);
  if (heading) return { kind: "heading", level: Math.min(6, Number(heading[1])) };
  if (name === "title") return { kind: "heading", level: 1 };
  if (/^(?:intense )?quote$|^block text$/.test(name)) return { kind: "quote", level: null };
  if (/^list (?:bullet|number|continue)/.test(name)) return { kind: "list-item", level: null };
  if (/^html preformatted$|^macro$|^plain text$/.test(name)) return { kind: "preformatted", level: null };
  return null;
}

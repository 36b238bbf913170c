// The pack's annotations in the words of the W3C Web Annotation Data Model, so that other tools can read them.
import type { Annotation, Edition, Source } from "../model/edition.ts";

/**
 * An AnnotationPage in JSON-LD, https://www.w3.org/TR/annotation-model/#annotation-page. Passages are named by their words
 * where the source's terms show them, and by their place in code points of the reader text.
 */
export function webAnnotations(edition: Edition): object {
  const page = `${edition.publication.baseUrl ?? ""}packs/${edition.slug}/source/index.html`;
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  return {
    "@context": ["http://www.w3.org/ns/anno.jsonld", { chancery: "urn:chancery:" }],
    id: `${edition.publication.baseUrl ?? ""}packs/${edition.slug}/annotations.jsonld`,
    type: "AnnotationPage",
    items: edition.annotations.map((annotation) => ({
      id: `${page}#a-${annotation.id}`,
      type: "Annotation",
      motivation: motivations[annotation.body.kind],
      body: bodyOf(annotation, edition),
      target: targetOf(annotation, sources.get(annotation.source)),
    })),
  };
}

const motivations = {
  quotation: "identifying",
  person: "identifying",
  organisation: "identifying",
  place: "identifying",
  box: "linking",
  term: "linking",
  note: "commenting",
  sic: "assessing",
} as const;

function bodyOf({ body }: Annotation, edition: Edition): object {
  const text = (value: string, format: string) => ({
    type: "TextualBody",
    value,
    format,
    language: edition.language,
  });
  switch (body.kind) {
    case "note":
      return text(body.text, "text/markdown");
    case "sic":
      return text(body.text, "text/plain");
    case "quotation":
      return {
        ...specific(nameOf(body.speaker, edition), body.speaker),
        purpose: "identifying",
        "chancery:form": body.form,
      };
    case "box":
      return specific(edition.boxes.find(({ id }) => id === body.id)?.title ?? body.id, body.id);
    default:
      return specific(nameOf(body.id, edition), body.id);
  }
}

function specific(label: string, id: string): object {
  return { type: "TextualBody", value: label, "chancery:id": id };
}

function nameOf(id: string, { people, organisations, places, terms }: Edition): string {
  return [...people, ...organisations, ...places, ...terms].find((entry) => entry.id === id)?.name ?? id;
}

function targetOf({ text, start, end }: Annotation, source: Source | undefined): object {
  return {
    source: source?.url ?? `urn:sha256:${source?.sha256 ?? ""}`,
    state: { type: "State", "chancery:sha256": source?.sha256 },
    selector: [
      ...(text === null ? [] : [{ type: "TextQuoteSelector", exact: text }]),
      { type: "TextPositionSelector", start, end },
    ],
  };
}

// What a page states of its article in schema.org's JSON-LD: https://schema.org/Article

export type Linked = {
  readonly titles: readonly string[];
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
};

type Thing = Readonly<Record<string, unknown>>;
const articleTypes =
  /(?:Article|BlogPosting|Report|PressRelease)$|^LiveBlogPosting$|^(?:SocialMedia|Discussion)\w*Posting$/;

/** `scripts`: the texts of the page's `application/ld+json`. Those that are not JSON state nothing. */
export function linkedData(scripts: readonly string[]): Linked | null {
  const things = scripts.flatMap((script) => thingsIn(parsed(script), 0));
  const types = (thing: Thing) => [thing["@type"]].flat().map(String);
  const article =
    things.find((thing) => types(thing).some((type) => articleTypes.test(type))) ??
    things.find((thing) => types(thing).includes("WebPage") && typeof thing.datePublished === "string");
  if (article === undefined) return null;
  const byId = new Map(
    things.filter((thing) => thing.name !== undefined).map((thing) => [thing["@id"], thing]),
  );
  const resolve = (value: unknown): unknown => {
    const id = isThing(value) && Object.keys(value).length <= 2 ? value["@id"] : undefined;
    return id === undefined ? value : { ...(isThing(value) ? value : {}), ...byId.get(id) };
  };
  const names = [article.author ?? article.creator]
    .flat()
    .map(resolve)
    .map(nameOf)
    .filter((name) => name !== null);
  const page = article.mainEntityOfPage;
  return {
    titles: [article.headline, article.name].map(textIn).filter((title) => title !== null),
    byline: names.length === 0 ? null : [...new Set(names)].join(", "),
    publisher: nameOf(resolve([article.publisher].flat()[0])),
    published: textIn(article.datePublished),
    language:
      textIn(article.inLanguage) ??
      (isThing(article.inLanguage) ? textIn(article.inLanguage.alternateName) : null),
    url: textIn(article.url) ?? textIn(page) ?? (isThing(page) ? textIn(page["@id"]) : null),
  };
}

function parsed(script: string): unknown {
  const json = script
    .trim()
    .replace(/^<!--|-->$/g, "")
    .replace(/^\/\/<!\[CDATA\[|\/\/\]\]>$/g, "")
    .replace(/;\s*$/, "");
  try {
    return JSON.parse(json.replace(/[\u0000-\u001f]+/g, " "));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return null;
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function thingsIn(value: unknown, depth: number): readonly Thing[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((one) => thingsIn(one, depth + 1));
  if (!isThing(value)) return [];
  return [
    value,
    ...["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "itemListElement"].flatMap((key) =>
      thingsIn(value[key], depth + 1),
    ),
  ];
}

function nameOf(value: unknown): string | null {
  return isThing(value) ? textIn([value.name].flat()[0]) : textIn(value);
}

function textIn(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" ? null : text;
}

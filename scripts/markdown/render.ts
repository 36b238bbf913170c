// Markdown to safe HTML: one renderer for every field, its result passed through an allow-list.
import sanitize from "sanitize-html";
import { markdownIt } from "./instance.ts";

export type RenderOptions = {
  /** Reference id → printed number. A citation that is not in it stays as typed. */
  readonly citations: Readonly<Record<string, number>>;
  /** Address of the numbered reference. */
  readonly href: (number: number) => string;
  /** Level of the topmost heading of the text; those below follow without gaps. 3 unless told. */
  readonly headingLevel?: number;
  /** One paragraph without its `<p>`, for text that stands in a line. */
  readonly inline?: boolean;
};

const allowed: sanitize.IOptions = {
  allowedTags: [
    ...["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br"],
    ...["em", "strong", "s", "a", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  allowedAttributes: { a: ["href", "title", "class"], ol: ["start"], th: ["class"], td: ["class"] },
  allowedClasses: { a: ["citation"], th: ["start", "centre", "end"], td: ["start", "centre", "end"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
};

const alignments: Readonly<Record<string, string>> = {
  "text-align:left": "start",
  "text-align:center": "centre",
  "text-align:right": "end",
};

/**
 * Safe HTML of the Markdown. Never throws, whatever the text. A text that was rendered lately in the same way is not
 * rendered again: a box stands in every pack that uses it.
 */
export function renderMarkdown(markdown: string, options: RenderOptions): string {
  if (isPlain(markdown)) return options.inline ? markdown : `<p>${markdown}</p>`;
  const { citations, href, headingLevel = 3, inline = false } = options;
  const cited = (markdown.match(/(?<=@)[\w-]+/g) ?? []).map((id) => {
    const number = Object.hasOwn(citations, id) ? citations[id] : undefined;
    return number === undefined ? "" : `${number} ${href(number)}`;
  });
  const key = JSON.stringify([inline, headingLevel, cited, markdown]);
  const known = lately.get(key);
  if (known !== undefined) return known;
  const made = renderAnew(markdown, options);
  if (lately.size >= 2000) lately.delete(lately.keys().next().value ?? "");
  lately.set(key, made);
  return made;
}

const lately = new Map<string, string>();

/** Whether a text is one paragraph in which nothing can be markup. */
export function isPlain(markdown: string): boolean {
  return /^(?![-+]|\d{1,9}[.)]|\p{White_Space})[^\\`*_[\]<>&~|!#=:^"'\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+(?<!\p{White_Space})$/u.test(
    markdown,
  );
}

function renderAnew(markdown: string, options: RenderOptions): string {
  const tokens = options.inline
    ? markdownIt.parseInline(markdown.trim(), {})
    : markdownIt.parse(markdown, {});
  const above: string[] = [];
  let heading = "";
  for (const token of tokens) {
    if (token.type === "heading_open") {
      while ((above.at(-1) ?? "") >= token.tag) above.pop();
      heading = `h${Math.min(6, (options.headingLevel ?? 3) + above.length)}`;
      above.push(token.tag);
    }
    if (token.type.startsWith("heading_")) token.tag = heading;
    const alignment = alignments[token.attrGet("style") ?? ""];
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
    if (alignment !== undefined) token.attrSet("class", alignment);
    const children = token.children ?? [];
    for (const [index, child] of children.entries()) {
      if (child.type !== "citation") continue;
      const linked = cite(child, options);
      const before = children[index - 1];
      // A citation never starts a line.
      if (linked && before?.type === "text") before.content = before.content.replace(/ +$/, "\u00a0");
    }
  }
  return sanitize(markdownIt.renderer.render(tokens, markdownIt.options, {}), allowed).trim();
}

type Token = ReturnType<typeof markdownIt.parse>[number];

/** Whether the citation has become a link; one that is in no list is text again. */
function cite(token: Token, options: RenderOptions): boolean {
  const { citations } = options;
  const number = Object.hasOwn(citations, token.content) ? citations[token.content] : undefined;
  token.type = number === undefined ? "text" : "citation_link";
  if (number === undefined) token.content = `[@${token.content}]`;
  else
    token.attrs = [
      ["href", options.href(number)],
      ["data-number", String(number)],
    ];
  return number !== undefined;
}

markdownIt.renderer.rules.citation_link = (tokens, index) => {
  const href = markdownIt.utils.escapeHtml(`${tokens[index]?.attrGet("href") ?? ""}`);
  return `<a class="citation" href="${href}">[${tokens[index]?.attrGet("data-number")}]</a>`;
};

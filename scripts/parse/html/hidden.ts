// What a saved page holds but does not show: by element, attribute, inline style, the page's own style sheet or convention.
import { classesOf, type Element, elementsOf, textOf } from "./tree.ts";

const never = new Set(
  [
    "script style template noscript noembed noframes head title meta link svg math-annotation iframe object embed",
    "canvas audio video map select option datalist button input textarea progress meter rp rt rtc amp-ad amp-analytics",
    "amp-consent amp-sidebar amp-social-share amp-embed amp-sticky-ad amp-user-notification",
  ].flatMap((line) => line.split(" ")),
);
const conventional = new Set(
  [
    "hidden is-hidden hide d-none u-hidden invisible sr-only visually-hidden visuallyhidden screen-reader-text",
    "screen-reader-only screenreader screen-reader element-invisible element-hidden u-visually-hidden offscreen off-screen",
    "print-only printonly only-print show-for-print show-for-sr visible-print d-print-block assistive-text a11y-hidden",
    "no-js no-script hide-on-desktop mobile-only show-on-mobile md:hidden lg:hidden d-md-none d-lg-none hidden-desktop",
    "visible-xs u-hide js-hidden ng-hide nodisplay display-none is-invisible screenreader-only",
  ].flatMap((line) => line.split(" ")),
);
/** Classes that bring back, on a wide screen, what another class hides. */
const shownAgain =
  /^(?:d-(?:sm|md|lg|xl)-(?:block|flex|inline.*|grid)|(?:sm|md|lg|xl):(?:block|flex|inline.*|grid|contents))$/;
const hidingStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0[a-z%]*\s*(?:;|!|$)|(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01]|clip-path\s*:\s*inset\((?:50|100)%)/i;
const boxless = /(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|!|$)/i;
const inline = new Set(["span", "b", "i", "em", "strong", "font", "big"]);
/** A large initial is shown, and its word is read out from elsewhere. */
const initial = /^["“«„]?\p{L}{1,2}$/u;

/** Marks beside headings and in lines that the page's own program puts there. */
const marks = new Set(
  "mw-editsection editsection headerlink anchorjs-link heading-anchor anchor-link mw-cite-backlink".split(
    " ",
  ),
);

export type Hides = (element: Element) => boolean;

/** `root`: the whole page, whose style sheets are read too. */
export function hiddenIn(root: Element): Hides {
  const rules = styleRules(root);
  const holdsArticle = new Set<Element>();
  markHolders(root, holdsArticle);
  return (element) => {
    const { tag, attributes } = element;
    if (never.has(tag) || tag === "button") return true;
    if (attributes.has("hidden")) return true;
    if (tag === "dialog" && !attributes.has("open")) return true;
    const style = attributes.get("style") ?? "";
    if (hidingStyle.test(style)) return !holdsArticle.has(element) || /display\s*:\s*none/i.test(style);
    if (boxless.test(style) && /overflow\s*:\s*hidden/i.test(style)) return true;
    if (holdsArticle.has(element)) return false;
    const classes = classesOf(element);
    if (classes.some((name) => marks.has(name))) return true;
    if (
      classes.some((name) => conventional.has(name.toLowerCase())) &&
      !classes.some((name) => shownAgain.test(name))
    )
      return true;
    if (attributes.get("aria-hidden") === "true" && !(inline.has(tag) && initial.test(textOf(element))))
      return true;
    return rules.size > 0 && isHiddenBy(rules, element, classes);
  };
}

/** Elements that hold the page's `main` or the `article` with its headline: a dialogue over the page hides these for a while only. */
function markHolders(element: Element, holders: Set<Element>): boolean {
  if (never.has(element.tag)) return false;
  let holds = ["main", "body"].includes(element.tag);
  if (element.tag === "article") holds = [...elementsOf(element)].some(({ tag }) => tag === "h1");
  for (const child of element.children)
    if (child.kind === "element" && markHolders(child, holders)) holds = true;
  if (holds) holders.add(element);
  return holds;
}

/** Selectors of one class, id or element of the page's own style sheets → whether they hide; the last rule wins. */
function styleRules(root: Element): ReadonlyMap<string, boolean> {
  const rules = new Map<string, boolean>();
  for (const element of elementsOf(root)) {
    if (element.tag !== "style" || /print/i.test(element.attributes.get("media") ?? "")) continue;
    const sheet = element.children.map((child) => (child.kind === "text" ? child.text : "")).join("");
    for (const { selectors, body } of plainRules(sheet.slice(0, 500_000))) {
      const display = /(?:^|[;\s])display\s*:\s*([a-z-]+)/i.exec(body)?.[1]?.toLowerCase();
      const visibility = /(?:^|[;\s])visibility\s*:\s*([a-z]+)/i.exec(body)?.[1]?.toLowerCase();
      if (display === undefined && visibility === undefined && !hidingStyle.test(body)) continue;
      const hides =
        display === "none" || visibility === "hidden" || (display === undefined && hidingStyle.test(body));
      for (const selector of selectors.split(",").map((one) => one.trim()))
        if (/^(?:[a-z]+\d?)?(?:[.#][\w-]+)?$/i.test(selector) && selector !== "") rules.set(selector, hides);
    }
  }
  return rules;
}

/** Rules outside of every @-rule. */
function plainRules(sheet: string): readonly { readonly selectors: string; readonly body: string }[] {
  const rules: { selectors: string; body: string }[] = [];
  const css = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "").replace(/@(?:import|charset)[^;{@]*;/g, "");
  let depth = 0;
  let start = 0;
  let selectors = "";
  for (let at = 0; at < css.length; at++) {
    if (css[at] === "{") {
      if (depth++ === 0) selectors = css.slice(start, at).trim();
      if (depth === 1) start = at + 1;
    } else if (css[at] === "}" && depth > 0) {
      if (--depth > 0) continue;
      if (!selectors.startsWith("@")) rules.push({ selectors, body: css.slice(start, at) });
      start = at + 1;
    }
  }
  return rules;
}

function isHiddenBy(
  rules: ReadonlyMap<string, boolean>,
  { tag, attributes }: Element,
  classes: readonly string[],
): boolean {
  const id = attributes.get("id");
  const names = [tag, ...classes.map((name) => `.${name}`), ...classes.map((name) => `${tag}.${name}`)];
  if (id !== undefined) names.push(`#${id}`, `${tag}#${id}`);
  return names.reduce((hides, name) => rules.get(name) ?? hides, false);
}

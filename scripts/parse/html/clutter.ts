// What stands around an article and in between it: navigation, banners, sharing, related links, comments, by landmark and by name.
import { classesOf, type Element, namesOf } from "./tree.ts";

const tags = new Set([
  "nav",
  "aside",
  "footer",
  "form",
  "address",
  "dialog",
  "button",
  "menu",
  "amp-sidebar",
]);
const roles = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar form status alert button tablist".split(
    " ",
  ),
);

/** Words of class and id that name what is never the article. */
const strong = new Set(
  [
    "nav navigation navbar navi menu submenu megamenu breadcrumb breadcrumbs crumbs pagination pager paging",
    "cookie cookies consent gdpr ccpa cmp onetrust cookiebanner cookieconsent truste didomi usercentrics",
    "newsletter newsletters subscribe subscription signup sign-up mailinglist donate donation",
    "share sharing sharebar sharethis sharedaddy addtoany addthis social socials socialmedia shares sns",
    "related relatedposts relatedarticles relatedlinks relatednews recommended recommendation recommendations recirc recirculation",
    "outbrain taboola zergnet revcontent mgid trending mostread mostpopular popular readmore readnext seealso moreon morefrom",
    "comments comment commentlist disqus respond replies fb-comments livefyre commenting",
    "advert advertisement advertising adsense adslot adbox adunit adwrapper dfp sponsored sponsor promo promotion promos promobox",
    "popup modal overlay lightbox interstitial toast snackbar skiplink skip skipnav",
    "sidebar rail rightrail leftrail sidecol masthead colophon copyright sitefooter siteheader topbar bottombar",
    "tags taglist tagcloud editsection navbox catlinks printfooter jumplink sitesub contentsub toc hatnote ambox noprint",
    "authorbio authorbox abouttheauthor biobox login signin loginbox userbar usermenu langswitch languageswitcher",
    "feedback rating ratings helpful reactions likes weather stocks ticker crosspromo teaser teasers mediaplayer videoplayer",
    "comentarios comentario commentaires commentaire kommentare kommentar kommentarer yorumlar relacionadas relacionados relacionado",
    "similaires compartir partager teilen publicidad publicite werbung anzeige reklama podobne powiazane kudos",
    "toolbar tools articletools backtotop gotop totop sitemap searchbox searchform",
  ].flatMap((line) => line.split(" ")),
);
/** Names that stand for clutter only together. */
const pairs: readonly (readonly [string, string])[] = [
  ["right", "bar"],
  ["left", "bar"],
  ["side", "bar"],
  ["right", "column"],
  ["right", "col"],
  ["author", "bio"],
  ["author", "box"],
  ["author", "card"],
  ["author", "info"],
  ["about", "author"],
  ["post", "author"],
  ["read", "more"],
  ["read", "next"],
  ["read", "also"],
  ["see", "also"],
  ["more", "stories"],
  ["more", "news"],
  ["more", "articles"],
  ["most", "read"],
  ["most", "popular"],
  ["most", "viewed"],
  ["latest", "news"],
  ["top", "stories"],
  ["up", "next"],
  ["you", "may"],
  ["also", "like"],
  ["sign", "up"],
  ["log", "in"],
  ["follow", "us"],
  ["back", "top"],
  ["to", "top"],
  ["print", "link"],
  ["lang", "switcher"],
  ["language", "switcher"],
  ["language", "selector"],
  ["site", "header"],
  ["site", "footer"],
  ["page", "footer"],
  ["global", "header"],
  ["global", "footer"],
  ["site", "map"],
  ["call", "action"],
  ["ad", "container"],
  ["ad", "slot"],
  ["ad", "wrapper"],
  ["ad", "unit"],
  ["ad", "label"],
  ["google", "ad"],
  ["ad", "block"],
  ["ad", "banner"],
  ["mw", "indicators"],
  ["post", "navigation"],
  ["prev", "next"],
  ["entry", "footer"],
  ["post", "footer"],
  ["app", "download"],
  ["article", "actions"],
  ["article", "toolbar"],
  ["article", "tools"],
  ["post", "tags"],
  ["tag", "list"],
  ["audio", "player"],
  ["video", "player"],
  ["more", "on"],
  ["article", "tags"],
  ["skip", "link"],
  ["vector", "menu"],
  ["page", "tools"],
  ["font", "size"],
];
const lone = new Set([
  "ad",
  "ads",
  "banner",
  "widget",
  "widgets",
  "footer",
  "fb",
  "whatsapp",
  "telegram",
  "tag",
  "breaking",
  "poll",
  "quiz",
  "survey",
  "paywall",
  "topics",
  "keywords",
]);
/** Names of the page's own frame, never clutter as a whole. */
const frames = new Set(["html", "body", "main", ""]);

/** `sure`: whatever it holds; `likely`: unless it holds the better part of the page's prose. */
export type Verdict = "sure" | "likely" | "no";

export function clutterVerdict(element: Element): Verdict {
  const { tag, attributes } = element;
  if (frames.has(tag) || attributes.get("role") === "main" || attributes.get("itemprop") === "articleBody")
    return "no";
  if (tag === "nav" || tag === "button" || tag === "dialog" || tag === "menu") return "sure";
  if (tags.has(tag) || roles.has(attributes.get("role") ?? "")) return "likely";
  if (["h1", "td", "tr", "tbody", "table", "p", "a", "em", "strong", "b", "i"].includes(tag) && !own(element))
    return "no";
  return own(element) ? "likely" : "no";
}

function own(element: Element): boolean {
  if (/^h[1-6]$/.test(element.tag) || classesOf(element).includes("mw-headline")) return false;
  const names = namesOf(element);
  if (names.includes("no") || names.includes("has") || names.includes("with")) return false;
  if (names.some((name) => strong.has(name) || (names.length <= 3 && lone.has(name)))) return true;
  return pairs.some(([first, second]) =>
    names.some((name, at) => name === first && names[at + 1] === second),
  );
}

// Searching in the browser: asks Pagefind, keeps only what truly matches, and shows the passages with the words marked.
(() => {
  const form = document.getElementById("search");
  const status = document.getElementById("search-status");
  const section = document.getElementById("results");
  const list = section.querySelector("ol");
  const more = document.getElementById("more");
  const below = document.querySelectorAll(".other-ways, .site-footer");
  const fields = ["q", "kind", "person", "year"].map((name) => form.elements[name]).filter(Boolean);
  const words = form.dataset;
  const length = 20;

  if (location.protocol === "file:") {
    document.getElementById("from-folder").hidden = false;
    for (const field of form.elements) field.disabled = true;
    return;
  }

  // The index has a space after U+2060 wherever a script writes none between words: see scripts/render/search-words.ts.
  const unspaced =
    "(?!\\p{M})[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]\\p{M}*";
  const article = /(?<![\p{L}\p{M}])([وف]?(?:[بك]?ال|لل))(?=\p{L}{3})/gu;
  const edges = [
    new RegExp(`(${unspaced}[^\\s\\p{L}\\p{N}]*)(?=[\\p{L}\\p{N}])`, "gu"),
    new RegExp(`(\\S)(?=${unspaced})`, "gu"),
  ];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  let pagefind = null;
  let asked = 0;
  let shown = [];

  function engine() {
    pagefind ??= import(new URL("pagefind/pagefind.js", location.href).href).then(async (module) => {
      await module.options({ noWorker: true });
      await module.init();
      return module;
    });
    return pagefind;
  }

  /** What is asked of the index: phrases to be found word for word, and single words that may go on or be inflected. */
  function terms(text) {
    return [...text.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]|[^\s"“”„«»]+/g)].flatMap(([whole, phrase]) => {
      const nouns = phrase === undefined ? whole.replace(article, "") : phrase.replace(article, "$1 ");
      const cut = edges.reduce((part, edge) => part.replace(edge, "$1 "), nouns);
      const parts = cut.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
      if (parts.length === 0) return [];
      const exact = phrase !== undefined || parts.length > 1;
      return [{ exact, parts, query: exact ? `"${parts.join(" ")}"` : parts[0] }];
    });
  }

  /** Pagefind falls back to shorter words where it knows none: those are no results. */
  async function truly(term, results) {
    const [first] = results;
    if (term.exact || first === undefined) return results;
    const { content, locations } = await first.data();
    const all = content.split(/[^\S\uFEFF]+/);
    const sought = plain(term.parts[0]);
    const fits = (word) => {
      let same = 0;
      while (same < sought.length && word[same] === sought[same]) same += 1;
      return same === sought.length || (same >= 3 && same * 2 > sought.length);
    };
    const found = locations.map((place) => plain(all[place] ?? "").replace(/^[^\p{L}\p{N}]+/u, ""));
    return locations.length === 0 || found.some(fits) ? results : [];
  }

  async function find(text, filters) {
    const search = await engine();
    const sought = terms(text);
    if (sought.length === 0) {
      const { results } = await search.search(null, { filters, sort: { date: "desc" } });
      return results.map((result) => ({ id: result.id, score: 0, parts: [result] }));
    }
    const lists = await Promise.all(
      sought.map(async (term) => truly(term, (await search.search(term.query, { filters })).results)),
    );
    const [first, ...others] = lists.map((results) => new Map(results.map((one) => [one.id, one])));
    return [...first.values()]
      .filter(({ id }) => others.every((other) => other.has(id)))
      .map((one) => {
        const parts = [one, ...others.map((other) => other.get(one.id))];
        return { id: one.id, score: parts.reduce((sum, { score }) => sum + score, 0), parts };
      })
      .sort((a, b) => b.score - a.score);
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** As much of a date as is known, in the words of the page. */
  function written(day) {
    const { lang } = document.documentElement;
    const known = {
      year: "numeric",
      ...(day.length > 4 && { month: "long" }),
      ...(day.length > 7 && { day: "numeric" }),
    };
    const how = { ...known, timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
    return day && new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, how).format(new Date(day));
  }

  const joined = (text) => text.replace(/\u2060 ?/g, "");

  /** Words from one place to another, those found marked; marks that touch are one. */
  function excerpt(all, from, to, marked) {
    const nodes = [];
    if (from.cut) nodes.push("… ");
    let open = null;
    for (let place = from.at; place < to; place += 1) {
      const word = joined(all[place]);
      const gap = all[place].endsWith("\u2060") || place === to - 1 ? "" : " ";
      if (!marked.has(place)) {
        nodes.push(word + gap);
        open = null;
        continue;
      }
      const tail = marked.has(place + 1) ? gap : "";
      if (open === null) {
        open = element("mark", {}, word + tail);
        nodes.push(open);
      } else open.append(word + tail);
      if (!marked.has(place + 1)) nodes.push(gap);
    }
    if (to < all.length) nodes.push(" …");
    return nodes;
  }

  /** One passage a fragment of the page, those with most of the words first, at most three. */
  function passages(data, places) {
    const all = data.content.split(/[^\S\uFEFF]+/);
    const anchors = [...data.anchors].sort((a, b) => a.location - b.location);
    const groups = new Map();
    for (const place of places) {
      const anchor = anchors.findLast(({ location: start }) => start <= place);
      if (anchor === undefined) continue;
      groups.set(anchor, [...(groups.get(anchor) ?? []), place]);
    }
    if (groups.size === 0 && anchors[0]) groups.set(anchors[0], [anchors[0].location]);
    const best = [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, 3);
    const marked = new Set(places);
    return best
      .sort(([a], [b]) => a.location - b.location)
      .map(([anchor, [first]]) => {
        const next = anchors[anchors.indexOf(anchor) + 1]?.location ?? all.length;
        const start = Math.max(anchor.location, first - 12);
        const end = Math.min(next, start + 34);
        return {
          id: anchor.id,
          nodes: excerpt(all, { at: start, cut: start > anchor.location }, end, marked),
        };
      });
  }

  async function show(results) {
    const items = await Promise.all(
      results.map(async ({ parts }) => {
        const all = await Promise.all(parts.map((part) => part.data()));
        const [data] = all;
        const places = [...new Set(all.flatMap(({ locations }) => locations))].sort((a, b) => a - b);
        const address = new URL(data.raw_url, new URL("..", location.href)).href;
        const value = (name) => data.filters[name]?.[0] ?? "";
        const kind = form.elements.kind.querySelector(`[value="${value("kind")}"]`)?.textContent ?? "";
        const facts = [kind, written(value("day")), value("publisher"), value("marking")]
          .filter(Boolean)
          .join(" · ");
        const title = element("a", { href: address, dir: "auto" }, joined(data.meta.title));
        const item = element(
          "li",
          {},
          element("p", { class: "result-title", lang: value("language") }, title),
          element("p", { class: "facts" }, facts),
        );
        for (const { id, nodes } of passages(data, places)) {
          const text = element("p", { class: "excerpt", dir: "auto", lang: value("language") });
          if (id === "top") text.append(...nodes);
          else
            text.append(
              element("a", { href: `${address.split("#")[0]}#${encodeURIComponent(id)}` }, ...nodes),
            );
          item.append(text);
        }
        return item;
      }),
    );
    return items;
  }

  async function next() {
    const items = await show(shown.splice(0, length));
    list.append(...items);
    more.hidden = shown.length === 0;
    return items[0];
  }

  async function run() {
    const turn = ++asked;
    const values = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
    const { q = "", ...chosen } = values;
    const filters = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ""));
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ""));
    history.replaceState(null, "", query.size === 0 ? location.pathname : `?${query}`);
    if (query.size === 0) {
      section.hidden = true;
      status.textContent = "";
      return;
    }
    status.textContent = words.searching;
    try {
      const results = await find(q, filters);
      if (turn !== asked) return;
      shown = [...results];
      const items = await show(shown.splice(0, length));
      if (turn !== asked) return;
      list.replaceChildren(...items);
      section.hidden = results.length === 0;
      more.hidden = shown.length === 0;
      status.textContent =
        results.length === 0 ? words.none : words.count.replace("{n}", String(results.length));
    } catch (cause) {
      if (turn !== asked) return;
      pagefind = null;
      status.textContent = words.failed;
      throw cause;
    } finally {
      if (turn === asked) for (const part of below) part.hidden = false;
    }
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  more.addEventListener("click", async () => {
    const first = await next();
    first?.querySelector("a")?.focus();
  });

  const told = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = told.get(field.name);
    if (value !== null) field.value = value;
  }
  // Nothing that is read moves when the answer to an address comes.
  const answering = fields.some((field) => field.value.trim() !== "");
  for (const part of below) part.hidden = answering;
  run();
})();

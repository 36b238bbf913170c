// In the browser, in the preview only: loads again what a build has changed, and lays findings over the page while there are any.
(() => {
  const source = new EventSource(document.currentScript.dataset.events);
  const place = `chancery ${location.pathname}`;

  /** The output path of this page. */
  function ownPath() {
    const path = decodeURIComponent(location.pathname).replace(/^\/+/, "");
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  }

  function show({ findings, failure }) {
    document.querySelector("[data-findings]")?.remove();
    const lines = failure === null ? findings : [failure];
    if (lines.length === 0) return;
    const panel = document.createElement("pre");
    panel.dataset.findings = "";
    panel.setAttribute("role", "alert");
    panel.textContent = lines.join("\n");
    Object.assign(panel.style, {
      position: "fixed",
      inset: "auto 0 0 0",
      zIndex: "9",
      margin: "0",
      padding: "1rem 1.5rem",
      maxHeight: "50vh",
      overflow: "auto",
      whiteSpace: "pre-wrap",
      direction: "ltr",
      font: "14px/1.5 monospace",
      color: "#fff",
      background: "#5b1a1a",
    });
    document.body.append(panel);
  }

  /** The new style is there before the old one goes, so that the page never stands naked. */
  function swap([before, after]) {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      if (!link.getAttribute("href").endsWith(before)) continue;
      const next = link.cloneNode();
      next.setAttribute("href", link.getAttribute("href").replace(before, after));
      next.addEventListener("load", () => link.remove());
      link.after(next);
    }
  }

  function reload() {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  }

  addEventListener("load", () => {
    const top = sessionStorage.getItem(place);
    if (top === null) return;
    sessionStorage.removeItem(place);
    scrollTo({ top: Number(top), behavior: "instant" });
  });
  for (const event of ["state", "built"])
    source.addEventListener(event, ({ data }) => show(JSON.parse(data)));
  source.addEventListener("changed", ({ data }) => {
    const { paths, styles } = JSON.parse(data);
    for (const names of styles) swap(names);
    if (paths.includes(ownPath())) reload();
  });
  // Whoever lost the builder for a while may have missed something.
  let lost = false;
  source.addEventListener("error", () => (lost = true));
  source.addEventListener("open", () => lost && reload());
})();

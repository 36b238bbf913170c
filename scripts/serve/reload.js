// In the browser, in the preview only: loads the page again after a build, and lays findings over it when there are any.
(() => {
  const source = new EventSource(document.currentScript.dataset.events);

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

  source.addEventListener("state", ({ data }) => show(JSON.parse(data)));
  source.addEventListener("built", ({ data }) => {
    const news = JSON.parse(data);
    const failed = news.failure !== null || news.findings.some((line) => / error [a-z-]+: /.test(line));
    if (failed) show(news);
    else location.reload();
  });
})();

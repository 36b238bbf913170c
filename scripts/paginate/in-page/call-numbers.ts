// Writes the numbers of note calls as text: what a style sheet generates is in no tag of the PDF.

/**
 * Each number looks as Paged.js made it look and stands where it stood. Runs in the tab after layout: it may use
 * nothing from outside its own body.
 */
export function writeCallNumbers(): void {
  const COPIED =
    "font-family font-size font-weight font-style font-variant font-feature-settings line-height vertical-align color letter-spacing".split(
      " ",
    );
  const calls = [...document.querySelectorAll<HTMLElement>(".pagedjs_page_content [data-footnote-call]")];
  const styles = calls.map((call) => {
    const generated = getComputedStyle(call, "::after");
    return COPIED.map((name) => `${name}:${generated.getPropertyValue(name)}`).join(";");
  });
  calls.forEach((call, index) => {
    const span = document.createElement("span");
    const number = /footnote (\d+)/.exec(call.style.getPropertyValue("counter-set"))?.[1];
    span.textContent = number ?? String(index + 1);
    span.style.cssText = styles[index] ?? "";
    call.setAttribute("data-call-written", "");
    call.append(span);
  });
  const style = document.createElement("style");
  style.setAttribute("data-pagedjs-inserted-styles", "");
  style.textContent = "[data-call-written]::after { content: none !important }";
  document.head.append(style);
}

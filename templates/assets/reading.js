// Copies the permanent link of a paragraph when its number is followed; without this script the number is a link all the same.
(() => {
  const words = document.querySelector("[data-copied]")?.dataset;
  if (!words || !navigator.clipboard) return;
  const status = document.createElement("p");
  status.className = "copied";
  status.setAttribute("role", "status");
  document.querySelector("main").append(status);
  const base = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
  let timer;
  const say = (text) => {
    status.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => status.replaceChildren(), 3000);
  };
  for (const number of document.querySelectorAll("a.number")) number.title = words.copy;
  document.addEventListener("click", (event) => {
    const number = event.target.closest("a.number");
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = new URL(number.hash, base).href;
    navigator.clipboard.writeText(address).then(
      () => say(words.copied),
      () => say(address),
    );
  });
})();

// Nothing moves when fonts arrive: the page waits for those of its text, a second at most. Without scripts they arrive a moment later.
(() => {
  const root = document.documentElement;
  const ours = [...document.fonts].filter(({ family }) => !/^"?Near /.test(family));
  const faces = ours.slice(0, Number(document.currentScript.dataset.faces));
  const show = () => root.classList.remove("unset");
  setTimeout(show, 1000);
  root.classList.add("unset");
  Promise.allSettled(faces.map((face) => face.load())).then(show);
})();

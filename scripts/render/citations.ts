// Citations that follow each other stay on one line in print, with the full stop or comma after them.

const ROW = /(?:<a class="citation"[^>]*>[^<]*<\/a>)+[.,;:!?…]*/g;

export function keepCitations(html: string): string {
  return html.replace(ROW, (row) =>
    /^<a[^>]*>[^<]*<\/a>$/.test(row) ? row : `<span class="citations">${row}</span>`,
  );
}

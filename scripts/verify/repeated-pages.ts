// A print document as it stands on paper: in lists of page numbers, a number that repeats the one before is not printed.

/** `labels`: what is printed as the page of each id. */
export function withoutRepeatedPages(html: string, labels: ReadonlyMap<string, string>): string {
  return html.replace(
    /(\sdata-pages\b[^>]*>)([\s\S]*?)(<\/li>)/g,
    (_list, open: string, links: string, close: string) => {
      let last: string | undefined;
      const kept = links.replace(/<a\b[\s\S]*?<\/a>/g, (link) => {
        const label = labels.get(/\sdata-page-of="([^"]*)"/.exec(link)?.[1] ?? "");
        const repeats = label !== undefined && label === last;
        last = label ?? last;
        return repeats ? "" : link;
      });
      return open + kept + close;
    },
  );
}

// Citations, `[@crs-2023]` or `[@a; @b]`: an inline rule of markdown-it that makes one `citation` token for each.
import type { MarkdownIt } from "markdown-it";

const bracket = /\[(@[A-Za-z0-9_-]+(?:\s*;\s*@[A-Za-z0-9_-]+)*)\]/y;

export function citation(markdownIt: MarkdownIt): void {
  markdownIt.inline.ruler.before("link", "citation", (state, silent) => {
    bracket.lastIndex = state.pos;
    const found = bracket.exec(state.src)?.[1];
    if (found === undefined) return false;
    if (!silent) {
      for (const name of found.split(";")) {
        state.push("citation", "", 0).content = name.trim().slice(1);
      }
    }
    state.pos = bracket.lastIndex;
    return true;
  });
}

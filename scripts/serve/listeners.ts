// The browsers that listen for builds: each told everything, and none waited for.
import type { ServerResponse } from "node:http";

/** What a browser that does not read may leave unread before it is let go; it connects again and loads its page anew. Bytes. */
const mostUnread = 1 << 20;

export type Listeners = {
  add(response: ServerResponse, first: string): void;
  tell(text: string): void;
  readonly count: number;
};

export function openListeners(): Listeners {
  const all = new Set<ServerResponse>();
  return {
    get count() {
      return all.size;
    },
    add(response, first) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      all.add(response);
      response.on("close", () => all.delete(response)).on("error", () => all.delete(response));
      response.write(first);
    },
    tell(text) {
      for (const one of all) {
        if (one.writableLength > mostUnread) one.destroy();
        else one.write(text);
      }
    },
  };
}

// The preview server: files of one folder to browsers of this machine alone, and word of every build.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { EnvironmentError, explain } from "../command/command.ts";
import { fileFor } from "./files.ts";
import { openListeners } from "./listeners.ts";
import type { News } from "./messages.ts";
import { eventsPath, previewPage, scriptPath } from "./preview.ts";
import { rangeOf } from "./range.ts";

const host = "127.0.0.1";
const firstPort = 8080;
const lastPort = 8180;
/** How many packs are remembered as looked at. */
const mostLooked = 8;
const script = fileURLToPath(new URL("reload.js", import.meta.url));

/** Output paths that are other than they were, and styles that have a new name, the old one first. */
export type Changes = {
  readonly paths: readonly string[];
  readonly styles: readonly (readonly [string, string])[];
};

export type Preview = {
  readonly url: string;
  /** Says how the last build ended. */
  tell(news: News): void;
  /** Says what to load again. */
  refresh(changes: Changes): void;
  /** Slugs of the packs whose pages were asked for last, the last one first. */
  readonly looked: readonly string[];
  /** How many browsers listen. */
  readonly listeners: number;
  close(): Promise<void>;
};

/** Folder of the paged view of a pack; null when there is no such pack. */
export type Views = (slug: string) => Promise<string | null>;

/** Serves `folder`; on `port` or not at all, or when it is null on the next free port from 8080. */
export async function serve(
  folder: string,
  port: number | null,
  views: Views = async () => null,
): Promise<Preview> {
  const listeners = openListeners();
  const looked = new Set<string>();
  let last: News | null = null;
  let own = "";
  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(500, { "content-type": "text/plain; charset=utf-8" })
          .end(`${explain(cause)}; load the page again when that is mended\n`);
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurs(request, own)) return refuse(response, 403);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    const path = (request.url ?? "/").split(/[?#]/)[0] ?? "/";
    if (path === eventsPath)
      return listeners.add(response, last === null ? ": waiting\n\n" : event("state", last));
    const view = /^\/packs\/([a-z0-9_-]+)\/print\/(.*)$/.exec(path);
    if (view !== null) {
      const at = await views(view[1] ?? "");
      const found = at === null ? null : await fileFor(`/${view[2]}`, at, script);
      if (found !== null) return send(request, response, 200, found);
    }
    look(/^\/packs\/([a-z0-9_-]+)\//.exec(path)?.[1]);
    const file = await fileFor(path === scriptPath ? null : path, folder, script);
    if (file === null && !path.endsWith("/") && (await fileFor(`${path}/`, folder, script)) !== null)
      return void response.writeHead(308, { location: `${path.replace(/^\/+/, "/")}/` }).end();
    if (file === null) return refuse(response, 404, await fileFor("/404.html", folder, script));
    send(request, response, 200, file);
  }

  function look(slug: string | undefined): void {
    if (slug === undefined) return;
    looked.delete(slug);
    looked.add(slug);
    const [oldest = ""] = looked;
    if (looked.size > mostLooked) looked.delete(oldest);
  }

  const bound = await bind(server, port);
  own = `${host}:${bound}`;
  return {
    url: `http://${own}/`,
    get looked() {
      return [...looked].reverse();
    },
    get listeners() {
      return listeners.count;
    },
    tell(news) {
      last = news;
      listeners.tell(event("built", news));
    },
    refresh(changes) {
      listeners.tell(`event: changed\ndata: ${JSON.stringify(changes)}\n\n`);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type File = NonNullable<Awaited<ReturnType<typeof fileFor>>>;

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { type, bytes }: File,
): void {
  const isPage = type.startsWith("text/html");
  const body = isPage ? previewPage(bytes) : bytes;
  const common = {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(isPage ? {} : { "accept-ranges": "bytes" }),
  };
  const range = isPage || request.method === "HEAD" ? null : rangeOf(request.headers.range, body.length);
  if (range === "none")
    return void response.writeHead(416, { ...common, "content-range": `bytes */${body.length}` }).end();
  const part = range === null ? body : body.subarray(range.first, range.last + 1);
  const headers = { ...common, "content-length": part.length };
  if (range !== null)
    Object.assign(headers, { "content-range": `bytes ${range.first}-${range.last}/${body.length}` });
  response
    .writeHead(range === null ? status : 206, headers)
    .end(request.method === "HEAD" ? undefined : part);
}

function refuse(response: ServerResponse, status: 403 | 404 | 405, page: File | null = null): void {
  if (page !== null) response.writeHead(status, { "content-type": page.type }).end(previewPage(page.bytes));
  else response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${status}\n`);
}

/** Other sites may not reach this server through a browser: neither by another name for this machine, nor from a page of theirs. */
function isOurs({ headers }: IncomingMessage, own: string): boolean {
  const names = [own, own.replace(host, "localhost")];
  const { host: asked, origin } = headers;
  return (
    asked !== undefined &&
    names.includes(asked) &&
    (origin === undefined || names.some((name) => origin === `http://${name}`))
  );
}

function event(name: string, news: News): string {
  return `event: ${name}\ndata: ${JSON.stringify(news)}\n\n`;
}

async function bind(server: Server, port: number | null): Promise<number> {
  for (let candidate = port ?? firstPort; candidate <= (port ?? lastPort); candidate++) {
    if (await listens(server, candidate)) return candidate;
  }
  throw new EnvironmentError(
    port === null
      ? `no port from ${firstPort} to ${lastPort} is free; name one with --port N`
      : `port ${port} is taken; name another with --port N`,
  );
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const onError = (cause: NodeJS.ErrnoException) => {
      server.removeListener("listening", onListening);
      if (cause.code === "EADDRINUSE" || cause.code === "EACCES") done(false);
      else fail(cause);
    };
    const onListening = () => {
      server.removeListener("error", onError);
      done(true);
    };
    server.once("error", onError).once("listening", onListening).listen(port, host);
  });
}

// A built site as a plain static host serves it, below a folder and with the headers of its own `_headers`, and a browser that may ask it.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { BuiltSite } from "./built-site.ts";

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  woff2: "font/woff2",
};

/** Below which the site stands on its host. */
export const below = "/briefings/desk";

export type Served = { readonly url: (path: string) => string; close(): Promise<void> };

export async function serveSite({ folder }: Pick<BuiltSite, "folder">): Promise<Served> {
  const rules = headerRules(await readFile(join(folder, "_headers"), "utf8"));
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const inside = path.startsWith(`${below}/`) ? path.slice(below.length) : "/404";
    readFile(join(folder, inside.endsWith("/") ? `${inside}index.html` : inside)).then(
      (bytes) => {
        for (const [name, value] of headersFor(inside, rules)) response.appendHeader(name, value);
        const extension = inside.endsWith("/") ? "html" : (inside.split(".").at(-1) ?? "");
        response.setHeader("content-type", types[extension] ?? "application/octet-stream");
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${below}/${path}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export type HeaderRule = {
  readonly pattern: string;
  readonly headers: readonly (readonly [string, string])[];
};

/** Rules of a `_headers` file, in its order. */
export function headerRules(text: string): readonly HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split("\n")) {
    const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else if (line.trim() !== "") rules.push({ pattern: line.trim(), headers: [] });
  }
  return rules;
}

/** All headers of all rules that match, as the hosts that read the format send them. */
export function headersFor(
  path: string,
  rules: readonly HeaderRule[],
): readonly (readonly [string, string])[] {
  return rules
    .filter(({ pattern }) =>
      pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
    )
    .flatMap(({ headers }) => headers);
}

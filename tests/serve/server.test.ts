// The preview server answers this machine alone, and serves nothing but the folder.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EnvironmentError } from "../../scripts/command/command.ts";
import { type Preview, serve } from "../../scripts/serve/server.ts";

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
};

let folder = "";
let preview: Preview;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chancery-serve-"));
  await mkdir(join(folder, "site/packs/a"), { recursive: true });
  await mkdir(join(folder, "site/empty"));
  const page = (name: string) =>
    `<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head>${name}</html>`;
  await writeFile(join(folder, "site/index.html"), page("front"));
  await writeFile(join(folder, "site/404.html"), page("not found"));
  await writeFile(join(folder, "site/packs/a/index.html"), page("pack"));
  await writeFile(join(folder, "site/style.css"), "p{}");
  await writeFile(join(folder, "site/a.constructor"), "odd");
  await writeFile(join(folder, "site/é b.txt"), "named");
  await writeFile(join(folder, "secret.txt"), "canary");
  await mkdir(join(folder, "site-beside"));
  await writeFile(join(folder, "site-beside/secret.txt"), "canary");
  await symlink(join(folder, "secret.txt"), join(folder, "site/linked.txt"));
  await symlink(join(folder, "site-beside"), join(folder, "site/beside"));
  await symlink("/etc", join(folder, "site/etc"));
  preview = await serve(join(folder, "site"), null);
});

afterAll(async () => {
  await preview.close();
  await rm(folder, { recursive: true });
});

/** Sends a path as it stands: `fetch` would tidy it up. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Answer> {
  const { hostname, port, host } = new URL(preview.url);
  return new Promise((done, fail) => {
    const asked = send({ hostname, port, path, method, headers: { host, ...headers } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => (body += chunk));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on("error", fail).end();
  });
}

test("listens on 127.0.0.1 and nowhere else", async () => {
  const { port, hostname } = new URL(preview.url);
  expect(hostname).toBe("127.0.0.1");
  await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow();
});

describe("paths", () => {
  /** Path, status, a part of the body. */
  const cases: readonly (readonly [string, number, string])[] = [
    ["/", 200, "front"],
    ["/index.html", 200, "front"],
    ["/index.html?x=1", 200, "front"],
    ["/packs/a/", 200, "pack"],
    ["/packs//a/", 200, "pack"],
    ["/%C3%A9%20b.txt", 200, "named"],
    ["/a.constructor", 200, "odd"],
    ["/packs/", 404, "not found"],
    ["/empty", 404, "not found"],
    ["/nowhere", 404, "not found"],
    ["/index.html/", 404, "not found"],
    ["/../secret.txt", 404, "not found"],
    ["/packs/../../secret.txt", 404, "not found"],
    ["/%2e%2e/secret.txt", 404, "not found"],
    ["/..%2fsecret.txt", 404, "not found"],
    ["/..%5csecret.txt", 404, "not found"],
    ["/%252e%252e/secret.txt", 404, "not found"],
    ["/../site-beside/secret.txt", 404, "not found"],
    ["/linked.txt", 404, "not found"],
    ["/beside/secret.txt", 404, "not found"],
    ["/etc/hostname", 404, "not found"],
    ["/index.html%00.txt", 404, "not found"],
    ["/%00", 404, "not found"],
    ["/%", 404, "not found"],
    ["/%ff", 404, "not found"],
    [`/${"a".repeat(5000)}`, 404, "not found"],
    ["http://evil.example/index.html", 404, "not found"],
    ["/.chancery/reload.js", 200, "EventSource"],
    ["/.chancery/../secret.txt", 404, "not found"],
  ];
  test.each(cases)("%s: %i", async (path, status, part) => {
    const answer = await ask(path);
    expect(answer.body).not.toContain("canary");
    expect(answer).toMatchObject({ status, body: expect.stringContaining(part) });
  });

  test("a folder without its last slash leads to the one with it, on this server", async () => {
    expect(await ask("/packs/a")).toMatchObject({ status: 308, headers: { location: "/packs/a/" } });
    expect(await ask("//packs/a")).toMatchObject({ status: 308, headers: { location: "/packs/a/" } });
  });

  test("types and headers", async () => {
    expect((await ask("/style.css")).headers).toMatchObject({
      "content-type": "text/css; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
  });

  test("HEAD has the headers and no body", async () => {
    const [got, head] = [await ask("/packs/a/"), await ask("/packs/a/", {}, "HEAD")];
    expect(head).toMatchObject({ status: 200, body: "" });
    expect(head.headers["content-length"]).toBe(got.headers["content-length"]);
    expect(await ask("/nowhere", {}, "HEAD")).toMatchObject({ status: 404, body: "" });
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is refused", async (method) => {
    expect((await ask("/", {}, method)).status).toBe(405);
  });

  test("pages get the preview's script, and leave to hear of builds", async () => {
    const { body } = await ask("/");
    expect(body).toContain("default-src 'none'; connect-src 'self'\"");
    expect(body).toContain('<script src="/.chancery/reload.js"');
    expect((await ask("/style.css")).body).toBe("p{}");
  });
});

describe("who may ask", () => {
  const own = () => new URL(preview.url).host;
  const local = () => own().replace("127.0.0.1", "localhost");
  const port = () => new URL(preview.url).port;
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, number])[] = [
    ["itself", () => ({ host: own() }), 200],
    ["localhost", () => ({ host: local() }), 200],
    ["its own page", () => ({ origin: `http://${own()}` }), 200],
    ["a foreign name", () => ({ host: "evil.example" }), 403],
    ["a foreign name and its port", () => ({ host: `evil.example:${port()}` }), 403],
    ["a name that begins like it", () => ({ host: `${own()}.evil.example` }), 403],
    ["another port", () => ({ host: "127.0.0.1:1" }), 403],
    ["a foreign page", () => ({ origin: "http://evil.example" }), 403],
    ["a page of another port", () => ({ origin: "http://127.0.0.1:1" }), 403],
    ["a page by https", () => ({ origin: `https://${own()}` }), 403],
    ["a sandboxed page", () => ({ origin: "null" }), 403],
  ];
  test.each(cases)("%s", async (_, headers, status) => {
    expect((await ask("/", headers())).status).toBe(status);
    if (status === 403) expect((await ask("/.chancery/events", headers())).status).toBe(403);
  });
});

test("tells browsers of builds, and those that come later of the last one", async () => {
  const listen = async () => {
    const reader = (await fetch(`${preview.url}.chancery/events`)).body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    return { next, first: await next(), stop: () => reader?.cancel() };
  };
  const early = await listen();
  expect(early.first).toBe(": waiting\n\n");
  const news = { findings: ["a\nb: error x: y"], failure: null };
  preview.tell(news);
  expect(await early.next()).toBe(`event: built\ndata: ${JSON.stringify(news)}\n\n`);
  const late = await listen();
  expect(late.first).toBe(`event: state\ndata: ${JSON.stringify(news)}\n\n`);
  await early.stop();
  await late.stop();
});

describe("ports", () => {
  test("one that is named is that one, or none", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    const { port } = other.address() as AddressInfo;
    await expect(serve(folder, port)).rejects.toThrow(EnvironmentError);
    await expect(serve(folder, port)).rejects.toThrow(String(port));
    await new Promise((done) => other.close(done));
    const named = await serve(folder, port);
    expect(named.url).toBe(`http://127.0.0.1:${port}/`);
    await named.close();
  });

  test("without a name the next free one is taken", async () => {
    const second = await serve(folder, null);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(preview.url).port));
    await second.close();
  });
});

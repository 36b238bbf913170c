// Capturing from the web: a server of our own plays every part, honest and not.

import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaptureError, capture, limits } from "../../scripts/capture/fetch.ts";
import { isPrivate } from "../../scripts/capture/private.ts";

const page = "<!doctype html><title>Ünïcode</title><p>A page.</p>";
let server: Server;
let base: string;

const answers: Readonly<Record<string, RequestListener>> = {
  "/page": (_, response) => response.setHeader("content-type", 'text/html; charset="windows-1252"').end(page),
  "/gzip": (_, response) =>
    response.setHeader("content-type", "text/html").setHeader("content-encoding", "gzip").end(gzipSync(page)),
  "/brotli": (_, response) =>
    response
      .setHeader("content-type", "text/html")
      .setHeader("content-encoding", "br")
      .end(brotliCompressSync(page)),
  "/bomb": (_, response) =>
    response
      .setHeader("content-type", "text/html")
      .setHeader("content-encoding", "gzip")
      .end(gzipSync(Buffer.alloc(8_000_000, "a"))),
  "/broken": (_, response) =>
    response.setHeader("content-type", "text/html").setHeader("content-encoding", "gzip").end("no gzip"),
  "/odd": (_, response) =>
    response.setHeader("content-type", "text/html").setHeader("content-encoding", "zstdx").end("?"),
  "/here": (_, response) => response.writeHead(302, { location: "/page" }).end(),
  "/round": (_, response) => response.writeHead(302, { location: "/round" }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/inside": (_, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
  "/slow": (_, response) => void response.setHeader("content-type", "text/html").write("a"),
  "/short": (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-length": "500" });
    response.write("a");
    setTimeout(() => response.destroy(), 20);
  },
  "/endless": (_, response) => {
    response.setHeader("content-type", "text/html");
    const more = () => {
      while (response.write(Buffer.alloc(65_536, "a")));
      response.once("drain", more);
    };
    more();
  },
  "/empty": (_, response) => response.setHeader("content-type", "text/html").end(),
  "/picture": (_, response) => response.setHeader("content-type", "image/png").end("png"),
  "/notes.md": (_, response) => response.setHeader("content-type", "text/plain").end("# Notes"),
  "/notes.docx": (_, response) => response.setHeader("content-type", "application/octet-stream").end("PK"),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url ?? ""];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = { ...limits, allowPrivate: true, time: 1500, size: 1_000_000 };
const failure = (address: string, within = here) =>
  capture(address, within).then(
    () => "captured",
    (cause: unknown) => {
      expect(cause).toBeInstanceOf(CaptureError);
      return (cause as Error).message;
    },
  );

test.each([
  ["/page", page, "html", "windows-1252"],
  ["/gzip", page, "html", null],
  ["/brotli", page, "html", null],
  ["/here", page, "html", "windows-1252"],
  ["/notes.md", "# Notes", "md", null],
  ["/notes.docx", "PK", "docx", null],
])("%s comes as it is", async (path, text, extension, charset) => {
  const captured = await capture(base + path, here);
  expect({ ...captured, bytes: new TextDecoder().decode(captured.bytes) }).toEqual({
    bytes: text,
    url: base + (path === "/here" ? "/page" : path),
    extension,
    charset,
  });
});

test.each([
  ["/nowhere", "answers 404 Not Found"],
  ["/bomb", "has more than 1 MB"],
  ["/endless", "has more than 1 MB"],
  ["/broken", "cannot be had: incorrect header check"],
  ["/odd", "comes packed as zstdx"],
  ["/round", "leads on more than 5 times"],
  ["/file", "is neither http nor https"],
  ["/slow", "took longer than 1.5 s"],
  ["/short", "cannot be had: aborted"],
  ["/empty", "is empty"],
  ["/picture", "is image/png; articles are"],
])("%s fails in words", async (path, words) => {
  expect(await failure(base + path)).toContain(words);
});

describe("private addresses", () => {
  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.1.2.3:8080/",
  ])("%s is not asked", async (address) => {
    expect(await failure(address, { ...here, allowPrivate: false })).toContain("is not asked");
  });

  test.each([
    ["8.8.8.8", false],
    ["2606:4700::1111", false],
    ["172.15.0.1", false],
    ["172.16.0.1", true],
    ["::ffff:8.8.8.8", false],
    ["::ffff:10.0.0.1", true],
    ["fe80::1%eth0", true],
    ["255.255.255.255", true],
    ["example.org", true],
  ])("%s is private: %s", (address, expected) => expect(isPrivate(address)).toBe(expected));
});

test.each([
  ["ftp://example.org/", "is neither http nor https"],
  ["http://user:secret@example.org/", "leave them out of the address"],
  ["http://", "is no web address"],
])("%s is no address of an article", async (address, words) => {
  const message = await failure(address);
  expect(message).toContain(words);
  expect(message).not.toContain("secret");
});

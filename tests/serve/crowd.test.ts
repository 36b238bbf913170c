// The preview under a crowd: hostile requests by the hundred, browsers that listen by the thousand, and one that never reads.
import { mkdir, writeFile } from "node:fs/promises";
import { type ClientRequest, get, request as send } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Preview, serve } from "../../scripts/serve/server.ts";
import { temporaryFolder } from "../support/content.ts";

let preview: Preview | null = null;

afterEach(async () => {
  await preview?.close();
  preview = null;
});

async function open(): Promise<Preview> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "site"));
  await writeFile(join(folder, "site/index.html"), "<html><head></head>front</html>");
  await writeFile(
    join(folder, "site/pack.pdf"),
    Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 256)),
  );
  await writeFile(join(folder, "secret.txt"), "canary");
  preview = await serve(join(folder, "site"), null);
  return preview;
}

/** Status and body of bytes that are sent as they stand. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(preview?.url ?? "");
  return new Promise((done) => {
    let said = "";
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.setTimeout(5000, () => socket.destroy());
    socket
      .on("data", (chunk) => (said += chunk))
      .on("error", () => {})
      .on("close", () => done(said));
  });
}

test("hundreds of hostile requests leak nothing, and the next is answered", async () => {
  const { host } = new URL((await open()).url);
  const up = [
    "..",
    "%2e%2e",
    "..%2f",
    "%2e%2e%2f",
    "..%5c",
    "..\\",
    "%c0%ae%c0%ae",
    "....//",
    ".%00./",
    "..;",
  ];
  const paths = up.flatMap((part) =>
    [1, 2, 5, 40].flatMap((depth) => {
      const way = Array.from({ length: depth }, () => part).join("/");
      return [`/${way}/secret.txt`, `/packs/x/print/${way}/secret.txt`, `/.chancery/${way}/secret.txt`];
    }),
  );
  const lines = [
    ...paths.map((path) => `GET ${path} HTTP/1.1`),
    `GET /${"a".repeat(200_000)} HTTP/1.1`,
    `GET /${"%00".repeat(500)} HTTP/1.1`,
    "GET http://evil.example/secret.txt HTTP/1.1",
    "GET file:///etc/passwd HTTP/1.1",
    "GET \u0000 HTTP/1.1",
    "GET * HTTP/1.1",
    "CONNECT evil.example:80 HTTP/1.1",
    "TRACE / HTTP/1.1",
    "G\u0007T / HTTP/1.1",
    "nothing at all",
  ];
  for (const name of [host, "evil.example"])
    for (const line of lines) {
      const said = await raw(`${line}\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
      expect(said, line).not.toMatch(/canary|root:|\n {4}at /);
      expect(said, line).toMatch(/^(?:HTTP\/1\.1 (?:308|40[0-9]|414|431) |$)/);
    }
  expect(await (await fetch(preview?.url ?? "")).text()).toContain("front");
});

test("a part of a PDF is that part, and a part that it has not is refused", async () => {
  const { url } = await open();
  const part = async (range: string, method = "GET") => {
    const answer = await fetch(`${url}pack.pdf`, { method, headers: { range } });
    return {
      status: answer.status,
      range: answer.headers.get("content-range"),
      bytes: [...new Uint8Array(await answer.arrayBuffer())],
    };
  };
  expect(await part("bytes=256-258")).toEqual({ status: 206, range: "bytes 256-258/1000", bytes: [0, 1, 2] });
  expect(await part("bytes=-2")).toMatchObject({
    status: 206,
    range: "bytes 998-999/1000",
    bytes: [230, 231],
  });
  expect(await part("bytes=1000-")).toEqual({ status: 416, range: "bytes */1000", bytes: [] });
  expect((await part("bytes=0-1,4-5")).bytes).toHaveLength(1000);
  expect(await part("bytes=0-1", "HEAD")).toEqual({ status: 200, range: null, bytes: [] });
  const whole = await fetch(`${url}pack.pdf`, { method: "HEAD" });
  expect([whole.headers.get("accept-ranges"), whole.headers.get("content-length")]).toEqual([
    "bytes",
    "1000",
  ]);
});

test("a thousand browsers that listen are all told, and forgotten when they go", async () => {
  const { url } = await open();
  let told = 0;
  const asked: ClientRequest[] = [];
  await Promise.all(
    Array.from(
      { length: 1000 },
      () =>
        new Promise<void>((done, fail) => {
          const one = get(`${url}.chancery/events`, (answer) => {
            answer.on("data", (chunk) => {
              if (String(chunk).includes("event: built")) told += 1;
              else done();
            });
            answer.on("error", () => {});
          });
          one.on("error", fail);
          asked.push(one);
        }),
    ),
  );
  preview?.tell({ findings: [], failure: null });
  await expect.poll(() => told, { timeout: 10_000 }).toBe(1000);
  expect(await (await fetch(url)).text()).toContain("front");
  for (const one of asked)
    one
      .removeAllListeners("error")
      .on("error", () => {})
      .destroy();
  await expect.poll(() => preview?.listeners, { timeout: 10_000 }).toBe(0);
});

test("a browser that never reads is let go before it fills the memory", async () => {
  const { url } = await open();
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {}).pause();
  socket.write(`GET /.chancery/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await expect.poll(() => preview?.listeners).toBe(1);
  const paths = Array.from({ length: 5000 }, (_, at) => `packs/pack-${at}/index.html`);
  for (let turn = 0; turn < 200 && preview?.listeners === 1; turn++) {
    preview.refresh({ paths, styles: [] });
    await new Promise(setImmediate);
  }
  expect(preview?.listeners).toBe(0);
  socket.destroy();
  await new Promise<void>((done) => send(url, () => done()).end());
});

// inspect on a web address: the same reader, the server's word on the character set, and no private address unasked.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";

const verb = new URL("../../scripts/inspect.ts", import.meta.url).pathname;
const russian = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
const server = createServer((_, response) =>
  response
    .setHeader("content-type", "text/html; charset=windows-1251")
    .end(
      Buffer.concat([
        Buffer.from("<!doctype html><title>T</title><article><p>"),
        russian,
        Buffer.from("</p></article>"),
      ]),
    ),
);
let address: string;
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`;
});
afterAll(() => server.close());

async function inspect(...args: readonly string[]) {
  const child = spawn(process.execPath, [verb, ...args]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  const [status] = await once(child, "close");
  return { status, out, err };
}

test("an address is read as a file is", async () => {
  const { status, out } = await inspect(address, "--allow-private", "--format", "json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ title: "T", blocks: [{ kind: "paragraph", text: "Привет" }] });
});

test("a private address is not asked unless the user says so", async () => {
  const { status, out, err } = await inspect(address);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain("is not asked");
});

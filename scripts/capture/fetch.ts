// An article from the web: the bytes as they came, within limits of time, size and redirections, from public addresses alone.
import { lookup as resolveName } from "node:dns";
import { get as getPlain, type IncomingMessage } from "node:http";
import { get as getSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { isPrivate } from "./private.ts";

export type Captured = {
  /** Without the coding of the transfer, else as they came. */
  readonly bytes: Uint8Array;
  /** Where they came from, after redirections. */
  readonly url: string;
  /** A format that is read: `html`, `txt`, `md` or `docx`. */
  readonly extension: string;
  /** The label of the character set that the answer states; null when it states none. */
  readonly charset: string | null;
};

export type Limits = {
  /** Of the whole capture, in milliseconds. */
  readonly time: number;
  /** Of the bytes, packed or unpacked. */
  readonly size: number;
  readonly redirections: number;
  /** Whether addresses of this machine and of local networks may be asked. */
  readonly allowPrivate: boolean;
};

export const limits: Limits = {
  time: 30_000,
  size: 24 * 1024 * 1024,
  redirections: 5,
  allowPrivate: false,
};

/** Why an article could not be had, in one line that names the address. */
export class CaptureError extends Error {}

/** Throws CaptureError for anything but an article that came whole. */
export async function capture(
  address: string,
  { time, size, redirections, allowPrivate } = limits,
): Promise<Captured> {
  const signal = AbortSignal.timeout(time);
  let url = addressOf(address, null);
  for (let turn = 0; turn <= redirections; turn++) {
    try {
      const answer = await ask(url, allowPrivate, signal);
      const { statusCode = 0, headers } = answer;
      if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
        answer.destroy();
        url = addressOf(headers.location, url);
        continue;
      }
      if (statusCode !== 200) {
        answer.destroy();
        throw new CaptureError(`${url} answers ${statusCode} ${answer.statusMessage ?? ""}`.trimEnd());
      }
      const { extension, charset } = kindOf(headers["content-type"] ?? "", url);
      return { bytes: await bytesOf(answer, size, url), url: String(url), extension, charset };
    } catch (cause) {
      if (cause instanceof CaptureError) throw cause;
      if (signal.aborted) throw new CaptureError(`${url} took longer than ${time / 1000} s`, { cause });
      throw new CaptureError(`${url} cannot be had: ${(cause as Error).message}`, { cause });
    }
  }
  throw new CaptureError(`${address} leads on more than ${redirections} times`);
}

function addressOf(text: string, base: URL | null): URL {
  const url = URL.canParse(text, base ?? undefined) ? new URL(text, base ?? undefined) : null;
  if (url === null) throw new CaptureError(`${text} is no web address`);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new CaptureError(`${url} is neither http nor https`);
  if (url.username !== "" || url.password !== "")
    throw new CaptureError(`${url.host} would be sent a name and a password; leave them out of the address`);
  url.hash = "";
  return url;
}

/** The name is looked up once and its address judged there, so that no second look-up can lead elsewhere. */
function ask(url: URL, allowPrivate: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) throw refused(url);
  const lookup: LookupFunction = (name, options, done) =>
    resolveName(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, "");
      const allowed = found.filter(({ address }) => allowPrivate || !isPrivate(address));
      const [first] = allowed;
      if (first === undefined) return done(refused(url), "");
      if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
  const headers = { "accept-encoding": "gzip, deflate, br", "user-agent": "Chancery", accept: "*/*" };
  return new Promise((answered, fail) => {
    const get = url.protocol === "https:" ? getSecure : getPlain;
    get(url, { lookup, signal, headers, agent: false }, answered).on("error", fail);
  });
}

function refused(url: URL): CaptureError {
  return new CaptureError(`${url.host} is an address of this machine or of a local network; it is not asked`);
}

async function bytesOf(answer: IncomingMessage, size: number, url: URL): Promise<Uint8Array> {
  const unpack = {
    gzip: createGunzip,
    "x-gzip": createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
    identity: null,
    "": null,
  };
  const coding = (answer.headers["content-encoding"] ?? "").trim().toLowerCase();
  if (!Object.hasOwn(unpack, coding))
    throw new CaptureError(`${url} comes packed as ${coding}, which is not read`);
  const unpacker = unpack[coding as keyof typeof unpack]?.() ?? null;
  const stream =
    unpacker === null ? answer : answer.on("error", (error) => unpacker.destroy(error)).pipe(unpacker);
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > size) throw new CaptureError(`${url} has more than ${Math.round(size / 2 ** 20)} MB`);
      parts.push(part);
    }
  } finally {
    answer.destroy();
  }
  if (!answer.complete) throw new CaptureError(`${url} broke off before its end`);
  if (length === 0) throw new CaptureError(`${url} is empty`);
  return new Uint8Array(Buffer.concat(parts));
}

const extensions: Readonly<Record<string, string>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "txt",
  "text/markdown": "md",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/** By what the answer says it is; by the address where it says nothing of use. */
function kindOf(contentType: string, url: URL): { extension: string; charset: string | null } {
  const [type = "", ...parameters] = contentType.split(";").map((part) => part.trim());
  const charset =
    parameters.flatMap((part) => /^charset\s*=\s*"?([^"\s]+)"?$/i.exec(part)?.[1] ?? [])[0] ?? null;
  const named = /\.(html?|xhtml|txt|md|docx)$/i.exec(url.pathname)?.[1]?.toLowerCase();
  const vague = ["", "application/octet-stream", "application/zip", "text/plain"].includes(
    type.toLowerCase(),
  );
  const extension = vague && named !== undefined ? named : extensions[type.toLowerCase()];
  if (extension === undefined)
    throw new CaptureError(
      `${url} is ${type || "of no stated kind"}; articles are HTML, text, Markdown or .docx`,
    );
  return { extension, charset };
}

// The one door to printing: HTML and its files in, a PDF and one folio a page out, whatever the browser does.

import { EnvironmentError } from "../command/command.ts";
import type { Folio } from "../model/folio.ts";
import { type BrowserHandle, findBrowser, startBrowser } from "./browser.ts";
import { defaultFacts, type Facts } from "./finish/facts.ts";
import { finish } from "./finish/finish.ts";
import type { PageArea } from "./in-page/paged.ts";
import { DocumentFault, openTab, type Tab, type TabPrint } from "./tab.ts";

const BASE_LIMIT = 30_000;
const LIMIT_PER_KILOBYTE = 60;

export type PrintJob = {
  /** What errors call the document: the slug of its pack. */
  readonly name: string;
  readonly html: string;
  /** Path relative to the document → bytes: style sheets, fonts, images. Nothing else can be reached. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What the PDF says of itself and carries; without them what the document says of itself, and no time. */
  readonly facts?: Facts;
};

export type Printed = {
  readonly pdf: Uint8Array;
  readonly folios: readonly Folio[];
  /** Where the text of each page stands, margin boxes apart, in points from its top left corner. */
  readonly areas: readonly PageArea[];
  /** Ids named by `data-page-of` that are on no page. */
  readonly dangling: readonly string[];
  /** Blocks that fit no page and were broken or shrunk against the style sheet. */
  readonly strained: readonly string[];
};

export type Paginator = {
  /** One at a time, in the order of the calls. Rejects with an error that names the document. */
  print(job: PrintJob): Promise<Printed>;
  close(): Promise<void>;
  /** Name, version and origin of the browser, and whether its sandbox is on. */
  readonly browser: string;
  /** Name and version alone: what shapes the bytes. */
  readonly product: string;
};

/** A document could not be printed; the message names it. */
export class PrintError extends EnvironmentError {}

export type PaginatorOptions = {
  /** Milliseconds that a document of no length may take; longer ones get more. */
  readonly timeout?: number;
  /** Where `CHANCERY_BROWSER` is looked up. */
  readonly env?: NodeJS.ProcessEnv;
};

type Press = { readonly handle: BrowserHandle; readonly tab: Tab };

export async function openPaginator(options: PaginatorOptions = {}): Promise<Paginator> {
  const program = await findBrowser(options.env);
  let press: Press | undefined = await open();
  const { product, sandboxed } = press.handle;
  let queue: Promise<unknown> = Promise.resolve();

  async function open(trySandbox?: boolean): Promise<Press> {
    const handle = await startBrowser(program, trySandbox);
    try {
      return { handle, tab: await openTab(handle.browser) };
    } catch (cause) {
      await handle.close();
      throw cause;
    }
  }

  async function shut(): Promise<void> {
    const old = press;
    press = undefined;
    await old?.handle.close();
  }

  async function printOnce(job: PrintJob): Promise<Printed> {
    press ??= await open(sandboxed);
    const { tab } = press;
    const limit = (options.timeout ?? BASE_LIMIT) + (job.html.length / 1024) * LIMIT_PER_KILOBYTE;
    const { pdf, document, ...rest } = await withLimit(limit, tab, job);
    const facts = job.facts ?? defaultFacts(document);
    return { ...rest, pdf: finish(pdf, { ...rest, document }, facts) };
  }

  /** A browser that failed is worth one more try with a new one; a document that did is not. */
  async function print(job: PrintJob): Promise<Printed> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await printOnce(job);
      } catch (cause) {
        const isFault = cause instanceof DocumentFault;
        if (!isFault) await shut();
        if (isFault || attempt === 2) throw new PrintError(`${job.name}: ${reason(cause)}`, { cause });
      }
    }
  }

  return {
    product,
    browser: `${product} (${program.origin}, ${sandboxed ? "sandboxed" : "no sandbox"})`,
    print(job) {
      const result = queue.then(() => print(job));
      queue = result.catch(() => "the next document has its own turn");
      return result;
    },
    async close() {
      await shut();
      await program.discard();
    },
  };
}

async function withLimit(limit: number, tab: Tab, job: PrintJob): Promise<TabPrint> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const message = `printing took longer than ${Math.round(limit / 1000)} s`;
    timer = setTimeout(() => reject(new Error(message)), limit);
  });
  let forget = () => {};
  // A promise that lives as long as the tab would hold every print that is raced with it.
  const crashed = new Promise<never>((_resolve, reject) => {
    forget = tab.onCrash((cause) => reject(new Error(`the browser crashed: ${reason(cause)}`, { cause })));
  });
  try {
    return await Promise.race([tab.print(job), late, crashed]);
  } finally {
    clearTimeout(timer);
    forget();
  }
}

function reason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split("\n", 1)[0] ?? text;
}

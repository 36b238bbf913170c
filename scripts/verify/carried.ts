// A PDF against what it carries: the locked source is the one that was quoted, and each quotation stands in it word for word.
import { createHash } from "node:crypto";
import { z } from "zod";
import { type Finding, finding } from "../model/finding.ts";
import { parse } from "../parse/parse.ts";

/** As much of an edition as the check needs; it comes from a file that anyone may have made. */
const editionShape = z.object({
  slug: z.string(),
  title: z.string(),
  edition: z.number(),
  sources: z.array(
    z.object({
      id: z.string(),
      publisher: z.string(),
      file: z.string(),
      sha256: z.string(),
      publish: z.string(),
    }),
  ),
  annotations: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      start: z.number(),
      end: z.number(),
      text: z.string().nullable(),
      body: z.object({ kind: z.string(), form: z.string().optional() }),
    }),
  ),
});

const manifestShape = z.object({ files: z.array(z.object({ path: z.string(), sha256: z.string() })) });

export type Carried = {
  readonly findings: readonly Finding[];
  /** What was found to hold, one line each. */
  readonly facts: readonly string[];
};

/** `file`: the PDF's name for the findings. `attachments`: what it carries, by name. */
export function verifyCarried(file: string, attachments: ReadonlyMap<string, Uint8Array>): Carried {
  const fault = (rule: string, message: string) =>
    finding("error", rule, { file, line: 1, column: 1 }, message, "ask for the PDF from its publisher again");
  const edition = editionShape.safeParse(jsonOf(attachments.get("pack.json"))).data;
  const manifest = manifestShape.safeParse(jsonOf(attachments.get("manifest.json"))).data;
  if (edition === undefined || manifest === undefined) {
    return {
      findings: [fault("no-evidence", "carries no pack.json and manifest.json of Chancery's")],
      facts: [],
    };
  }
  const findings: Finding[] = [];
  const facts = [`${edition.title}, edition ${edition.edition}`];
  for (const { path, sha256 } of manifest.files) {
    const bytes = attachments.get(path);
    if (bytes === undefined)
      findings.push(fault("file-missing", `does not carry ${path}, which its manifest lists`));
    else if (hash(bytes) !== sha256)
      findings.push(fault("file-changed", `carries another ${path} than its manifest lists`));
  }
  for (const name of attachments.keys()) {
    const listed = name === "manifest.json" || manifest.files.some(({ path }) => path === name);
    if (!listed) findings.push(fault("file-added", `carries ${name}, which its manifest does not list`));
  }
  for (const source of edition.sources) {
    const name = `${source.id}-${source.file}`;
    const bytes = attachments.get(name);
    const quoted = edition.annotations.filter(
      (one) => one.source === source.id && one.body.kind === "quotation" && one.body.form === "direct",
    );
    if (bytes === undefined) {
      if (source.publish === "full")
        findings.push(fault("file-missing", `does not carry the text of ${source.publisher}`));
      else
        facts.push(
          `${source.publisher}: the text may not be carried; ${quoted.length} quotations were not checked`,
        );
      continue;
    }
    if (hash(bytes) !== source.sha256) {
      findings.push(
        fault("source-hash", `carries another text of ${source.publisher} than the one that was locked`),
      );
      continue;
    }
    const text = [...parse(name, bytes).value.text];
    const wrong = quoted.filter(
      ({ start, end, text: own }) => text.slice(start, end).join("").replaceAll("\n", " ") !== own,
    );
    findings.push(
      ...wrong.map(({ id, text: own }) =>
        fault("misquotation", `${id}: “${own ?? ""}” is not in the text of ${source.publisher}`),
      ),
    );
    facts.push(
      `${source.publisher}: ${quoted.length - wrong.length} of ${quoted.length} direct quotations stand word for word in ${source.file}, SHA-256 ${source.sha256}`,
    );
  }
  return { findings, facts };
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

// The lock on a source: every captured state is there, with the very bytes that its hash was taken of.
import { createHash } from "node:crypto";
import type { ContentFiles, Located, RevisionRecord } from "../model/content.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { SourceFields } from "../schema/source.ts";
import { suggest } from "./suggest.ts";

/** `folder` ends in `/`. Revisions come in their order, newest last; those that are missing or altered are left out. */
export function checkRevisions(
  folder: string,
  { value, at }: Located<SourceFields>,
  files: ContentFiles,
): { readonly revisions: readonly RevisionRecord[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const beside = [...files.keys()]
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
  const listed = new Set<string>();
  const revisions: RevisionRecord[] = [];
  for (const [index, revision] of value.revisions.entries()) {
    const place = (key: "file" | "sha256") => at("revisions", index, key);
    if (listed.has(revision.file)) {
      findings.push(
        finding(
          "error",
          "duplicate-revision",
          place("file"),
          `lists ${revision.file} twice`,
          "each revision is a file of its own",
        ),
      );
    }
    listed.add(revision.file);
    const file = files.get(folder + revision.file);
    if (file === undefined) {
      const hint =
        suggest(
          revision.file,
          beside.filter((name) => name !== "source.yaml"),
        ) || "put the article's file beside source.yaml";
      findings.push(finding("error", "missing-source", place("file"), `${revision.file} is not there`, hint));
      continue;
    }
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    if (sha256 !== revision.sha256) {
      findings.push(
        finding(
          "error",
          "source-hash",
          place("sha256"),
          `${revision.file} is not the text that was locked: its SHA-256 is ${sha256}`,
          "restore the bytes as captured; a changed article is a new revision with a file of its own",
        ),
      );
      continue;
    }
    revisions.push({ ...file, file: revision.file, sha256, captured: revision.captured ?? null });
  }
  for (const name of beside) {
    if (name === "source.yaml" || listed.has(name)) continue;
    const place = { file: folder + name, line: 1, column: 1 };
    findings.push(
      finding(
        "warning",
        "stray-file",
        place,
        "is in no revision of its source",
        "list it in source.yaml, or take it away",
      ),
    );
  }
  return { revisions, findings };
}

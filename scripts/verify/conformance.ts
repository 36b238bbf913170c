// The rules of PDF/UA-1 and PDF/A-3a that a machine can check, each named by its clause, against the finished bytes.

import { actionFaults } from "./conformance-actions.ts";
import { annotationFaults } from "./conformance-annotations.ts";
import { attachmentFaults } from "./conformance-attachments.ts";
import { colourFaults } from "./conformance-colour.ts";
import { fileFaults } from "./conformance-file.ts";
import { fontFaults } from "./conformance-fonts.ts";
import { graphicsFaults } from "./conformance-graphics.ts";
import { markFaults } from "./conformance-marks.ts";
import { metadataFaults } from "./conformance-metadata.ts";
import { nestingFaults } from "./conformance-nesting.ts";
import type { ConformanceFault, Subject } from "./conformance-subject.ts";
import { tableFaults } from "./conformance-tables.ts";
import { tagFaults } from "./conformance-tags.ts";

export type { ConformanceFault } from "./conformance-subject.ts";

const CHECKS: readonly ((subject: Subject) => readonly ConformanceFault[])[] = [
  fileFaults,
  metadataFaults,
  colourFaults,
  graphicsFaults,
  fontFaults,
  annotationFaults,
  actionFaults,
  attachmentFaults,
  markFaults,
  tagFaults,
  nestingFaults,
  tableFaults,
];

/**
 * Empty when no rule is broken. The rules are those of the Matterhorn protocol 1.1 and of veraPDF's two profiles
 * that apply to text, tables, lists, notes, links, figures and attachments; what Chancery does not write (forms,
 * media, layers, simple fonts) is a fault by itself, so that nothing passes unchecked.
 */
export function conformanceFaults(subject: Subject): readonly ConformanceFault[] {
  return CHECKS.flatMap((check) => check(subject));
}

// Fields of a pack that must agree with each other: likelihood with its yardstick, spans, sections, the marking.
import type { PackRecord } from "../model/content.ts";
import { type Finding, finding } from "../model/finding.ts";
import { likelihoodTerms, type YardstickName } from "../schema/yardstick.ts";
import { suggest } from "./suggest.ts";

/** `markings`: those that the site allows besides TLP:CLEAR. */
export function checkPackFields({ pack }: PackRecord, markings: readonly string[]): readonly Finding[] {
  const { value, at } = pack;
  const findings: Finding[] = [];
  for (const [index, { likelihood }] of (value.key_points ?? []).entries()) {
    if (!likelihood) continue;
    const place = at("key_points", index, "likelihood");
    if (!value.yardstick) {
      findings.push(
        finding(
          "error",
          "no-yardstick",
          place,
          "a likelihood needs a yardstick",
          "add `yardstick: PHIA` or `yardstick: ICD 203`",
        ),
      );
      continue;
    }
    const terms = likelihoodTerms(value.yardstick as YardstickName);
    if (!terms.includes(likelihood)) {
      findings.push(
        finding(
          "error",
          "unknown-likelihood",
          place,
          `\`${likelihood}\` is no term of ${value.yardstick}`,
          suggest(likelihood, terms),
        ),
      );
    }
  }
  for (const [index, { date, until }] of (value.timeline ?? []).entries()) {
    if (
      until &&
      until.slice(0, Math.min(until.length, date.length)) < date.slice(0, Math.min(until.length, date.length))
    ) {
      findings.push(
        finding(
          "error",
          "span",
          at("timeline", index, "until"),
          `${until} comes before ${date}`,
          "swap the two",
        ),
      );
    }
  }
  const sections = value.sections ?? [];
  for (const [index, name] of sections.entries()) {
    if (sections.indexOf(name) < index) {
      findings.push(
        finding(
          "error",
          "duplicate-section",
          at("sections", index),
          `\`${name}\` is there twice`,
          "delete one of them",
        ),
      );
    }
  }
  const boxes = value.boxes ?? [];
  for (const [index, id] of boxes.entries()) {
    if (boxes.indexOf(id) < index)
      findings.push(
        finding(
          "error",
          "duplicate-id",
          at("boxes", index),
          `the box \`${id}\` is there twice`,
          "delete one of them",
        ),
      );
  }
  if (value.marking && value.marking !== "TLP:CLEAR" && !markings.includes(value.marking)) {
    findings.push(
      finding(
        "warning",
        "marking",
        at("marking"),
        `is marked ${value.marking} and is about to be built into a site`,
        `if this site may hold it, list ${value.marking} under \`markings\` in site.yaml`,
      ),
    );
  }
  return findings;
}

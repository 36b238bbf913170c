// Contrast of the inks on their grounds, light and dark, computed as WCAG 2.2 defines it (1.4.3 and 1.4.11).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../templates/assets/tokens.css", import.meta.url), "utf8");
const [, dark = ""] = /prefers-color-scheme: dark\) \{\s*:root[^{]*\{([^}]*)\}/.exec(css) ?? [];
const [, light = ""] = /:root \{([^}]*)\}/.exec(css) ?? [];

function colours(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}

/** The inks of a scheme where the reader asks for more contrast. */
function more(query: string, block: string): ReadonlyMap<string, string> {
  const [, changed = ""] = /\{([^}]*)\}/.exec(css.split(query)[1] ?? "") ?? [];
  return new Map([
    ...colours(block),
    ...colours(changed.replace(/#([0-9a-f])([0-9a-f])([0-9a-f]);/g, "#$1$1$2$2$3$3;")),
  ]);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const speakers = ["speaker-a", "speaker-b", "speaker-c", "speaker-d", "speaker-e", "speaker-f"] as const;

const pairs = [
  ["ink", "paper", 7],
  ["ink", "tone", 7],
  ["quiet", "paper", 4.5],
  ["quiet", "tone", 4.5],
  ["accent", "paper", 4.5],
  ["accent", "tone", 4.5],
  ["mark", "paper", 3],
  ["mark", "tone", 3],
  ["tone-rule", "paper", 3],
  ["ink", "target", 7],
  ["accent", "target", 4.5],
  ["quiet", "target", 4.5],
  ...speakers.map((speaker) => [speaker, "paper", 4.5] as const),
  ...speakers.map((speaker) => [speaker, "target", 3] as const),
] as const;

describe.each([
  ["light", colours(light)],
  ["dark", colours(dark)],
  ["light, more contrast", more("(prefers-contrast: more) {", light)],
  ["dark, more contrast", more("(prefers-contrast: more) and (prefers-color-scheme: dark) {", dark)],
])("%s", (_, scheme) => {
  it.each(pairs)("%s on %s is at least %s to 1", (ink, ground, least) => {
    expect(contrast(scheme.get(ink) ?? "", scheme.get(ground) ?? "")).toBeGreaterThanOrEqual(least);
  });
});

it.each(["#ffffff", "#33ff00", "#ffc000", "#ff2b2b"])(
  "the marking's %s stands out from its black",
  (colour) => {
    expect(contrast(colour, "#000000")).toBeGreaterThanOrEqual(4.5);
  },
);

// YAML that holds nothing to talk about, read from a parser's events: the common case, at a tenth of what a tree costs.
import {
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_PLAIN,
  type ScalarEvent,
} from "js-yaml";
import { forbiddenIn } from "./text.ts";

/** Scalars that stand for nothing where they are not quoted. */
export const emptyScalar = /^(null|~|)$/;

/**
 * What parsers disagree on, or what marks documents off: tabs and marks at a line's start, and text after a bracket that
 * is no citation's.
 */
const uncommon = /^ *(?:---|\.\.\.|%|\t)|[\r\ufeff]|(?<!\[@[\w-]*)[}\]](?! *(?:[\n,}\]]| #|(?![\s\S])))/m;

/** Keys that are more than a name. */
export const reservedKeys: ReadonlySet<string> = new Set(["__proto__", "<<"]);

/**
 * The value of one document of maps, lists and text, no deeper than `depth` maps and lists. Undefined where something
 * would have to be said of it: a fault, a second document, an alias, anchor or tag, a key twice or of no plain text, an
 * escape for what cannot be seen.
 */
export function plainYaml(text: string, depth: number): { readonly value: unknown } | undefined {
  const found = uncommon.test(text) ? null : eventsOf(text, depth);
  if (found === null) return undefined;
  const events = found;
  let next = 1;
  let plain = true;

  function value(): unknown {
    const event = events[next++];
    if (event?.type === EVENT_SCALAR && event.anchorStart === -1 && event.tagStart === -1)
      return scalar(event);
    if (event?.type === EVENT_SEQUENCE && event.anchorStart === -1 && event.tagStart === -1) return list();
    if (event?.type === EVENT_MAPPING && event.anchorStart === -1 && event.tagStart === -1) return map();
    plain = false;
    return null;
  }
  function scalar(event: ScalarEvent): string | null {
    const value = getScalarValue(text, event);
    if (event.style === SCALAR_STYLE_DOUBLE_QUOTED && forbiddenIn(value)) plain = false;
    return event.style === SCALAR_STYLE_PLAIN && emptyScalar.test(value) ? null : value;
  }
  function list(): readonly unknown[] {
    const items: unknown[] = [];
    while (!closed()) items.push(value());
    return items;
  }
  function map(): Readonly<Record<string, unknown>> {
    const entries: Record<string, unknown> = {};
    while (!closed()) {
      const key = value();
      if (typeof key !== "string" || reservedKeys.has(key) || Object.hasOwn(entries, key)) plain = false;
      else entries[key] = value();
    }
    return entries;
  }
  /** Whether the map or list ends here: its end is passed over. Nothing is read any more that is not plain. */
  function closed(): boolean {
    if (plain && events[next]?.type !== EVENT_POP) return false;
    next += 1;
    return true;
  }

  if (events.length <= 2) return { value: null };
  const read = value();
  // Text alone is no record, and parsers differ on what belongs to it.
  return plain && typeof read !== "string" && next === events.length - 1 ? { value: read } : undefined;
}

/** A document's opening, its nodes and its end; nothing of an empty text; null where the text has a fault. */
function eventsOf(text: string, depth: number): readonly Event[] | null {
  try {
    return parseEvents(text, { maxDepth: depth });
  } catch {
    return null;
  }
}

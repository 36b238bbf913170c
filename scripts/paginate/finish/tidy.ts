// Leaves in a structure tree what means something: no empty nodes, none without a type, no text outside paragraphs.

import type { Leaf } from "./leaves.ts";
import { GROUPING, INLINE } from "./roles.ts";
import type { Node } from "./tree.ts";

/** What stands in a grouping node, in blocks. Changes the nodes under it. */
export function tidied({ kids, lang }: Node): (Node | Leaf)[] {
  return grouped(kids.flatMap(tidy), lang);
}

/** The node without what it does not need: empty nodes, and nodes of no type. */
function tidy(kid: Node | Leaf): readonly (Node | Leaf)[] {
  if ("kind" in kid) return [kid];
  kid.kids = kid.kids.flatMap(tidy);
  if (!kid.kids.length && kid.type !== "TD" && kid.type !== "TH") return [];
  if (kid.type === null) return kid.phrase ? kid.kids : blocks(kid.kids, kid.lang);
  if (GROUPING.has(kid.type)) kid.kids = grouped(kid.kids, kid.lang);
  return [kid];
}

/** What stood in a `div`: runs of text beside blocks are paragraphs, text alone is its parent's. */
function blocks(kids: (Node | Leaf)[], lang: string): readonly (Node | Leaf)[] {
  return kids.every(runsOn) ? [paragraph(kids, lang)] : grouped(kids, lang);
}

function grouped(kids: readonly (Node | Leaf)[], lang: string): (Node | Leaf)[] {
  const out: (Node | Leaf)[] = [];
  let run: (Node | Leaf)[] = [];
  const end = () => {
    if (run.length) out.push(paragraph(run, lang));
    run = [];
  };
  for (const kid of kids) {
    if (runsOn(kid)) run.push(kid);
    else {
      end();
      out.push(kid);
    }
  }
  end();
  return out;
}

function paragraph(kids: (Node | Leaf)[], lang: string): Node {
  return { type: "P", element: null, lang, phrase: false, kids };
}

function runsOn(kid: Node | Leaf): boolean {
  return "kind" in kid || INLINE.has(kid.type ?? "");
}

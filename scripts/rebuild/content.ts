// All content at once, from the queries, for those who look at the whole of it.
import type { BoxRecord, Content } from "../model/content.ts";
import type { Graph } from "./graph.ts";
import { names } from "./inputs.ts";
import { boxIds, boxRecord, packRecord, registerRecord, siteRecord } from "./records.ts";

export function contentOf(graph: Graph): Content {
  const boxes = graph
    .get(boxIds, "")
    .map((id) => [id, graph.get(boxRecord, id).record] as const)
    .filter((one): one is readonly [string, BoxRecord] => one[1] !== null);
  return {
    site: graph.get(siteRecord, "").record,
    people: graph.get(registerRecord, "people").record,
    organisations: graph.get(registerRecord, "organisations").record,
    places: graph.get(registerRecord, "places").record,
    terms: graph.get(registerRecord, "terms").record,
    boxes: new Map(boxes),
    packs: new Map(graph.get(names, "packs").map((slug) => [slug, graph.get(packRecord, slug).record])),
  };
}

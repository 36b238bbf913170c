// The timeline: what came before the briefing's day, on it and after it.
import { type Era, eraOf } from "../../scripts/figures/era.ts";
import type { TimelineEvent } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { writeDate, writeSpan } from "../labels/dates.ts";
import { changedClass, changedId, changeMark } from "./changed.ts";
import { personName } from "./name.ts";
import { origin } from "./origin.ts";
import { inlineProse } from "./prose.ts";
import { timelineFigure } from "./timeline-figure.ts";
import type { View } from "./view.ts";

export function timeline(view: View): Html {
  const { timeline: events, date } = view.edition;
  let era: Era | null = null;
  const items = events.map((event, index) => {
    const next = eraOf(event, date);
    const mark = next !== era && html`<span class="era">${view.labels.register[next]}</span>`;
    era = next;
    return html`<li class="${next === "theDay" ? "the-day" : next}${changedClass(view, "timeline", `${index + 1}`)}"${changedId(view, "timeline", `${index + 1}`)}${origin(view, `event-${index + 1}`)}>${mark}${item(view, event, index + 1)}</li>\n`;
  });
  return html`${view.pictures && timelineFigure(view)}<ol class="timeline">\n${items}</ol>`;
}

/** `number` is that of the figure. */
function item(view: View, event: TimelineEvent, number: number): Html {
  const { edition, labels, links } = view;
  const people = join(
    event.people.map((id) => personName(view, id)),
    labels.units.listSeparator,
  );
  const citations = event.references.map(
    (number, index) =>
      html`${index === 0 ? "\u00a0" : ""}<a class="citation" href="${links.citation(number)}">[${number}]</a>`,
  );
  return html`<p class="when"><span class="event-number">${number}</span> ${when(event, edition.language)}</p>
<div class="what"><p class="event">${event.title}${event.text === null && citations}${changeMark(view, "timeline", `${number}`)}</p>
${event.text !== null && html`<p>${inlineProse(event.text, { citations: edition.citations, href: links.citation })}${citations}</p>`}
${event.people.length > 0 && html`<p class="facts">${people}</p>`}</div>`;
}

function when({ date, until }: TimelineEvent, language: string): Html {
  if (until === null) return html`<time datetime="${date}">${writeDate(date, language)}</time>`;
  const { start, between, end } = writeSpan(date, until, language);
  return html`${start !== "" && html`<time datetime="${date}">${start}</time>`}${between}<time datetime="${until}">${end}</time>`;
}

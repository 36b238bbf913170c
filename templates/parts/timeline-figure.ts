// The timeline drawn: the events by the numbers that they have in the list below.
import { eraOf } from "../../scripts/figures/era.ts";
import { timelineDrawing } from "../../scripts/figures/timeline.ts";
import type { Html } from "../html.ts";
import { writeDate, writeSpan, writeTick } from "../labels/dates.ts";
import { figure } from "./figure.ts";
import type { View } from "./view.ts";

export function timelineFigure({ edition, labels, medium }: View): Html | null {
  const { timeline: events, date: day, language } = edition;
  const { register, figures, reading } = labels;
  const dates = events.map(({ date, until }) => {
    if (until === null) return writeDate(date, language);
    const { start, between, end } = writeSpan(date, until, language);
    return `${start}${between}${end}`;
  });
  const words = {
    before: register.before,
    theDay: register.theDay,
    after: register.after,
    leftOut: figures.leftOut,
    tick: (date: string, withYear: boolean) => writeTick(date, language, withYear),
  };
  const lines = events.map((event, index) => {
    const era = eraOf(event, day);
    const turn = index === 0 || eraOf(events[index - 1] ?? event, day) !== era;
    return `${turn ? `${register[era]}. ` : ""}${index + 1}, ${dates[index]}: ${event.title}.`;
  });
  const span = [...new Set([dates[0], dates.at(-1)])].join(" – ");
  return figure(timelineDrawing(events, day, words, edition.direction), {
    id: "timeline-figure",
    title: figures.timeline(events.length, span),
    description: lines.join(" "),
    caption: null,
    direction: edition.direction,
    table:
      medium === "web"
        ? {
            title: reading.asTable,
            head: [reading.number, reading.date, reading.event],
            rows: events.map(({ title }, index) => [index + 1, dates[index], title]),
          }
        : null,
  });
}

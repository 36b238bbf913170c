// A heading whose level is data, so that levels never skip wherever a part stands.
import { type Html, html } from "../html.ts";

/** A heading whose level is data. */
export function heading(level: number, attributes: Html, text: Html | string): Html {
  const tags: Readonly<Record<number, (attributes: Html, text: Html | string) => Html>> = {
    2: (given, words) => html`<h2${given}>${words}</h2>`,
    3: (given, words) => html`<h3${given}>${words}</h3>`,
    4: (given, words) => html`<h4${given}>${words}</h4>`,
    5: (given, words) => html`<h5${given}>${words}</h5>`,
  };
  return (tags[level] ?? ((given, words) => html`<h6${given}>${words}</h6>`))(attributes, text);
}

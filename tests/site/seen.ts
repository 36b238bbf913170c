// What a browser sees of a page: each function runs in the page and gives back plain facts.
import type { Page } from "puppeteer-core";

/** Clicks the button of a popover and says where both stand on the screen. */
export async function openInPlace(page: Page, id: string) {
  const button = `.glance[popovertarget="${id}"]`;
  await page.$eval(button, (one) => one.scrollIntoView({ block: "center" }));
  await page.click(button);
  return page.evaluate(
    (one, other) => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().toJSON();
      return {
        button: box(one) as DOMRect,
        popover: box(other) as DOMRect,
        screen: { width: document.documentElement.clientWidth, height: innerHeight },
      };
    },
    button,
    `#${id}:popover-open`,
  );
}

/** Buttons that something else covers within 24 pixels. */
export function missedButtons(buttons: readonly Element[]): readonly (string | null)[] {
  return buttons.flatMap((button) => {
    button.scrollIntoView({ block: "center" });
    const { x, y, width, height } = button.getBoundingClientRect();
    const hit = (right: number, down: number) =>
      document.elementFromPoint(x + width / 2 + right, y + height / 2 + down) === button;
    const all = hit(-11, 0) && hit(11, 0) && hit(0, -11) && hit(0, 11);
    return all ? [] : [button.getAttribute("popovertarget")];
  });
}

export function speakerMarks() {
  const sigla = [...document.querySelectorAll(".siglum")];
  const style = (form: string) => {
    const one = document.querySelector(`article .quotation.${form}`);
    return one && getComputedStyle(one).textDecorationStyle;
  };
  return {
    signs: sigla.map((one) => getComputedStyle(one, "::after").content),
    key: [...document.querySelectorAll(".text-key .sign")].map(({ textContent }) => textContent),
    direct: style("direct"),
    indirect: style("indirect"),
    inks: new Set(sigla.map((one) => getComputedStyle(one).color)).size,
  };
}

/** `least` is the size of the smallest letters in pixels. */
export function figureFacts(figures: readonly Element[]) {
  return figures.map((svg) => {
    const letters = [...svg.querySelectorAll("text")].map(
      (text) => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0),
    );
    const table = document.getElementById(svg.getAttribute("aria-details") ?? "");
    const { left, right } = svg.getBoundingClientRect();
    return {
      name: svg.querySelector("title")?.textContent ?? "",
      least: Math.min(...letters),
      rows: table?.querySelectorAll("tbody tr").length ?? 0,
      fits: left >= 0 && right <= innerWidth,
    };
  });
}

/** What axe, which must be in the page, finds against WCAG 2.2 A and AA and good practice; the size of targets is among them only when asked for. */
export async function faultsOfAxe(): Promise<readonly string[]> {
  type Node = { readonly html: string };
  type Found = { readonly violations: readonly { readonly id: string; readonly nodes: readonly Node[] }[] };
  type Axe = { run(options: object): Promise<Found> };
  const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
    // Pages from a folder may not read their style sheets, and no rule of these needs to.
    preload: false,
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 100)}`));
}

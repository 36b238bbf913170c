// Lays the sheets of the picture on their ground, in a tab that holds pdf.js and the files.

export type Sheet = {
  readonly from: "screen" | "pdf";
  /** Words of the PDF page, which is the first after the contents that holds them. */
  readonly holds: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
};

export type Picture = { readonly width: number; readonly height: number; readonly sheets: readonly Sheet[] };

/** RGB triples, and one index a pixel in base64. */
export type Indexed = { readonly palette: readonly number[]; readonly indices: string };

type Viewport = { readonly width: number; readonly height: number };
type PdfPage = {
  getViewport(options: { scale: number }): Viewport;
  getTextContent(): Promise<{ readonly items: readonly { readonly str?: string }[] }>;
  render(options: object): { readonly promise: Promise<void> };
};
type PdfLibrary = {
  GlobalWorkerOptions: { workerSrc: string };
  getDocument(from: { readonly url: string }): {
    readonly promise: Promise<{ readonly numPages: number; getPage(number: number): Promise<PdfPage> }>;
  };
};

/** Runs in the tab: it may use nothing from outside its own body. */
export async function drawPicture({ width, height, sheets }: Picture): Promise<Indexed> {
  const GROUND = "#dcd9d2";
  const EDGE = "#b8b3a8";
  const library = "/pdf.mjs";
  const { getDocument, GlobalWorkerOptions } = (await import(library)) as PdfLibrary;
  GlobalWorkerOptions.workerSrc = "/worker.mjs";
  const pack = await getDocument({ url: "/pack.pdf" }).promise;
  const [canvas, context] = blank(width, height);
  context.fillStyle = GROUND;
  context.fillRect(0, 0, width, height);
  for (const sheet of sheets) {
    const image = sheet.from === "screen" ? await screen(sheet.width) : await printed(sheet);
    context.drawImage(image, sheet.left, sheet.top);
    context.strokeStyle = EDGE;
    context.strokeRect(sheet.left - 0.5, sheet.top - 0.5, image.width + 1, image.height + 1);
  }
  return indexed(canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray());

  function blank(wide: number, high: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
    const made = document.createElement("canvas");
    made.width = Math.round(wide);
    made.height = Math.round(high);
    const pen = made.getContext("2d");
    if (pen === null) throw new Error("the browser has no canvas");
    pen.imageSmoothingQuality = "high";
    return [made, pen];
  }

  async function screen(wide: number): Promise<HTMLCanvasElement> {
    const image = new Image();
    image.src = "/screen.png";
    await image.decode();
    const [made, pen] = blank(wide, (image.height * wide) / image.width);
    pen.drawImage(image, 0, 0, made.width, made.height);
    return made;
  }

  async function printed({ holds, width: wide }: Sheet): Promise<HTMLCanvasElement> {
    for (let number = 3; number <= pack.numPages; number += 1) {
      const page = await pack.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map(({ str }) => str ?? "").join(" ");
      if (!text.replace(/\s+/g, " ").includes(holds)) continue;
      const viewport = page.getViewport({ scale: wide / page.getViewport({ scale: 1 }).width });
      const [made, pen] = blank(viewport.width, viewport.height);
      await page.render({ canvas: made, canvasContext: pen, viewport }).promise;
      return made;
    }
    throw new Error(`no page of the PDF holds ${holds}`);
  }

  /** Eighty-six steps a channel; colours beyond 256 become the nearest of the most used. */
  function indexed(data: Uint8ClampedArray): Indexed {
    const step = (value = 0) => Math.round(value / 3) * 3;
    const counts = new Map<number, number>();
    const colours = new Uint32Array(data.length / 4);
    for (let at = 0; at < colours.length; at += 1) {
      const colour = (step(data[at * 4]) << 16) | (step(data[at * 4 + 1]) << 8) | step(data[at * 4 + 2]);
      colours[at] = colour;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const used = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
    const palette = used.slice(0, 256);
    const places = new Map(used.map((colour) => [colour, nearest(colour, palette)]));
    let text = "";
    for (const colour of colours) text += String.fromCharCode(places.get(colour) ?? 0);
    return { palette: palette.flatMap(parts), indices: btoa(text) };
  }

  function nearest(colour: number, palette: readonly number[]): number {
    const distance = (other: number) =>
      parts(colour).reduce((sum, part, index) => sum + (part - (parts(other)[index] ?? 0)) ** 2, 0);
    return palette.reduce(
      (best, other, at) => (distance(other) < distance(palette[best] ?? 0) ? at : best),
      0,
    );
  }

  function parts(colour: number): number[] {
    return [colour >> 16, (colour >> 8) & 255, colour & 255];
  }
}

// The sRGB colour space (IEC 61966-2-1) as an ICC profile of our own making, with no data taken from elsewhere.

/** Points of the tone curve. */
const STEPS = 1024;
const RED = [0.43607, 0.22249, 0.01392];
const GREEN = [0.38515, 0.71687, 0.09708];
const BLUE = [0.14307, 0.06061, 0.7141];
const WHITE = [0.9642, 1, 0.8249];
const TAG_TABLE = 128 + 4;

/** An ICC profile, version 2.1, of a display with matrix and tone curves (ICC.1:2001-04, 6.3.1.2). */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", description("sRGB")],
    ["cprt", Buffer.from("text\0\0\0\0No copyright\0", "latin1")],
    ["wtpt", colour(WHITE)],
    ["rXYZ", colour(RED)],
    ["gXYZ", colour(GREEN)],
    ["bXYZ", colour(BLUE)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const places = new Map<Buffer, number>();
  const data: Buffer[] = [];
  let end = TAG_TABLE + 12 * tags.length;
  const table = tags.map(([name, value]) => {
    if (!places.has(value)) {
      places.set(value, end);
      const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
      data.push(value, padding);
      end += value.length + padding.length;
    }
    return Buffer.concat([Buffer.from(name, "latin1"), whole(places.get(value) ?? 0), whole(value.length)]);
  });
  return Buffer.concat([header(end), whole(tags.length), ...table, ...data]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  for (const [index, value] of [2000, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(value, 24 + 2 * index);
  bytes.write("acsp", 36, "latin1");
  Buffer.concat(WHITE.map(fixed)).copy(bytes, 68);
  return bytes;
}

function toneCurve(): Buffer {
  const bytes = Buffer.alloc(12 + 2 * STEPS);
  bytes.write("curv", 0, "latin1");
  bytes.writeUInt32BE(STEPS, 8);
  for (let step = 0; step < STEPS; step += 1) {
    const value = step / (STEPS - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(light * 65535), 12 + 2 * step);
  }
  return bytes;
}

function description(text: string): Buffer {
  const name = Buffer.from(`${text}\0`, "latin1");
  return Buffer.concat([Buffer.from("desc\0\0\0\0", "latin1"), whole(name.length), name, Buffer.alloc(78)]);
}

function colour(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from("XYZ \0\0\0\0", "latin1"), ...values.map(fixed)]);
}

function fixed(value: number): Buffer {
  return whole(Math.round(value * 65536));
}

function whole(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

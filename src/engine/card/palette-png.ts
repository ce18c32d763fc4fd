/**
 * A picture of few colours as PNG (W3C Recommendation, 3rd edition) with a palette: the card's own colours and their steps towards its
 * background, of which the edges of letters consist. Packed by JavaScript and not by the zlib of a machine, so that the same pixels are
 * the same bytes everywhere.
 */
import { zlibSync } from 'fflate';

/** Steps from the background to a colour, the colour itself included. */
const STEPS = 6;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number];

/** Pixels one after the other from the upper left, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/**
 * Writes the picture. Every pixel becomes the nearest colour of the palette.
 *
 * @param colours of the card, as `#rrggbb`, the background first; 42 at most
 * @example
 * const png = palettePng({ width: 1, height: 1, rgba: Uint8Array.of(0, 0, 0, 255) }, ['#ffffff', '#000000']);
 */
export function palettePng({ width, height, rgba }: Pixels, colours: readonly string[]): Uint8Array {
  const palette = paletteOf(colours);
  const nearest = nearestIn(palette);
  const rows = new Uint8Array((width + 1) * height);
  const pixels = new Uint32Array(Uint8Array.from(rgba).buffer);
  let at = 0;
  // Most pixels are as the one before them.
  let before = -1;
  let index = 0;
  for (let row = 0; row < height; row += 1) {
    const start = row * (width + 1) + 1;
    for (let column = 0; column < width; column += 1) {
      const pixel = pixels[at] ?? 0;
      if (pixel !== before) {
        index = nearest(rgba[4 * at] ?? 0, rgba[4 * at + 1] ?? 0, rgba[4 * at + 2] ?? 0);
        before = pixel;
      }
      rows[start + column] = index;
      at += 1;
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 3, 0, 0, 0], 8);
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', zlibSync(rows, { level: 6, mem: 8 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function paletteOf([background = '#ffffff', ...others]: readonly string[]): readonly Colour[] {
  const from = colourOf(background);
  const palette: Colour[] = [from];
  for (const other of new Set(others.filter((one) => one !== background))) {
    const to = colourOf(other);
    for (let step = 1; step <= STEPS; step += 1) {
      const part = (index: 0 | 1 | 2): number =>
        Math.round(from[index] + ((to[index] - from[index]) * step) / STEPS);
      palette.push([part(0), part(1), part(2)]);
    }
  }
  return palette.slice(0, 256);
}

function colourOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function nearestIn(palette: readonly Colour[]): (red: number, green: number, blue: number) => number {
  const known = new Map<number, number>();
  return (red, green, blue) => {
    const key = (red << 16) | (green << 8) | blue;
    const found = known.get(key);
    if (found !== undefined) return found;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, [r, g, b]] of palette.entries()) {
      const far = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (far < least) [best, least] = [index, far];
    }
    known.set(key, best);
    return best;
  };
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + body.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, body.length);
  for (let sign = 0; sign < 4; sign += 1) whole[4 + sign] = type.charCodeAt(sign);
  whole.set(body, 8);
  view.setUint32(8 + body.length, crc32(whole.subarray(4, 8 + body.length)));
  return whole;
}

const CRC = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** ISO 3309, as PNG asks (§5.5). */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

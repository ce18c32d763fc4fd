/**
 * A font out of its wrapping: WOFF 1.0 (W3C Recommendation, 13 December 2012) holds the tables of an OpenType font, each packed with
 * zlib; the typesetter and the canvas take them unpacked. Refuses what is no WOFF 1.0, and tables whose length is not the one told.
 */
import { inflateSync } from 'node:zlib';

const SIGNATURE = 0x774f4646;
const HEADER = 44;
const ENTRY = 20;

/**
 * Unpacks a font.
 *
 * @throws Error when the bytes are no WOFF 1.0
 * @example
 * woffToSfnt(bytes).length > bytes.length; // true
 */
export function woffToSfnt(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.byteLength < HEADER || from.getUint32(0) !== SIGNATURE)
    throw new Error('These bytes are no WOFF 1.0 font.');
  const count = from.getUint16(12);
  const power = Math.floor(Math.log2(count));
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, from, HEADER + index * ENTRY));
  const start = 12 + 16 * count;
  const size = tables.reduce((sum, { body }) => sum + padded(body.length), start);
  const font = new Uint8Array(size);
  const to = new DataView(font.buffer);
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  to.setUint16(6, 16 << power);
  to.setUint16(8, power);
  to.setUint16(10, 16 * count - (16 << power));
  let at = start;
  tables.forEach(({ tag, sum, body }, index) => {
    const entry = 12 + 16 * index;
    to.setUint32(entry, tag);
    to.setUint32(entry + 4, sum);
    to.setUint32(entry + 8, at);
    to.setUint32(entry + 12, body.length);
    font.set(body, at);
    at += padded(body.length);
  });
  return font;
}

function tableAt(
  woff: Uint8Array,
  from: DataView,
  entry: number,
): { readonly tag: number; readonly sum: number; readonly body: Uint8Array } {
  const [offset, packed, length] = [4, 8, 12].map((more) => from.getUint32(entry + more)) as [
    number,
    number,
    number,
  ];
  const bytes = woff.subarray(offset, offset + packed);
  const body = packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes;
  if (body.length !== length) throw new Error('A table of the font is not as long as it says.');
  return { tag: from.getUint32(entry), sum: from.getUint32(entry + 16), body };
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** Bends inputs: flips, cuts, doubles, repeats, splices, puts in what stands in inputs of their kind. Seeded: a seed gives the same run. */

import type { Chance } from '../fixtures/chance.ts';

/** Bytes of the largest input. */
export const LARGEST = 131_072;

const STRANGE = [
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud7ff\u{10ffff}',
  '\u200d',
  '\u0301'.repeat(40),
  '٣٢١',
  'ß'.repeat(30),
  'İ',
  '"',
  "'",
  '\\',
  '%00',
  '../',
  '\r',
  '\r\n\r\n',
  '-1',
  '0',
  '1e309',
  '999999999999999999999',
  '4294967296',
  '-2147483648',
  '__proto__',
  'constructor',
  'null',
  '[',
  '{',
  '(',
  '<',
  '>',
  '&',
  ';',
  ' '.repeat(200),
  'a'.repeat(400),
].map((text) => Buffer.from(text));

/** What bending draws from. */
export interface Bending {
  readonly random: Chance;
  readonly words: readonly Uint8Array[];
  /** Other inputs, to splice with. */
  readonly others: readonly Uint8Array[];
}

/**
 * Bends an input a few times over.
 *
 * @example
 * bend(bytes, { random: chanceFrom(1), words: [], others: [] });
 */
export function bend(input: Uint8Array, bending: Bending): Uint8Array {
  let bytes: Uint8Array = Buffer.from(input);
  for (let times = 1 + Math.floor(bending.random() ** 2 * 8); times > 0; times -= 1)
    bytes = once(bytes, bending);
  return new Uint8Array(bytes.subarray(0, LARGEST));
}

function once(bytes: Uint8Array, { random, words, others }: Bending): Uint8Array {
  const below = (end: number): number => Math.floor(random() * Math.max(end, 1));
  const at = below(bytes.length + 1);
  const length = 1 + below(random() < 0.7 ? 16 : bytes.length);
  const piece = bytes.subarray(at, at + length);
  const put = (middle: Uint8Array, end = at): Buffer =>
    Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(end)]);
  const word = (): Uint8Array =>
    (random() < 0.7 && words.length > 0 ? words[below(words.length)] : STRANGE[below(STRANGE.length)]) ??
    bytes;
  switch (below(10)) {
    case 0:
      return put(Buffer.of((bytes[at] ?? 0) ^ (1 << below(8))), at + 1);
    case 1:
      return put(Buffer.of(below(256)), at + 1);
    case 2:
      return put(Buffer.alloc(0), at + length);
    case 3:
      return put(Buffer.concat([piece, piece]), at + length);
    case 4:
      return put(
        Buffer.concat(
          Array.from({ length: 2 + below(random() < 0.9 ? 20 : 3_000) }, () => piece.subarray(0, 40)),
        ),
      );
    case 5:
      return put(word());
    case 6:
      return put(word(), at + length);
    case 7: {
      const other = others[below(others.length)] ?? bytes;
      const from = below(other.length);
      return put(
        other.subarray(from, from + 1 + below(random() < 0.7 ? 200 : other.length)),
        at + below(length),
      );
    }
    case 8: {
      const to = below(bytes.length);
      return Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to + piece.length)]);
    }
    default:
      return number(bytes, at, random);
  }
}

/** Another number in place of the next one that is written in digits. */
function number(bytes: Uint8Array, from: number, random: Chance): Uint8Array {
  let start = from;
  while (start < bytes.length && !isDigit(bytes[start])) start += 1;
  let end = start;
  while (end < bytes.length && isDigit(bytes[end])) end += 1;
  const numbers = ['0', '-1', '1', '65536', '2147483648', '99999999999999999999', '0.5', '1e400', '٣'];
  const other = numbers[Math.floor(random() * numbers.length)] ?? '0';
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(other), bytes.subarray(end)]);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

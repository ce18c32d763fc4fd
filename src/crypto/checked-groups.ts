/**
 * Secret bytes on paper: groups of five symbols in Crockford's base32. The last symbol of each group checks the four
 * before it and the group's place, over GF(32): one wrong symbol, two that changed places, or two groups that changed
 * places are always found, and the group is named. Up to 30 groups.
 */
import { crockfordGroups, crockfordSymbol, crockfordValue, fiveBitValues } from './crockford.ts';
import { secretBytes } from './secret-bytes.ts';

const DATA_PER_GROUP = 4;
const GROUP = DATA_PER_GROUP + 1;
const GROUPS_PER_LINE = 5;
const BITS = 5;
/** The field GF(32) by x^5 + x^2 + 1. */
const REDUCER = 0b100101;

/** Bytes that were read, or what is wrong with what was typed. */
export type ReadGroups =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      /** Groups that are wrong, 1-based, in order; empty when the number of symbols is wrong. */
      readonly groups: readonly number[];
      /** A sentence for a person; it holds nothing of the secret. */
      readonly message: string;
    };

/**
 * Writes bytes in lines of five groups.
 *
 * @example
 * groupsText(new Uint8Array(32)); // '00002-00004-00006-00008-0000A\n0000C-…'
 */
export function groupsText(bytes: Uint8Array): string {
  const count = groupCount(bytes.length);
  const values = fiveBitValues(bytes, count * DATA_PER_GROUP);
  const groups = Array.from({ length: count }, (_, place) => {
    const data = values.slice(place * DATA_PER_GROUP, (place + 1) * DATA_PER_GROUP);
    return [...data, checkOf(data, place)].map(crockfordSymbol).join('');
  });
  const lines: string[] = [];
  for (let at = 0; at < count; at += GROUPS_PER_LINE) {
    lines.push(groups.slice(at, at + GROUPS_PER_LINE).join('-'));
  }
  return lines.join('\n');
}

/**
 * Reads bytes as a person typed them, and says which groups are wrong.
 *
 * @param byteCount bytes that were written
 * @param noun what it is, with its article, at the beginning of a sentence
 * @example
 * readGroups(typed, 32, 'A recovery key');
 */
export function readGroups(typed: string, byteCount: number, noun: string): ReadGroups {
  const count = groupCount(byteCount);
  const parts = crockfordGroups(typed);
  const groups = groupsOf(parts, count);
  if (groups === null) {
    const symbols = [...parts.join('')].length;
    return wrong([], `${noun} has ${count} groups of ${GROUP} symbols; this has ${symbols} symbols.`);
  }
  const faulty = groups.flatMap((group, place) => (isRight(group, place) ? [] : [place + 1]));
  if (faulty.length > 0) return misread(faulty);
  const values = groups.flatMap((group) => [...group.slice(0, DATA_PER_GROUP)].map(crockfordValue));
  const bytes = bytesOf(values, byteCount);
  return bytes === null ? misread([count]) : { ok: true, bytes };
}

function misread(faulty: readonly number[]): ReadGroups {
  const which = faulty.length === 1 ? `Group ${faulty[0]} is` : `Groups ${faulty.join(', ')} are`;
  return wrong(faulty, `${which} not as printed: compare with the paper and type again.`);
}

function wrong(groups: readonly number[], message: string): ReadGroups {
  return { ok: false, groups, message };
}

function groupCount(byteCount: number): number {
  return Math.ceil((byteCount * 8) / (BITS * DATA_PER_GROUP));
}

/** The groups as typed when their number is right, whatever their length; else cut every five symbols; else null. */
function groupsOf(parts: readonly string[], count: number): readonly string[] | null {
  if (parts.length === count) return parts;
  const all = parts.join('');
  if (all.length !== count * GROUP) return null;
  return Array.from({ length: count }, (_, place) => all.slice(place * GROUP, (place + 1) * GROUP));
}

function isRight(group: string, place: number): boolean {
  const values = [...group].map(crockfordValue);
  if (values.length !== GROUP || values.includes(-1)) return false;
  return checkOf(values.slice(0, DATA_PER_GROUP), place) === values[DATA_PER_GROUP];
}

/** Sum of x^i times the i-th symbol (i from 1; the check itself has weight 1), plus x times the place from 1. */
function checkOf(data: readonly number[], place: number): number {
  let sum = doubled(place + 1);
  let weighted: readonly number[] = data;
  for (let index = 0; index < data.length; index += 1) {
    weighted = weighted.map(doubled);
    sum ^= weighted[index] ?? 0;
  }
  return sum;
}

function doubled(value: number): number {
  const shifted = value << 1;
  return shifted < 32 ? shifted : shifted ^ REDUCER;
}

/** Null when bits that no byte takes are not zero. */
function bytesOf(values: readonly number[], byteCount: number): Uint8Array | null {
  const bytes = secretBytes(byteCount);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const value of values) {
    held = (held << BITS) | value;
    bits += BITS;
    if (bits >= 8 && at < byteCount) {
      bits -= 8;
      bytes[at] = held >> bits;
      at += 1;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : null;
}

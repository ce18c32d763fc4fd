/**
 * The printed recovery key: 32 random bytes as 13 groups of five symbols in Crockford's base32 (no I, L, O, U). The
 * last symbol of each group checks the four before it and the group's place, over GF(32): one wrong symbol, two that
 * changed places, or two groups that changed places are always found, and the group is named. Reading accepts small
 * letters, O for 0, I and L for 1, and any spaces, dashes and line breaks. A key that reads well may still be the
 * key of another vault.
 */
import { KEY_BYTES } from './derive-key.ts';
import { secretBytes } from './secret-bytes.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 13;
const DATA_PER_GROUP = 4;
const GROUP = DATA_PER_GROUP + 1;
const GROUPS_PER_LINE = 5;
const BITS = 5;
/** The field GF(32) by x^5 + x^2 + 1. */
const REDUCER = 0b100101;

/** A recovery key that was read, or what is wrong with it. */
export type ReadRecoveryKey =
  | { readonly ok: true; readonly key: Uint8Array }
  | {
      readonly ok: false;
      /** Groups that are wrong, 1-based, in order; empty when the number of symbols is wrong. */
      readonly groups: readonly number[];
      /** A sentence for a person; it holds nothing of the key. */
      readonly message: string;
    };

/**
 * Writes a recovery key to be printed: three lines of groups.
 *
 * @param key 32 random bytes
 * @throws TypeError for another length
 * @example
 * recoveryKeyText(new Uint8Array(32)); // '00002-00004-00006-00008-0000A\n0000C-…'
 */
export function recoveryKeyText(key: Uint8Array): string {
  if (key.length !== KEY_BYTES) throw new TypeError(`A recovery key has ${KEY_BYTES} bytes.`);
  const values = symbolsOf(key);
  const groups = Array.from({ length: GROUPS }, (_, place) => {
    const data = values.slice(place * DATA_PER_GROUP, (place + 1) * DATA_PER_GROUP);
    return [...data, checkOf(data, place)].map((value) => SYMBOLS[value]).join('');
  });
  const lines: string[] = [];
  for (let at = 0; at < GROUPS; at += GROUPS_PER_LINE) {
    lines.push(groups.slice(at, at + GROUPS_PER_LINE).join('-'));
  }
  return lines.join('\n');
}

/**
 * Reads a recovery key as a person typed it, and says which groups are wrong.
 *
 * @example
 * const read = readRecoveryKey(typed);
 * if (!read.ok) terminal.err(read.message);
 */
export function readRecoveryKey(typed: string): ReadRecoveryKey {
  const parts = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
    .split(/[\s\-\u2010-\u2015\u2212]+/u)
    .filter((part) => part !== '');
  const groups = groupsOf(parts);
  if (groups === null) {
    const count = [...parts.join('')].length;
    return wrong([], `A recovery key has ${GROUPS} groups of ${GROUP} symbols; this has ${count} symbols.`);
  }
  const faulty = groups.flatMap((group, place) => (isRight(group, place) ? [] : [place + 1]));
  const which = faulty.length === 1 ? `Group ${faulty[0]} is` : `Groups ${faulty.join(', ')} are`;
  if (faulty.length > 0)
    return wrong(faulty, `${which} not as printed: compare with the paper and type again.`);
  const key = bytesOf(groups.flatMap((group) => [...group.slice(0, DATA_PER_GROUP)].map(symbolValue)));
  return key === null
    ? wrong([GROUPS], `Group ${GROUPS} is not as printed: compare with the paper and type again.`)
    : { ok: true, key };
}

function wrong(groups: readonly number[], message: string): ReadRecoveryKey {
  return { ok: false, groups, message };
}

/** The groups as typed when there are 13 of them, whatever their length; else cut every five symbols; else null. */
function groupsOf(parts: readonly string[]): readonly string[] | null {
  if (parts.length === GROUPS) return parts;
  const all = parts.join('');
  if (all.length !== GROUPS * GROUP) return null;
  return Array.from({ length: GROUPS }, (_, place) => all.slice(place * GROUP, (place + 1) * GROUP));
}

function isRight(group: string, place: number): boolean {
  const values = [...group].map(symbolValue);
  if (values.length !== GROUP || values.includes(-1)) return false;
  return checkOf(values.slice(0, DATA_PER_GROUP), place) === values[DATA_PER_GROUP];
}

function symbolValue(symbol: string): number {
  return SYMBOLS.indexOf(symbol);
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

/** 256 bits as 52 symbols; the last has one bit of the key and four zeros. */
function symbolsOf(key: Uint8Array): readonly number[] {
  return Array.from({ length: GROUPS * DATA_PER_GROUP }, (_, index) => {
    const bit = index * BITS;
    const pair = ((key[bit >> 3] ?? 0) << 8) | (key[(bit >> 3) + 1] ?? 0);
    return (pair >> (16 - BITS - (bit & 7))) & 31;
  });
}

function bytesOf(values: readonly number[]): Uint8Array | null {
  const key = secretBytes(KEY_BYTES);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const value of values) {
    held = (held << BITS) | value;
    bits += BITS;
    if (bits >= 8 && at < KEY_BYTES) {
      bits -= 8;
      key[at] = held >> bits;
      at += 1;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? key : null;
}

/**
 * Shares that come to a whole number of people: "all but two of the 31", "half of the 60 detainees", "a third of the 90",
 * and "all but eleven", "half of them" of those counted before. Where the whole is not told, or the share is no whole
 * number, nothing is read.
 */
import { isAuxiliary, lowAt, type Tokens } from '../acts/reading.ts';
import { isPeoplePlural } from '../people-nouns.ts';
import { quantityOf } from '../quantity/bounds.ts';
import { comparatorBefore } from '../quantity/comparators.ts';
import type { PlacedQuantity } from '../quantity.ts';

/** How many were counted last before a stretch; null when nobody was. */
export type WholeBefore = () => number | null;

/** Token indexes, end exclusive. */
interface Share {
  readonly first: number;
  readonly next: number;
  /** Behind the share itself, before "of the 31". */
  readonly end: number;
  readonly of: (whole: number) => number;
  /** The whole where it stands in the words. */
  readonly whole: PlacedQuantity | null;
  /** "half of them": of those told of before. */
  readonly pointed: boolean;
}

const FRACTIONS: Readonly<Record<string, number>> = {
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
};
const NUMERATORS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 };

/** What follows "of" behind a share: the whole, or "them". */
function wholeAt(
  tokens: Tokens,
  of: number,
): { readonly whole: PlacedQuantity | null; readonly next: number } | null {
  if (lowAt(tokens, of) !== 'of') return null;
  const low = lowAt(tokens, of + 1);
  const at = /^(?:the|those|these|its|their|his|her|some)$/.test(low) ? of + 2 : of + 1;
  const whole = tokens.from.get(at);
  if (whole?.kind === 'count') return { whole, next: whole.next };
  return /^(?:them|these|those|us|whom)$/.test(low) ? { whole: null, next: of + 2 } : null;
}

function exceptAt(tokens: Tokens, at: number): Share | null {
  if (lowAt(tokens, at) !== 'all' || !/^(?:but|except|save|bar)$/.test(lowAt(tokens, at + 1))) return null;
  const number = lowAt(tokens, at + 2) === 'for' ? at + 3 : at + 2;
  const left = tokens.from.get(number);
  if (left?.kind !== 'count' || left.n === null) return null;
  const rest = left.n;
  const behind = wholeAt(tokens, left.next);
  return {
    first: at,
    next: behind?.next ?? left.next,
    end: left.next,
    of: (whole) => whole - rest,
    whole: behind?.whole ?? null,
    pointed: behind === null || behind.whole === null,
  };
}

function fractionAt(tokens: Tokens, at: number): Share | null {
  const half = lowAt(tokens, at) === 'half';
  const denominator = half ? 2 : FRACTIONS[lowAt(tokens, lowAt(tokens, at + 1) === '-' ? at + 2 : at + 1)];
  const numerator = half ? 1 : NUMERATORS[lowAt(tokens, at)];
  if (denominator === undefined || numerator === undefined || lowAt(tokens, at - 1) === 'and') return null;
  const end = half ? at + 1 : lowAt(tokens, at + 1) === '-' ? at + 3 : at + 2;
  const behind =
    wholeAt(tokens, end) ?? (half && isAuxiliary(lowAt(tokens, end)) ? { whole: null, next: end } : null);
  if (behind === null) return null;
  return {
    first: at,
    end,
    ...behind,
    of: (whole) => (whole * numerator) / denominator,
    pointed: behind.whole === null,
  };
}

function isExact(quantity: PlacedQuantity | null): boolean {
  return quantity?.value.comparator === 'exactly';
}

/** The last count of people before a token of the same words. */
function lastCount(tokens: Tokens, before: number): number | null {
  const last = tokens.quantities.findLast((one) => one.first < before && countsPeople(tokens, one)) ?? null;
  return isExact(last) ? (last?.n ?? null) : null;
}

/**
 * Whether a number counts people or those spoken of.
 *
 * @example
 * countsPeople(tokensOf('60 men'), quantity); // true
 */
export function countsPeople(tokens: Tokens, { kind, n, next }: PlacedQuantity): boolean {
  if (kind !== 'count' || n === null || n < 2) return false;
  for (let at = next; at < next + 4; at += 1) if (isPeoplePlural(lowAt(tokens, at))) return true;
  return false;
}

function placed(tokens: Tokens, share: Share, n: number): PlacedQuantity {
  const start = tokens.words[share.first]?.start ?? 0;
  const end = tokens.words[share.next - 1]?.end ?? tokens.text.length;
  const wording = tokens.text.slice(start, end);
  const value = quantityOf({ n, to: null, comparator: 'exactly', unit: 'individual', wording });
  return { start, end, value, kind: 'count', n, first: share.first, next: share.next };
}

/** What every share has in it; most texts hold none. */
const SHARE = /\b(?:half|thirds?|quarters?|fifths?|tenths?|all (?:but|except|save|bar))\b/i;

/**
 * The same words with their shares as numbers.
 *
 * @example
 * withShares(tokensOf('all but two of the 31 were freed'), () => null).quantities[0]?.n; // 29
 */
export function withShares(tokens: Tokens, before: WholeBefore): Tokens {
  if (!SHARE.test(tokens.text)) return tokens;
  const read: PlacedQuantity[] = [];
  const taken: { readonly first: number; readonly next: number }[] = [];
  for (let at = 0; at < tokens.words.length; at += 1) {
    const share = exceptAt(tokens, at) ?? fractionAt(tokens, at);
    if (share === null) continue;
    const whole = share.pointed
      ? (lastCount(tokens, at) ?? before())
      : isExact(share.whole)
        ? (share.whole?.n ?? null)
        : null;
    const loose =
      comparatorBefore(tokens.words, at - 1) !== null || comparatorBefore(tokens.words, at - 2) !== null;
    const n = whole === null || loose ? null : share.of(whole);
    taken.push({ first: share.first, next: share.whole?.first ?? share.next });
    const next = share.whole === null ? share.next : share.end;
    if (n !== null && Number.isInteger(n) && n > 0) read.push(placed(tokens, { ...share, next }, n));
    at = share.next - 1;
  }
  const kept = tokens.quantities.filter(
    (one) => !taken.some((gone) => one.first < gone.next && gone.first < one.next),
  );
  const quantities = [...kept, ...read].sort((a, b) => a.first - b.first);
  const from = new Map(quantities.map((one) => [one.first, one]));
  const covering = new Map<number, PlacedQuantity>();
  for (const one of quantities) for (let at = one.first; at < one.next; at += 1) covering.set(at, one);
  return { ...tokens, quantities, from, covering };
}

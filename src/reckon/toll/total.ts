/**
 * A total over several counts of one measure (rule `total-1`). Low is the largest sum of lows over counts that can share
 * nobody; high the sum of all highs, open above where one of them is. It adds what was reported and nothing else: neither
 * named people nor an estimate enters it. The plain sums stand beside it, since others publish those. A total is only as
 * good as its largest member, so every count that supplies more than a quarter of the high is named.
 */
import type { PropositionId } from '../../record/id.ts';
import type { Measure } from '../../record/proposition.ts';
import type { Bounds } from '../../record/quantity.ts';
import { type CountInTotal, type LeftOutOfTotal, topOf, valuesOf } from './count-in-total.ts';
import { fewestPeople } from './fewest-people.ts';
import { overlapsOf, withoutParts } from './may-overlap.ts';
import type { RelatePlaces } from './place-relation.ts';

export const TOTAL_RULE = 'total-1';

/** A count that supplies more than this share of the high is named. */
export const LARGE_SHARE = 0.25;

/** One count in the total. */
export interface TotalPart {
  readonly proposition: PropositionId;
  /** Its own bounds; lifted to those of its stated parts where these are larger. */
  readonly bounds: Bounds;
  /** The largest number that it puts forward. */
  readonly top: number;
  /** Whether its low is in the total's low; false where it may overlap with one that is, or lie outside the period. */
  readonly inLow: boolean;
  readonly surelyInside: boolean;
  /** Its share of the high (0 to 1), or of the largest numbers where the high is open; null when all are 0. */
  readonly share: number | null;
}

export interface TollTotal extends Bounds {
  readonly rule: typeof TOTAL_RULE;
  readonly measure: Measure;
  /** Sum of lows over counts that can share nobody; null when none states a low. */
  readonly low: number | null;
  /** Sum of the bests; null when a count states none, or when counts may overlap: then no single number is best. */
  readonly best: number | null;
  /** Sum of highs; null is open above. */
  readonly high: number | null;
  /** Sum of the largest numbers put forward: where an open total starts to be open. */
  readonly openFrom: number;
  /** Lows, bests and highs added as they stand, as if nobody were counted twice; null: none states one, or a high is open. */
  readonly sums: Bounds;
  readonly parts: readonly TotalPart[];
  readonly leftOut: readonly LeftOutOfTotal[];
  /** Pairs that may count the same people: once in the low, twice in the high. */
  readonly mayOverlap: readonly (readonly [PropositionId, PropositionId])[];
  /** Counts that supply more than a quarter of the high, largest first; only told of a total of two counts or more. */
  readonly large: readonly PropositionId[];
  /** False where more than 22 counts hang together by overlaps: the low is then valid and may be too small. */
  readonly exactLow: boolean;
}

/** A total, and what further reckoning on it needs. */
export interface ReckonedTotal {
  readonly total: TollTotal;
  /** The counts of `parts`, in their order. */
  readonly counts: readonly CountInTotal[];
  /** Indices of `parts` that each may overlap with. */
  readonly overlaps: readonly (readonly number[])[];
}

/**
 * Adds up counts of one measure.
 *
 * @param counts of one measure, in any order
 * @example
 * const { total } = totalOf('killed', counts, relateWordings);
 * [total.low, total.best, total.high]; // [31, 40, 52]
 */
export function totalOf(
  measure: Measure,
  counts: readonly CountInTotal[],
  relate: RelatePlaces,
): ReckonedTotal {
  const numbered = counts.filter(({ toll }) => topOf(toll) !== null);
  const { outer, inside, partsOf } = withoutParts(numbered);
  const overlaps = overlapsOf(measure, outer, relate);
  const addends = outer.map((count) => addendOf(count, partsOf.get(count.proposition.id) ?? []));
  const sums = sumBounds(addends, overlaps);
  const parts = outer.map(({ proposition, surelyInside }, at): TotalPart => {
    const { low = null, best = null, high = null, top = 0 } = addends[at] ?? {};
    return {
      proposition: proposition.id,
      bounds: { low, best, high },
      top,
      inLow: sums.inLow.has(at),
      surelyInside,
      share: sums.openFrom === 0 ? null : top / sums.openFrom,
    };
  });
  const silent = counts.filter(({ toll }) => topOf(toll) === null);
  const total: TollTotal = Object.freeze({
    rule: TOTAL_RULE,
    measure,
    low: sums.low,
    best: sums.best,
    high: sums.high,
    openFrom: sums.openFrom,
    sums: { low: added(addends, 'low'), best: added(addends, 'best'), high: sums.high },
    parts,
    leftOut: [
      ...inside,
      ...silent.map(({ proposition }) => ({ proposition: proposition.id, reason: 'states no number' })),
    ],
    mayOverlap: pairsOf(parts, overlaps),
    large: largest(parts),
    exactLow: sums.exactLow,
  });
  return { total, counts: outer, overlaps };
}

/** A whole is at least as large as a stated part of it, whatever was said of the whole. */
function addendOf(count: CountInTotal, parts: readonly CountInTotal[]): Addend {
  const whole = { ...valuesOf(count.toll), top: topOf(count.toll) ?? 0 };
  const within = parts
    .filter(({ surelyInside }) => surelyInside)
    .map(({ toll }) => ({ ...valuesOf(toll), top: topOf(toll) ?? 0 }));
  const lows = [whole, ...within].flatMap(({ low }) => low ?? []);
  const low = lows.length === 0 ? null : Math.max(...lows);
  const { high } = whole;
  const over = high === null ? [] : within.filter(({ top }) => top > high);
  return {
    low,
    best: whole.best !== null && low !== null && whole.best < low ? null : whole.best,
    high:
      high === null || over.some((part) => part.high === null)
        ? null
        : Math.max(high, ...over.flatMap((part) => part.high ?? [])),
    top: Math.max(whole.top, ...within.map(({ top }) => top)),
    surelyInside: count.surelyInside,
  };
}

function added(addends: readonly Addend[], bound: 'low' | 'best'): number | null {
  const stated = addends.flatMap((addend) => addend[bound] ?? []);
  return stated.length === 0 ? null : stated.reduce((a, b) => a + b, 0);
}

function largest(parts: readonly TotalPart[]): readonly PropositionId[] {
  if (parts.length < 2) return [];
  return parts
    .filter(({ share }) => share !== null && share > LARGE_SHARE)
    .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
    .map(({ proposition }) => proposition);
}

/** One count's numbers on some day. */
export interface Addend extends Bounds {
  /** The largest number put forward. */
  readonly top: number;
  readonly surelyInside: boolean;
}

/** Sums of bounds by rule `total-1`. */
export interface Sums extends Bounds {
  readonly openFrom: number;
  /** Indices whose low is in the low. */
  readonly inLow: ReadonlySet<number>;
  readonly exactLow: boolean;
}

/**
 * Sums bounds of counts that may overlap.
 *
 * @param overlaps by index as in `overlapsOf`
 * @example
 * sumBounds([{ low: 3, best: 3, high: 3, top: 3, surelyInside: true }], [[]]).low; // 3
 */
export function sumBounds(addends: readonly Addend[], overlaps: readonly (readonly number[])[]): Sums {
  const fewest = fewestPeople(
    addends.map(({ low, surelyInside }) => (surelyInside ? (low ?? 0) : 0)),
    overlaps,
  );
  const inLow = new Set(
    fewest.chosen.filter((at) => {
      const addend = addends[at];
      return addend?.surelyInside === true && addend.low !== null;
    }),
  );
  const sure = addends.every(({ best, surelyInside }) => best !== null && surelyInside);
  const single = sure && overlaps.every((others) => others.length === 0);
  return {
    low: inLow.size === 0 ? null : fewest.sum,
    best: single ? added(addends, 'best') : null,
    high:
      addends.length === 0 || addends.some(({ high }) => high === null)
        ? null
        : addends.reduce((sum, { high }) => sum + (high ?? 0), 0),
    openFrom: addends.reduce((sum, { top }) => sum + top, 0),
    inLow,
    exactLow: fewest.exact,
  };
}

function pairsOf(
  parts: readonly TotalPart[],
  overlaps: readonly (readonly number[])[],
): readonly (readonly [PropositionId, PropositionId])[] {
  return overlaps.flatMap((others, at) =>
    others
      .filter((other) => other > at)
      .flatMap((other) => {
        const a = parts[at]?.proposition;
        const b = parts[other]?.proposition;
        return a === undefined || b === undefined ? [] : [[a, b] as const];
      }),
  );
}

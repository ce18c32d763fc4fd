/**
 * A total over time: the sum of its counts as each stood on every day on which one of them changed, on the axis of what
 * was known when or on that of the event. Overlaps are those known now.
 */
import type { PropositionId } from '../../record/id.ts';
import type { Bounds } from '../../record/quantity.ts';
import type { TimeAxis, TollStep } from '../../record/toll.ts';
import { sameFigure } from '../figure.ts';
import { connected } from './fewest-people.ts';
import type { ReckonedTotal } from './total.ts';
import { type Addend, sumBounds } from './total.ts';

/** A total as it stood on one day. */
export interface TotalStep extends Bounds {
  /** ISO day. */
  readonly day: string;
  /** The first, by id, of the counts that changed on that day. */
  readonly changedBy: PropositionId;
}

/**
 * The steps of a total.
 *
 * @example
 * totalSteps(reckoned, 'known').at(-1)?.high; // the high of the total, when all days are known
 */
export function totalSteps({ counts, overlaps }: ReckonedTotal, axis: TimeAxis): readonly TotalStep[] {
  const changes = new Map<string, { readonly at: number; readonly step: TollStep }[]>();
  for (const [at, { toll }] of counts.entries()) {
    for (const step of axis === 'known' ? toll.steps : (toll.events?.steps ?? [])) {
      const same = changes.get(step.day);
      if (same === undefined) changes.set(step.day, [{ at, step }]);
      else same.push({ at, step });
    }
  }
  const groups = connected(overlaps);
  const groupOf = new Map(groups.flatMap((group, which) => group.map((at) => [at, which] as const)));
  const now: (Addend | undefined)[] = new Array(counts.length);
  const sums: (Bounds | undefined)[] = new Array(groups.length);
  const steps: TotalStep[] = [];
  let before: Bounds = { low: null, best: null, high: null };
  for (const day of [...changes.keys()].sort()) {
    const some = changes.get(day) ?? [];
    for (const { at, step } of some) now[at] = addend(step, counts[at]?.surelyInside === true);
    for (const which of new Set(some.map(({ at }) => groupOf.get(at) ?? 0)))
      sums[which] = sumOf(groups[which] ?? [], now, overlaps);
    const after = addUp(sums);
    if (sameFigure(before, after)) continue;
    const ids = some.flatMap(({ at }) => counts[at]?.proposition.id ?? []);
    steps.push({ day, ...after, changedBy: ids.reduce((least, id) => (id < least ? id : least)) });
    before = after;
  }
  return steps;
}

function addend({ low, best, high }: TollStep, surelyInside: boolean): Addend {
  return { low, best, high, top: high ?? best ?? low ?? 0, surelyInside };
}

/** The counts of a group that were known by then. */
function sumOf(
  group: readonly number[],
  now: readonly (Addend | undefined)[],
  overlaps: readonly (readonly number[])[],
): Bounds {
  const known = group.filter((at) => now[at] !== undefined);
  const place = new Map(known.map((at, index) => [at, index]));
  const { low, best, high } = sumBounds(
    known.flatMap((at) => now[at] ?? []),
    known.map((at) => (overlaps[at] ?? []).flatMap((other) => place.get(other) ?? [])),
  );
  return { low, best, high };
}

function addUp(sums: readonly (Bounds | undefined)[]): Bounds {
  const known = sums.filter((sum) => sum !== undefined);
  const lows = known.flatMap(({ low }) => low ?? []);
  const whole = (bound: 'best' | 'high'): number | null =>
    known.some((sum) => sum[bound] === null) ? null : known.reduce((sum, one) => sum + (one[bound] ?? 0), 0);
  return {
    low: lows.length === 0 ? null : lows.reduce((a, b) => a + b, 0),
    best: whole('best'),
    high: whole('high'),
  };
}

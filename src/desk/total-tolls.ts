/** Totals of tolls: one for each measure that is counted in the scope, with their interval and their steps over time. */
import type { LeftOutOfTotal } from '../reckon/toll/count-in-total.ts';
import { type NetOfNamed, netOfNamed } from '../reckon/toll/net-of-named.ts';
import { relateWordings, wordedApart } from '../reckon/toll/place-relation.ts';
import { DEFAULT_SEED, type SimulatedTotal, simulateTotal } from '../reckon/toll/simulate-total.ts';
import { type TollTotal, totalOf } from '../reckon/toll/total.ts';
import { type TotalStep, totalSteps } from '../reckon/toll/total-steps.ts';
import { presetName } from '../reckon/toll/vague-bounds.ts';
import type { PropositionId } from '../record/id.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import type { TimeAxis } from '../record/toll.ts';
import type { Desk } from './desk.ts';
import { proposalsWaiting, reckonCounts, type TollQuery } from './reckon-counts.ts';

/** What a total is reckoned with. */
export interface TotalQuery extends Omit<TollQuery, 'limit' | 'mostFigures' | 'withEventDays'> {
  readonly axis: TimeAxis;
  readonly seed?: number;
  /** Takes places that nothing relates for apart: a reviewer's choice. */
  readonly placesApart?: boolean;
}

export interface TotalView {
  readonly total: TollTotal;
  /** Null when a count states no number that could be drawn. */
  readonly simulated: SimulatedTotal | null;
  readonly steps: readonly TotalStep[];
  readonly net: NetOfNamed | null;
}

export interface TotalList {
  /** One a measure, those with most counts first. */
  readonly totals: readonly TotalView[];
  readonly propositions: ReadonlyMap<PropositionId, Proposition>;
  /** Counts outside the scope, and why. */
  readonly outside: readonly LeftOutOfTotal[];
  readonly waiting: number;
  /** Name and version of the preset that gave vague words bounds; null for none. */
  readonly preset: string | null;
}

/**
 * Adds up tolls, each measure by itself.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { totals } = await totalTolls(desk, { includeProposed: false, asOf: null, axis: 'known', measure: 'killed' });
 */
export async function totalTolls(desk: Desk, query: TotalQuery): Promise<TotalList> {
  const { relate = relateWordings, placesApart = false, seed = DEFAULT_SEED } = query;
  const { counts, outside, identities } = await reckonCounts(desk, { ...query, withEventDays: true });
  const byMeasure = Map.groupBy(counts, ({ toll }) => toll.measure);
  const measures = [...byMeasure].toSorted((a, b) => b[1].length - a[1].length).map(([measure]) => measure);
  return {
    totals: measures.map(viewTotal),
    propositions: new Map((await desk.store.propositions({ kind: 'count' })).map((one) => [one.id, one])),
    outside,
    waiting: await proposalsWaiting(desk, query),
    preset: query.preset === undefined ? null : presetName(query.preset),
  };

  function viewTotal(measure: Measure): TotalView {
    const some = byMeasure.get(measure) ?? [];
    const reckoned = totalOf(measure, some, placesApart ? wordedApart(relate) : relate);
    const { total } = reckoned;
    return {
      total,
      simulated: simulateTotal(reckoned, { seed }),
      steps: totalSteps(reckoned, query.axis),
      net: netOfNamed(
        reckoned.counts.map(({ proposition }) => proposition),
        total,
        identities,
      ),
    };
  }
}

/** The claims on one count as signs of a chart: who, which stance, which number, on which day. */
import type { DrawnClaim } from '../dossier/toll-drawing.ts';
import { isoDay, latestDay } from '../reckon/day-span.ts';
import { eventDaysOf } from '../reckon/toll/event-span.ts';
import type { Claim } from '../record/claim.ts';
import type { TimeAxis } from '../record/toll.ts';
import type { Desk } from './desk.ts';
import { knownRecord } from './known/known-record.ts';
import { countedStatuses } from './list-claims.ts';
import { openLookup } from './lookup.ts';
import type { TollView } from './reckon-tolls.ts';

/**
 * Reads the claims that a toll was reckoned from.
 *
 * @example
 * const claims = await chartClaims(desk, tolls[0], { includeProposed: false, axis: 'known' });
 */
export async function chartClaims(
  desk: Desk,
  { proposition, toll, read: worded }: Pick<TollView, 'proposition' | 'toll' | 'read'>,
  {
    includeProposed,
    axis,
    claims: given,
  }: {
    readonly includeProposed: boolean;
    readonly axis: TimeAxis;
    /** The claims on it, when they were read already. */
    readonly claims?: readonly Claim[];
  },
): Promise<readonly DrawnClaim[]> {
  const used = new Set(toll.used);
  const readings = new Map(worded.map(({ claim, bounds }) => [claim, bounds]));
  const lookup = openLookup(desk.store, await knownRecord(desk.store));
  const statuses = countedStatuses(includeProposed);
  const claims: DrawnClaim[] = [];
  const read = given ?? (await desk.store.claims({ proposition: proposition.id, statuses }));
  const eventDays = eventDaysOf(read);
  for (const claim of read) {
    const numbers = readings.get(claim.id) ?? claim.quantity;
    const step = claim.chain.at(-1);
    claims.push({
      id: claim.id,
      stance: claim.stance,
      day: axis === 'known' ? isoDay(latestDay(claim.saidAt)) : (eventDays.get(claim.id)?.latest ?? null),
      value: numbers === null ? null : (numbers.best ?? numbers.low ?? numbers.high),
      who: (await lookup.nameOf(step?.speaker ?? null)) ?? `unnamed (“${step?.named ?? ''}”)`,
      unreviewed: claim.status === 'proposed',
      used: used.has(claim.id),
    });
  }
  return toll.asOf === null ? claims : claims.filter(({ day }) => day !== null && day <= (toll.asOf ?? ''));
}

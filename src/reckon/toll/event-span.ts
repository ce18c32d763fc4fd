/** The days on which what a count counts can have happened, from the times that its claims state. */
import type { Claim } from '../../record/claim.ts';
import type { ClaimId } from '../../record/id.ts';
import { type DayRange, parseEdtf } from '../../record/when.ts';
import type { EventDays } from './event-steps.ts';

export interface EventSpan {
  /** From the first to the last day that any claim states; null ends are open or not stated. */
  readonly days: DayRange;
  /** False when a claim in use does not say when: the days then prove nothing. */
  readonly complete: boolean;
}

/**
 * The span of the claims in use.
 *
 * @example
 * eventSpan(toll.used, eventDays); // { days: { earliest: '2031-04-01', latest: '2031-05-12' }, complete: true }
 */
export function eventSpan(claims: readonly ClaimId[], days: EventDays): EventSpan {
  const stated = claims.flatMap((claim) => days.get(claim) ?? []);
  const starts = stated.map(({ earliest }) => earliest);
  const ends = stated.map(({ latest }) => latest);
  const earliest = starts.some((day) => day === null) ? null : (starts.toSorted()[0] ?? null);
  const latest = ends.some((day) => day === null) ? null : (ends.toSorted().at(-1) ?? null);
  return { days: { earliest, latest }, complete: claims.length > 0 && stated.length === claims.length };
}

/**
 * When each claim says that it happened; claims that do not say are absent.
 *
 * @example
 * eventDaysOf(record.claims.values()).get(claim.id)?.latest; // '2031-05-12'
 */
export function eventDaysOf(claims: Iterable<Pick<Claim, 'id' | 'when'>>): EventDays {
  const days = new Map<ClaimId, DayRange>();
  for (const { id, when } of claims) {
    const range = when === null ? null : parseEdtf(when.edtf);
    if (range !== null && !('message' in range)) days.set(id, range);
  }
  return days;
}

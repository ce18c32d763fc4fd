/**
 * A toll along the days of the event: what the record, as known now, says had happened by each day (rule `event-day-1`).
 * A claim stands on the last day that its own time of the event can mean. Each origin's figure by a day is its latest
 * claim among those that stand on or before it, so a correction of one day's figure replaces it and a later day's figure
 * follows. Claims that do not say when it happened stand on no day of this axis and are named.
 */
import type { ClaimId } from '../../record/id.ts';
import type { Bounds } from '../../record/quantity.ts';
import type { EventAxis, TollStep } from '../../record/toll.ts';
import type { DayRange } from '../../record/when.ts';
import { sameFigure } from '../figure.ts';
import { CurrentFigures } from './current-figures.ts';
import type { FigureClaim } from './figure-claims.ts';
import { FigureTally } from './rules.ts';

/** When each claim says that it happened; absent: it does not say. */
export type EventDays = ReadonlyMap<ClaimId, DayRange>;

interface Root {
  /** By day of saying, of the claims taken in so far. */
  readonly claims: FigureClaim[];
  standing: readonly FigureClaim[];
}

/**
 * The steps along the days of the event.
 *
 * @param claims that carry their origin's figure, copies left out
 * @example
 * eventAxis(claims, eventDays).steps[0]?.day; // '2031-04-01', whenever it was told
 */
export function eventAxis(claims: readonly FigureClaim[], days: EventDays): EventAxis {
  const byDay = new Map<string, FigureClaim[]>();
  const undated: ClaimId[] = [];
  for (const claim of claims) {
    const day = days.get(claim.utterance.claim)?.latest ?? null;
    const before = day === null ? undefined : byDay.get(day);
    if (day === null) undated.push(claim.utterance.claim);
    else if (before === undefined) byDay.set(day, [claim]);
    else before.push(claim);
  }
  const roots = new Map<number, Root>();
  const tally = new FigureTally();
  const steps: TollStep[] = [];
  let before: Bounds = { low: null, best: null, high: null };
  for (const day of [...byDay.keys()].sort()) {
    const came = byDay.get(day) ?? [];
    for (const [at, some] of Map.groupBy(came, ({ root }) => root)) takeIn(roots, at, { some, tally });
    const after = tally.headline();
    if (sameFigure(before, after)) continue;
    steps.push(Object.freeze({ day, ...after, changedBy: changedBy(came, before, after) }));
    before = after;
  }
  return Object.freeze({ steps, undated });
}

function takeIn(
  roots: Map<number, Root>,
  at: number,
  { some, tally }: { readonly some: readonly FigureClaim[]; readonly tally: FigureTally },
): void {
  const root = roots.get(at) ?? { claims: [], standing: [] };
  roots.set(at, root);
  root.claims.push(...some);
  root.claims.sort((a, b) => a.to - b.to || (a.utterance.claim < b.utterance.claim ? -1 : 1));
  const current = new CurrentFigures();
  for (const claim of root.claims) current.add(claim);
  for (const claim of root.standing) tally.remove(claim.utterance);
  root.standing = [...current.current()];
  for (const claim of root.standing) tally.add(claim.utterance);
}

function changedBy(came: readonly FigureClaim[], before: Bounds, after: Bounds): ClaimId {
  const moved = (['low', 'best', 'high'] as const).filter((bound) => before[bound] !== after[bound]);
  const setters = came.filter(({ utterance }) => moved.some((bound) => utterance[bound] === after[bound]));
  const ids = (setters.length > 0 ? setters : came).map(({ utterance }) => utterance.claim);
  return ids.reduce((least, id) => (id < least ? id : least));
}

/** What was said, day by day: how many claims, and of which stance. */
import type { ClaimId } from '../../record/id.ts';
import type { Measure } from '../../record/proposition.ts';
import type { Stance } from '../../record/stance.ts';
import { type ClaimView, viewClaim } from '../claim-view.ts';
import type { Desk } from '../desk.ts';
import { countedStatuses } from '../list-claims.ts';
import { openLookup } from '../lookup.ts';

export interface DayQuery {
  readonly includeProposed: boolean;
  readonly stance?: Stance;
  readonly measure?: Measure;
}

export interface SaidDay {
  /** As the record has it: an ISO day, or a month or year where no more is known. */
  readonly day: string;
  readonly said: Readonly<Partial<Record<Stance, number>>>;
  readonly claims: readonly ClaimId[];
}

export interface SaidByDay {
  /** Oldest first. */
  readonly days: readonly SaidDay[];
  /** Claims of no known day. */
  readonly undated: number;
}

/**
 * Counts what was said on each day.
 *
 * @example
 * (await saidByDay(desk, { includeProposed: true })).days[0]?.said; // { alleges: 4 }
 */
export async function saidByDay(
  { store }: Pick<Desk, 'store'>,
  { includeProposed, ...asked }: DayQuery,
): Promise<SaidByDay> {
  const days = new Map<string, { said: Partial<Record<Stance, number>>; claims: ClaimId[] }>();
  let undated = 0;
  const statuses = countedStatuses(includeProposed);
  for (const { claim, stance, saidAt } of await store.utterances({ statuses, ...asked })) {
    if (saidAt === null) {
      undated += 1;
      continue;
    }
    const day = saidAt.slice(0, 10);
    const told = days.get(day) ?? { said: {}, claims: [] };
    days.set(day, told);
    told.said[stance] = (told.said[stance] ?? 0) + 1;
    told.claims.push(claim);
  }
  const listed = [...days].map(([day, told]) => ({ day, ...told }));
  return { days: listed.toSorted((a, b) => (a.day < b.day ? -1 : 1)), undated };
}

/**
 * Opens claims by their ids; those that are gone are left out.
 *
 * @example
 * await openClaims(desk, day.claims.slice(0, 20));
 */
export async function openClaims(
  { store }: Pick<Desk, 'store'>,
  ids: readonly ClaimId[],
): Promise<readonly ClaimView[]> {
  const lookup = openLookup(store);
  const views: ClaimView[] = [];
  for (const id of ids) {
    const claim = await store.claim(id);
    if (claim !== null) views.push(await viewClaim(claim, lookup));
  }
  return views;
}

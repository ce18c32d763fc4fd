/** Lists claims with their words. Counts accepted ones alone unless proposals are asked for; says how many wait. */
import type { ClaimStatus } from '../record/claim.ts';
import type { Measure } from '../record/proposition.ts';
import type { Stance } from '../record/stance.ts';
import { type ClaimView, viewClaim } from './claim-view.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { openLookup } from './lookup.ts';
import type { ClaimFilter } from './ports/record-store.ts';
import { resolveSpeaker } from './resolve-speaker.ts';

/** Absent: no condition. Ids may be beginnings. */
export interface ClaimQuery {
  readonly source?: string;
  readonly proposition?: string;
  readonly stance?: Stance;
  readonly measure?: Measure;
  /** A name or an actor's id; anywhere in the chain. */
  readonly speaker?: string;
  /** One status alone; otherwise accepted claims, and proposals when `includeProposed`. */
  readonly status?: ClaimStatus;
  readonly includeProposed?: boolean;
  /** Rows; all when absent. */
  readonly limit?: number;
  /** The claim after which to go on. */
  readonly after?: string;
}

export interface ClaimList {
  readonly claims: readonly ClaimView[];
  /** Claims that fit, listed or not. */
  readonly fitting: number;
  /** Fitting proposals that were left out because nobody reviewed them. */
  readonly waiting: number;
}

/**
 * The statuses that count in a view.
 *
 * @example
 * countedStatuses(false); // ['accepted']
 */
export function countedStatuses(includeProposed: boolean): readonly ClaimStatus[] {
  return includeProposed ? ['accepted', 'proposed'] : ['accepted'];
}

/**
 * Lists claims in log order.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id or name that the record does not hold
 * @example
 * const { claims, waiting } = await listClaims(desk, { measure: 'killed' });
 */
export async function listClaims(desk: Desk, query: ClaimQuery): Promise<ClaimList> {
  const conditions = await conditionsOf(desk, query);
  const statuses =
    query.status === undefined ? countedStatuses(query.includeProposed ?? false) : [query.status];
  const lookup = openLookup(desk.store);
  const counts = await desk.store.countClaims(conditions);
  const page = {
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.after === undefined ? {} : { after: await findOne(desk.store, query.after, 'clm') }),
  };
  const listed = await desk.store.claims({ ...conditions, statuses, ...page });
  const claims: ClaimView[] = [];
  for (const claim of listed) claims.push(await viewClaim(claim, lookup));
  const fitting = statuses.reduce((sum, status) => sum + counts[status], 0);
  return { claims, fitting, waiting: statuses.includes('proposed') ? 0 : counts.proposed };
}

/**
 * Turns what a person asked for into a filter of the store.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const filter = await conditionsOf(desk, { source: 'src_7d2' });
 */
export async function conditionsOf(desk: Desk, query: ClaimQuery): Promise<ClaimFilter> {
  const { store } = desk;
  return {
    ...(query.source === undefined ? {} : { source: await findOne(store, query.source, 'src') }),
    ...(query.proposition === undefined
      ? {}
      : { proposition: await findOne(store, query.proposition, 'prp') }),
    ...(query.stance === undefined ? {} : { stance: query.stance }),
    ...(query.measure === undefined ? {} : { measure: query.measure }),
    ...(query.speaker === undefined ? {} : { speaker: await resolveSpeaker(store, query.speaker) }),
  };
}

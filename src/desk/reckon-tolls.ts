/**
 * Tolls of all counts, straight from the narrow view of the claims: a large record is reckoned without opening
 * a claim. Only what is shown is looked up by name.
 */

import { tollOf, tollsOf } from '../reckon/toll.ts';
import type { ClaimId } from '../record/id.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import type { Toll } from '../record/toll.ts';
import { type ClaimView, viewClaim } from './claim-view.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { countedStatuses } from './list-claims.ts';
import { openLookup } from './lookup.ts';
import type { PropositionFilter } from './ports/record-store.ts';

export interface TollQuery {
  readonly includeProposed: boolean;
  readonly measure?: Measure;
  /** Id or its beginning. */
  readonly proposition?: string;
  /** ISO day; null: all that is in the record. */
  readonly asOf: string | null;
  /** Tolls; all when absent. */
  readonly limit?: number;
}

export interface TollView {
  readonly proposition: Proposition;
  readonly toll: Toll;
  /** The claims that set the bounds and those beside it (denials, refusals), opened. */
  readonly opened: ReadonlyMap<ClaimId, ClaimView>;
}

export interface TollList {
  readonly tolls: readonly TollView[];
  readonly fitting: number;
  /** Proposals in the record that are not counted here. */
  readonly waiting: number;
}

/**
 * Reckons tolls, those on most claims first.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { tolls } = await reckonTolls(desk, { includeProposed: false, asOf: null, measure: 'killed' });
 */
export async function reckonTolls(desk: Desk, query: TollQuery): Promise<TollList> {
  const { store } = desk;
  const only = query.proposition === undefined ? null : await findOne(store, query.proposition, 'prp');
  const measured = query.measure === undefined ? {} : { measure: query.measure };
  const filter: PropositionFilter = { kind: 'count', ...measured };
  const narrow = only === null ? measured : { proposition: only };
  const [propositions, utterances, actors, counts] = await Promise.all([
    store.propositions(filter),
    store.utterances({ ...narrow, statuses: countedStatuses(query.includeProposed) }),
    store.actors(),
    store.counts(),
  ]);
  const asked = propositions.filter(({ id, measure }) => measure !== null && (only === null || id === only));
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const tolls =
    query.asOf === null
      ? tollsOf(asked, utterances, byId)
      : asked.map((proposition) => tollOf({ proposition, utterances, actors: byId, asOf: query.asOf }));
  const said = tolls.filter(({ used, beside }) => used.length + beside.length > 0);
  const shown = said.toSorted((a, b) => b.used.length - a.used.length).slice(0, query.limit ?? said.length);
  const named = new Map(asked.map((proposition) => [proposition.id, proposition]));
  const views: TollView[] = [];
  for (const toll of shown) {
    const proposition = named.get(toll.proposition);
    if (proposition !== undefined) views.push({ proposition, toll, opened: await open(desk, toll) });
  }
  return { tolls: views, fitting: said.length, waiting: query.includeProposed ? 0 : counts.claims.proposed };
}

/** Claims beside a toll that are opened; the rest are counted. */
const OPENED_BESIDE = 12;

async function open(desk: Desk, toll: Toll): Promise<ReadonlyMap<ClaimId, ClaimView>> {
  const bounds = [
    toll.low,
    toll.best,
    toll.high,
    ...toll.rules.flatMap(({ low, best, high }) => [low, best, high]),
  ];
  const wanted = new Set([
    ...bounds.flatMap((bound) => bound?.setBy ?? []),
    ...toll.beside.slice(0, OPENED_BESIDE),
  ]);
  const lookup = openLookup(desk.store);
  const opened = new Map<ClaimId, ClaimView>();
  for (const id of wanted) {
    const claim = await desk.store.claim(id);
    if (claim !== null) opened.set(id, await viewClaim(claim, lookup));
  }
  return opened;
}

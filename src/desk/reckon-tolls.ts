/** Tolls of all counts as they are shown: only what is shown is looked up by name. */
import { dependsOn } from '../reckon/dependence.ts';
import type { LeftOutOfTotal } from '../reckon/toll/count-in-total.ts';
import { type NetOfNamed, netOfNamed } from '../reckon/toll/net-of-named.ts';
import { presetName, type ReadWording } from '../reckon/toll/vague-bounds.ts';
import type { ClaimStatus } from '../record/claim.ts';
import type { ClaimId, PropositionId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Toll } from '../record/toll.ts';
import { type ClaimView, viewClaim } from './claim-view.ts';
import type { Desk } from './desk.ts';
import { knownRecord } from './known/known-record.ts';
import { countedStatuses } from './list-claims.ts';
import { type Lookup, openLookup } from './lookup.ts';
import { proposalsWaiting, type ReckonedCounts, reckonCounts, type TollQuery } from './reckon-counts.ts';

export interface TollView {
  readonly proposition: Proposition;
  readonly toll: Toll;
  /** The claims that set the bounds and those beside it (denials, refusals), opened; none with `figuresAlone`. */
  readonly opened: ReadonlyMap<ClaimId, ClaimView>;
  /** Vague claims that a preset gave bounds. */
  readonly read: readonly ReadWording[];
  /** Those counted who are not named one by one; null when nobody is. */
  readonly net: NetOfNamed | null;
}

export interface TollList {
  readonly tolls: readonly TollView[];
  readonly fitting: number;
  /** Proposals in the record that are not counted here. */
  readonly waiting: number;
  /** Counts outside the scope, and why. */
  readonly outside: readonly LeftOutOfTotal[];
  /** Name and version of the preset that gave vague words bounds; null for none. */
  readonly preset: string | null;
}

/**
 * Reckons tolls, those on most figures first. Of a large record only the counts that are shown are reckoned.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { tolls } = await reckonTolls(desk, { includeProposed: false, asOf: null, measure: 'killed' });
 */
export async function reckonTolls(desk: Desk, query: TollQuery): Promise<TollList> {
  const reckoned = await reckonCounts(desk, query);
  return {
    tolls: await viewTolls(desk, reckoned, query),
    fitting: reckoned.fitting,
    waiting: await proposalsWaiting(desk, query),
    outside: reckoned.outside,
    preset: query.preset === undefined ? null : presetName(query.preset),
  };
}

/** Opens what is shown of the counts. */
async function viewTolls(
  desk: Desk,
  { counts, identities, others }: ReckonedCounts,
  query: TollQuery,
): Promise<readonly TollView[]> {
  const lookup = openLookup(desk.store, await knownRecord(desk.store));
  const denied = await denialsBeside(
    desk,
    new Map(
      counts.map(({ proposition }) => [
        proposition.id,
        others(proposition).filter((other) => dependsOn(proposition, other)),
      ]),
    ),
    countedStatuses(query.includeProposed),
  );
  const views: TollView[] = [];
  for (const { proposition, toll: reckoned, read } of counts) {
    const toll = { ...reckoned, beside: [...reckoned.beside, ...(denied.get(proposition.id) ?? [])] };
    const headline = { low: toll.low?.value ?? null, best: null, high: toll.high?.value ?? null };
    views.push({
      proposition,
      toll,
      opened: query.figuresAlone === true ? new Map() : await open(desk, toll, lookup),
      read,
      net: netOfNamed([proposition], headline, identities),
    });
  }
  return views;
}

/** Denials of the whole occurrence, or of who one of those counted was: they stand beside a count and move nothing. */
async function denialsBeside(
  { store }: Desk,
  related: ReadonlyMap<PropositionId, readonly Proposition[]>,
  statuses: readonly ClaimStatus[],
): Promise<ReadonlyMap<PropositionId, readonly ClaimId[]>> {
  const ids = [...new Set([...related.values()].flat().map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const denials = await store.utterances({ propositions: ids, statuses, stance: 'denies' });
  const byProposition = Map.groupBy(denials, ({ proposition }) => proposition);
  return new Map(
    [...related].map(([count, on]) => [
      count,
      on.flatMap(({ id }) => (byProposition.get(id) ?? []).map(({ claim }) => claim)),
    ]),
  );
}

/** Claims beside a toll that are opened; the rest are counted. */
const OPENED_BESIDE = 12;

async function open(desk: Desk, toll: Toll, lookup: Lookup): Promise<ReadonlyMap<ClaimId, ClaimView>> {
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
  const opened = new Map<ClaimId, ClaimView>();
  for (const id of wanted) {
    const claim = await desk.store.claim(id);
    if (claim !== null) opened.set(id, await viewClaim(claim, lookup));
  }
  return opened;
}

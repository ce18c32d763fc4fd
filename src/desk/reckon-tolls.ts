/**
 * Tolls of all counts, straight from the narrow view of the claims: a large record is reckoned without opening
 * a claim. Only what is shown is looked up by name.
 */

import { dependsOn } from '../reckon/dependence.ts';
import { partInToll } from '../reckon/toll/figure-claims.ts';
import { tollsOf } from '../reckon/toll/toll.ts';
import type { ClaimStatus } from '../record/claim.ts';
import type { ClaimId, PropositionId } from '../record/id.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import type { Toll } from '../record/toll.ts';
import { type ClaimView, viewClaim } from './claim-view.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { countedStatuses } from './list-claims.ts';
import { type Lookup, openLookup } from './lookup.ts';
import type { ClaimTally } from './ports/record-store.ts';
import { readTraced } from './read-traced.ts';

export interface TollQuery {
  readonly includeProposed: boolean;
  readonly measure?: Measure;
  /** Id or its beginning. */
  readonly proposition?: string;
  /** ISO day; null: all that is in the record. */
  readonly asOf: string | null;
  /** Tolls; all when absent. */
  readonly limit?: number;
  /** Stops after the leading counts that have this many figures together, one count at least; never when absent. */
  readonly mostFigures?: number;
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
 * Reckons tolls, those on most figures first. Of a large record only the counts that are shown are reckoned.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { tolls } = await reckonTolls(desk, { includeProposed: false, asOf: null, measure: 'killed' });
 */
export async function reckonTolls(desk: Desk, query: TollQuery): Promise<TollList> {
  const { store } = desk;
  const only = query.proposition === undefined ? null : await findOne(store, query.proposition, 'prp');
  const measured = query.measure === undefined ? {} : { measure: query.measure };
  const statuses = countedStatuses(query.includeProposed);
  const propositions = await store.propositions({ kind: 'count', ...measured });
  const heard = hearingOf(await store.tallies(statuses));
  const said = propositions
    .filter(({ id, measure }) => measure !== null && (only === null || id === only) && heard.has(id))
    .toSorted((a, b) => (heard.get(b.id) ?? 0) - (heard.get(a.id) ?? 0));
  const leading = leadingOf(
    said.map(({ id }) => heard.get(id) ?? 0),
    query.mostFigures,
  );
  const limit = Math.min(query.limit ?? said.length, leading);
  const reckoned = await reckon(desk, { asOf: query.asOf, limit, said, statuses });
  const named = new Map(said.map((proposition) => [proposition.id, proposition]));
  const lookup = openLookup(store);
  const views: TollView[] = [];
  const shown = reckoned.tolls.flatMap(({ proposition }) => named.get(proposition) ?? []);
  const denied = await denialsBeside(desk, shown, statuses);
  for (const reckonedToll of reckoned.tolls) {
    const proposition = named.get(reckonedToll.proposition);
    if (proposition === undefined) continue;
    const toll = { ...reckonedToll, beside: [...reckonedToll.beside, ...(denied.get(proposition.id) ?? [])] };
    views.push({ proposition, toll, opened: await open(desk, toll, lookup) });
  }
  const waiting = query.includeProposed ? 0 : (await store.counts()).claims.proposed;
  return { tolls: views, fitting: reckoned.fitting, waiting };
}

/** Denials of the whole occurrence, or of who one of those counted was: they stand beside a count and move nothing. */
async function denialsBeside(
  { store }: Desk,
  shown: readonly Proposition[],
  statuses: readonly ClaimStatus[],
): Promise<ReadonlyMap<PropositionId, readonly ClaimId[]>> {
  const others = [
    ...(await store.propositions({ kind: 'occurrence' })),
    ...(await store.propositions({ kind: 'identity' })),
  ];
  const related = new Map(
    shown.map((count) => [count.id, others.filter((other) => dependsOn(count, other))]),
  );
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

interface Asked {
  readonly asOf: string | null;
  readonly limit: number;
  /** Counts on which somebody said something that a toll shows, most figures first. */
  readonly said: readonly Proposition[];
  readonly statuses: readonly ClaimStatus[];
}

/** With a day, which counts have a toll is known only when all are reckoned. */
async function reckon(
  desk: Desk,
  { asOf, limit, said, statuses }: Asked,
): Promise<{ tolls: readonly Toll[]; fitting: number }> {
  const wanted = asOf === null ? said.slice(0, limit) : said;
  const actors = new Map((await desk.store.actors()).map((actor) => [actor.id, actor]));
  const tolls: Toll[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const utterances = await desk.store.utterances({ propositions: some.map(({ id }) => id), statuses });
    const traced = await readTraced(
      desk.store,
      utterances.map(({ source }) => source),
    );
    for (const toll of tollsOf(some, utterances, { actors, asOf, traced }))
      if (toll.used.length + toll.beside.length > 0) tolls.push(toll);
  }
  return { tolls: tolls.slice(0, limit), fitting: asOf === null ? said.length : tolls.length };
}

/** How many counts, from the first on, keep within the figures that may be reckoned. */
function leadingOf(figures: readonly number[], most: number = Number.POSITIVE_INFINITY): number {
  let sum = 0;
  const over = figures.findIndex((each) => {
    sum += each;
    return sum > most;
  });
  return over < 0 ? figures.length : Math.max(1, over);
}

/** Counts whose claims are held in memory together. */
const AT_ONCE = 500;

/** How many figures stand on each proposition; only propositions with a figure or with somebody who takes a side. */
function hearingOf(tallies: readonly ClaimTally[]): ReadonlyMap<PropositionId, number> {
  const heard = new Map<PropositionId, number>();
  for (const { proposition, stance, numbered, claims } of tallies) {
    const part = partInToll(stance, numbered);
    if (part === 'none') continue;
    heard.set(proposition, (heard.get(proposition) ?? 0) + (part === 'figure' ? claims : 0));
  }
  return heard;
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

/**
 * All that is reckoned about propositions: origins, standing, positions, toll, each with the claims it rests
 * on. Accepted claims alone count unless proposals are asked for; how many wait is always told.
 */

import type { OriginCount } from '../reckon/origins/origin-count.ts';
import type { Position } from '../reckon/positions.ts';
import type { Standing } from '../reckon/standing.ts';
import { type WeighingContext, weighingContext, weighProposition } from '../reckon/weigh-proposition.ts';
import type { ClaimStatus } from '../record/claim.ts';
import type { ClaimId, PropositionId } from '../record/id.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import { holdsWords } from '../record/search/holds-words.ts';
import type { Toll } from '../record/toll.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { type KnownRecord, knownRecord } from './known/known-record.ts';
import { countedStatuses } from './list-claims.ts';
import { type Lookup, openLookup } from './lookup.ts';
import type { StatusTally } from './ports/record-store.ts';
import { readSpoken, type Spoken } from './read-spoken.ts';
import { readTraced } from './read-traced.ts';
import { claimOfUnnamed, unnamedWords, type VoiceView, viewVoice } from './voice-name.ts';

/** Which propositions to reckon. */
export interface ReckonQuery {
  readonly includeProposed: boolean;
  /** Id or its beginning. */
  readonly proposition?: string;
  /** Any of these alone; all when absent. */
  readonly among?: ReadonlySet<PropositionId>;
  readonly measure?: Measure;
  /** Beginnings of words of its text; any when absent. */
  readonly words?: string;
  /** ISO day: tolls as they stood then. */
  readonly asOf?: string | null;
  /** Propositions; the most spoken-of when cut. All when absent. */
  readonly limit?: number;
  /** Propositions of that order to pass over first; none when absent. */
  readonly offset?: number;
}

/** A position with its voice named. */
export interface PositionView extends Omit<Position, 'actor'> {
  readonly actor: VoiceView;
}

export interface PropositionFigures {
  readonly proposition: Proposition;
  readonly claims: readonly ClaimId[];
  /** Claims counted that nobody reviewed. */
  readonly unreviewed: number;
  readonly origins: OriginCount;
  /** Origins of the claims that deny it; null when nobody does. */
  readonly denials: OriginCount | null;
  readonly standing: Standing;
  readonly positions: readonly PositionView[];
  /** Null when it is no count. */
  readonly toll: Toll | null;
}

export interface Reckoned {
  readonly propositions: readonly PropositionFigures[];
  /** Propositions that fit, shown or not. */
  readonly fitting: number;
  /** Proposals in the whole record that nobody reviewed and that are not counted here. */
  readonly waiting: number;
  readonly lookup: Lookup;
}

/** Which propositions there are, before any is reckoned. */
export interface OpenedPropositions {
  /** All that fit, the most spoken-of first. */
  readonly fitting: readonly Proposition[];
  /** Proposals in the whole record that nobody reviewed and that are not counted here. */
  readonly waiting: number;
  readonly lookup: Lookup;
  readonly known: KnownRecord;
  readonly statuses: readonly ClaimStatus[];
  readonly asOf: string | null;
}

/**
 * Reckons propositions, the most spoken-of first.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id the record does not hold
 * @example
 * const { propositions } = await reckonPropositions(desk, { includeProposed: false });
 */
export async function reckonPropositions(desk: Desk, query: ReckonQuery): Promise<Reckoned> {
  const opened = await openPropositions(desk, query);
  const { fitting, waiting, lookup } = opened;
  const from = query.offset ?? 0;
  const shown = fitting.slice(from, from + (query.limit ?? fitting.length));
  return { propositions: await reckonSome(desk, opened, shown), fitting: fitting.length, waiting, lookup };
}

/**
 * Finds the propositions that fit; `limit` and `offset` do not count.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id the record does not hold
 * @example
 * (await openPropositions(desk, { includeProposed: true })).fitting.length;
 */
export async function openPropositions(desk: Desk, query: ReckonQuery): Promise<OpenedPropositions> {
  const { store } = desk;
  const only = query.proposition === undefined ? null : await findOne(store, query.proposition, 'prp');
  const known = await knownRecord(store);
  const lookup = openLookup(store, known);
  const statuses = countedStatuses(query.includeProposed);
  const sizes = new Map<PropositionId, number>();
  const fits = holdsWords(query.words ?? '');
  const candidates = only === null ? known.propositions() : one(known.find(only));
  const fitting: Proposition[] = [];
  for (const proposition of candidates) {
    const { id, measure, text } = proposition;
    if (query.among?.has(id) === false || (query.measure !== undefined && measure !== query.measure))
      continue;
    const size = sizeOf(known.tallies(id), statuses);
    if (size === 0 || !fits(text)) continue;
    sizes.set(id, size);
    fitting.push(proposition);
  }
  const size = ({ id }: Proposition): number => sizes.get(id) ?? 0;
  fitting.sort((a, b) => size(b) - size(a));
  const waiting = query.includeProposed ? 0 : known.claims('proposed');
  return { fitting, waiting, lookup, known, statuses, asOf: query.asOf ?? null };
}

function one<T>(found: T | null): readonly T[] {
  return found === null ? [] : [found];
}

function sizeOf(tallies: readonly StatusTally[], statuses: readonly ClaimStatus[]): number {
  return tallies.reduce((sum, { status, claims }) => sum + (statuses.includes(status) ? claims : 0), 0);
}

/**
 * Reckons some of the propositions that fit.
 *
 * @example
 * const figures = await reckonSome(desk, opened, opened.fitting.slice(0, 30));
 */
export async function reckonSome(
  desk: Desk,
  opened: OpenedPropositions,
  shown: readonly Proposition[],
): Promise<readonly PropositionFigures[]> {
  const { store } = desk;
  const { known, statuses, lookup, asOf } = opened;
  const { utterances, unnamed, all } = await readSpoken(store, known, { shown, statuses });
  const traced = await readTraced(
    store,
    utterances.map(({ source }) => source),
  );
  const context: Context = {
    desk,
    lookup,
    unnamed,
    weighing: weighingContext({ all, utterances, actors: known.actors, traced, asOf }),
  };
  const propositions: PropositionFigures[] = [];
  for (const proposition of shown) {
    await desk.rest?.();
    propositions.push(await figuresOf(proposition, context));
  }
  return propositions;
}

interface Context {
  readonly desk: Desk;
  readonly lookup: Lookup;
  readonly unnamed: Spoken['unnamed'];
  readonly weighing: WeighingContext;
}

async function figuresOf(
  proposition: Proposition,
  { weighing, desk, lookup, unnamed }: Context,
): Promise<PropositionFigures> {
  const { utterances, positions: taken, ...weighed } = weighProposition(proposition, weighing);
  const positions: PositionView[] = [];
  const words = unnamed ?? (await wordsOf(desk, taken));
  for (const position of taken) {
    const said = claimOfUnnamed(position.actor);
    const isLeft = unnamed === null && said !== null && !words.has(said);
    const actor = await viewVoice(position.actor, {
      store: desk.store,
      lookup,
      unnamed: isLeft ? null : words,
    });
    positions.push({ ...position, actor });
  }
  return {
    ...weighed,
    claims: utterances.map(({ claim }) => claim),
    unreviewed: utterances.filter(({ status }) => status === 'proposed').length,
    positions,
  };
}

/** Unnamed voices whose words are read when no claim was opened; the rest are called unnamed. */
const MOST_NAMED = 1000;

/** The words for the unnamed voices that are shown. */
async function wordsOf(
  { store }: Desk,
  positions: readonly Pick<Position, 'actor'>[],
): Promise<ReadonlyMap<ClaimId, string>> {
  const ids = positions.flatMap(({ actor }) => claimOfUnnamed(actor) ?? []).slice(0, MOST_NAMED);
  const claims = ids.length === 0 ? [] : await store.claims({ ids });
  return new Map(claims.flatMap((claim) => [[claim.id, unnamedWords(claim) ?? '']] as const));
}

/**
 * All that is reckoned about propositions: origins, standing, positions, toll, each with the claims it rests
 * on. Accepted claims alone count unless proposals are asked for; how many wait is always told.
 */

import { dependsOn } from '../reckon/dependence.ts';
import type { OriginCount } from '../reckon/origins/origin-count.ts';
import { rivalsOf, type Standing } from '../reckon/standing.ts';
import { type WeighingContext, weighingContext, weighProposition } from '../reckon/weigh-proposition.ts';
import type { Actor } from '../record/actor.ts';
import type { ClaimStatus } from '../record/claim.ts';
import type { ActorId, ClaimId, PropositionId } from '../record/id.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import { holdsWords } from '../record/search/holds-words.ts';
import type { Stance } from '../record/stance.ts';
import type { Toll } from '../record/toll.ts';
import { type Utterance, utteranceOf } from '../record/utterance.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { countedStatuses } from './list-claims.ts';
import { type Lookup, openLookup } from './lookup.ts';
import type { ClaimFilter } from './ports/record-store.ts';
import { readTraced } from './read-traced.ts';
import { unnamedWords, type VoiceView, viewVoice } from './voice-name.ts';

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

export interface PositionView {
  readonly actor: VoiceView;
  readonly latest: Stance;
  readonly history: readonly {
    readonly claim: ClaimId;
    readonly stance: Stance;
    readonly saidAt: string | null;
  }[];
  /** Said about something that this proposition depends on. */
  readonly inherited: boolean;
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
  readonly all: readonly Proposition[];
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly sizes: ReadonlyMap<PropositionId, number>;
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
  const lookup = openLookup(store);
  const statuses = countedStatuses(query.includeProposed);
  const [all, tallies, actors, counts] = await Promise.all([
    store.propositions(),
    store.tallies(statuses),
    lookup.actors(),
    store.counts(),
  ]);
  const sizes = new Map<PropositionId, number>();
  for (const { proposition, claims } of tallies)
    sizes.set(proposition, (sizes.get(proposition) ?? 0) + claims);
  const fits = holdsWords(query.words ?? '');
  const size = ({ id }: Proposition): number => sizes.get(id) ?? 0;
  const fitting = all
    .filter(
      ({ id, measure, text }) =>
        (only === null || id === only) &&
        (query.among?.has(id) ?? true) &&
        (query.measure === undefined || measure === query.measure) &&
        sizes.has(id) &&
        fits(text),
    )
    .toSorted((a, b) => size(b) - size(a));
  const waiting = query.includeProposed ? 0 : counts.claims.proposed;
  return { fitting, waiting, lookup, all, actors, sizes, statuses, asOf: query.asOf ?? null };
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
  const { all, statuses, sizes, lookup, actors, asOf } = opened;
  const wanted = withRelated(shown, all);
  const { utterances, unnamed } = await readSpoken(store, { propositions: [...wanted], statuses }, sizes);
  const traced = await readTraced(
    store,
    utterances.map(({ source }) => source),
  );
  const context: Context = {
    desk,
    lookup,
    unnamed,
    weighing: weighingContext({ all, utterances, actors, traced, asOf }),
  };
  const propositions: PropositionFigures[] = [];
  for (const proposition of shown) {
    await desk.rest?.();
    propositions.push(await figuresOf(proposition, context));
  }
  return propositions;
}

/**
 * Claims opened at most: how a speaker knows, how many unnamed ones there are, and by which words they are called, stands in the
 * claim alone.
 */
const MOST_OPENED = 10_000;

interface Spoken {
  readonly utterances: readonly Utterance[];
  /** Words for unnamed voices by claim; null: no claim was opened. */
  readonly unnamed: ReadonlyMap<ClaimId, string> | null;
}

async function readSpoken(
  store: Desk['store'],
  filter: ClaimFilter & { readonly propositions: readonly PropositionId[] },
  sizes: ReadonlyMap<PropositionId, number>,
): Promise<Spoken> {
  const claims = filter.propositions.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
  if (claims > MOST_OPENED) return { utterances: await store.utterances(filter), unnamed: null };
  const unnamed = new Map<ClaimId, string>();
  const utterances: Utterance[] = [];
  for (const claim of await store.claims(filter)) {
    const words = unnamedWords(claim);
    if (words !== null) unnamed.set(claim.id, words);
    utterances.push(utteranceOf(claim));
  }
  return { utterances, unnamed };
}

interface Context {
  readonly desk: Desk;
  readonly lookup: Lookup;
  readonly unnamed: Spoken['unnamed'];
  readonly weighing: WeighingContext;
}

/** The propositions shown, and those whose claims are shown beside theirs: what they depend on, and rivals. */
function withRelated(shown: readonly Proposition[], all: readonly Proposition[]): ReadonlySet<PropositionId> {
  const wanted = new Set(shown.map(({ id }) => id));
  for (const proposition of shown) {
    for (const other of all) if (dependsOn(proposition, other)) wanted.add(other.id);
    for (const rival of rivalsOf(proposition, all)) wanted.add(rival.id);
  }
  return wanted;
}

async function figuresOf(
  proposition: Proposition,
  { weighing, desk, lookup, unnamed }: Context,
): Promise<PropositionFigures> {
  const { utterances, positions: taken, ...weighed } = weighProposition(proposition, weighing);
  const positions: PositionView[] = [];
  for (const position of taken) {
    const actor = await viewVoice(position.actor, { store: desk.store, lookup, unnamed });
    positions.push({ ...position, actor });
  }
  return {
    ...weighed,
    claims: utterances.map(({ claim }) => claim),
    unreviewed: utterances.filter(({ status }) => status === 'proposed').length,
    positions,
  };
}

/** All that is reckoned about one proposition: origins of both sides, standing, positions, toll. */
import type { Actor } from '../record/actor.ts';
import type { ActorId, PropositionId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Toll } from '../record/toll.ts';
import type { Utterance } from '../record/utterance.ts';
import { inheritedUtterances } from './dependence.ts';
import { countDenials, countOrigins } from './origins/count-origins.ts';
import type { OriginCount } from './origins/origin-count.ts';
import type { Traced } from './origins/traced.ts';
import { polarityOf } from './polarity.ts';
import { type Position, positionsOn } from './positions.ts';
import { rivalsOf, type Standing, standingOf } from './standing.ts';
import { tollOf } from './toll/toll.ts';

/** What a proposition is weighed with. */
export interface WeighingContext {
  /** All propositions: what this one depends on and who else is blamed are among them. */
  readonly all: readonly Proposition[];
  /** Claims in log order: those on the proposition, on what it depends on and on its rivals at least. */
  readonly utterances: readonly Utterance[];
  /** The same by proposition. */
  readonly by: ReadonlyMap<PropositionId, readonly Utterance[]>;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** Links between reports and findings about voices; none when absent. */
  readonly traced?: Traced;
  /** ISO day: the toll as it stood then; null or absent: all that is in the record. */
  readonly asOf?: string | null;
}

/**
 * Makes what propositions are weighed with.
 *
 * @example
 * import { weighingContext } from 'onrecord';
 * weighingContext({ all: [], utterances: [], actors: new Map() }).by.size; // 0
 */
export function weighingContext(given: Omit<WeighingContext, 'by'>): WeighingContext {
  return { ...given, by: Map.groupBy(given.utterances, ({ proposition }) => proposition) };
}

/** A proposition, weighed. */
export interface WeighedProposition {
  readonly proposition: Proposition;
  readonly utterances: readonly Utterance[];
  /** Of the claims that put it forward. */
  readonly origins: OriginCount;
  /** Of the claims that deny it; null when nobody does. */
  readonly denials: OriginCount | null;
  readonly standing: Standing;
  readonly positions: readonly Position[];
  /** Null when it is no count. */
  readonly toll: Toll | null;
}

/**
 * Weighs one proposition.
 *
 * @example
 * import { createProposition, idMaker, weighingContext, weighProposition } from 'onrecord';
 * const newId = idMaker((count) => crypto.getRandomValues(new Uint8Array(count)));
 * const scope = { group: null, place: 'Dol', by: null, actor: null };
 * const killed = createProposition({ id: newId('proposition'), kind: 'count', measure: 'killed', answer: null, scope, text: 'people were killed in Dol', lang: 'en', narrowerThan: null });
 * weighProposition(killed, weighingContext({ all: [killed], utterances: [], actors: new Map() })).standing.word; // 'origin-unknown'
 */
export function weighProposition(proposition: Proposition, context: WeighingContext): WeighedProposition {
  const { all, by, actors, traced, asOf = null } = context;
  const utterances = by.get(proposition.id) ?? [];
  const inherited = inheritedUtterances(proposition, all, context.utterances);
  const along = traced === undefined ? {} : { traced };
  const origins = countOrigins(
    utterances.filter(({ stance }) => polarityOf(stance) === 'for'),
    actors,
    { proposition, ...along },
  );
  const rivals = rivalsOf(proposition, all).map((rival) => ({
    proposition: rival,
    utterances: by.get(rival.id) ?? [],
  }));
  const counts = proposition.kind === 'count' && proposition.measure !== null;
  const blaming = all.filter(({ scope: { by: doer } }) => doer !== null);
  return {
    proposition,
    utterances,
    origins,
    denials: countDenials(utterances, actors, { proposition, ...along }),
    standing: standingOf({ proposition, utterances, origins, actors, inherited, rivals }),
    positions: positionsOn(utterances, { inheritedFrom: inherited }),
    toll: counts ? tollOf({ proposition, utterances, actors, asOf, blaming, ...along }) : null,
  };
}

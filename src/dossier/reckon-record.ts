/** Asks reckon for every figure of a published record. The figures of the room come from here alone. */

import { dependsOn, inheritedUtterances } from '../reckon/dependence.ts';
import { countOrigins } from '../reckon/origins/count-origins.ts';
import type { Traced } from '../reckon/origins/traced.ts';
import { polarityOf } from '../reckon/polarity.ts';
import { positionsOn } from '../reckon/positions.ts';
import { type ResponseRow, responsesOf } from '../reckon/responses.ts';
import { rivalsOf, type Standing, standingOf } from '../reckon/standing.ts';
import { type StatePosition, statePositions } from '../reckon/state-positions.ts';
import { type TimelineEvent, timelineOf } from '../reckon/timeline.ts';
import { eventDaysOf } from '../reckon/toll/event-span.ts';
import { tollsOf } from '../reckon/toll/toll.ts';
import type { PropositionId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { Toll } from '../record/toll.ts';
import { type Utterance, utteranceOf } from '../record/utterance.ts';
import type { PropositionView } from './view.ts';

type Figures = Pick<PropositionView, 'origins' | 'standing' | 'positions' | 'toll'>;

/** Every figure of a record. */
export interface Reckoned {
  readonly byProposition: ReadonlyMap<PropositionId, Figures>;
  readonly responses: readonly ResponseRow[];
  readonly states: readonly StatePosition[];
  readonly timeline: readonly TimelineEvent[];
}

interface Ground {
  readonly record: RecordSnapshot;
  readonly spoken: ReadonlyMap<PropositionId, readonly Utterance[]>;
  readonly traced: Traced;
  readonly tolls: ReadonlyMap<PropositionId, Toll>;
  /** Denials and refusals, which are shown on whatever depends on their proposition. */
  readonly answers: readonly Utterance[];
  readonly answered: readonly Proposition[];
  /** Rejected claims: they move nothing but the standing. */
  readonly rejected: ReadonlyMap<PropositionId, readonly Utterance[]>;
  /** Propositions that blame somebody: only these can exclude each other. */
  readonly blaming: readonly Proposition[];
}

const TRAVELS: ReadonlySet<string> = new Set(['denies', 'declines', 'silent']);

function byProposition(utterances: readonly Utterance[]): ReadonlyMap<PropositionId, readonly Utterance[]> {
  const groups = new Map<PropositionId, Utterance[]>();
  for (const utterance of utterances) {
    const own = groups.get(utterance.proposition);
    if (own === undefined) groups.set(utterance.proposition, [utterance]);
    else own.push(utterance);
  }
  return groups;
}

function groundOf(
  record: RecordSnapshot,
  utterances: readonly Utterance[],
  rejected: readonly Utterance[],
): Ground {
  const spoken = byProposition(utterances);
  const propositions = [...record.propositions.values()];
  const traced = tracedIn(record);
  const answers = utterances.filter((utterance) => TRAVELS.has(utterance.stance));
  const blaming = propositions.filter((proposition) => proposition.scope.by !== null);
  const answeredIds = new Set(answers.map((utterance) => utterance.proposition));
  return {
    record,
    spoken,
    traced,
    rejected: byProposition(rejected),
    tolls: new Map(
      tollsOf(propositions, utterances, {
        actors: record.actors,
        traced,
        blaming,
        eventDays: eventDaysOf(record.claims.values()),
      }).map((toll) => [toll.proposition, toll]),
    ),
    answers,
    answered: propositions.filter((proposition) => answeredIds.has(proposition.id)),
    blaming,
  };
}

function tracedIn({ links, findings, sources }: RecordSnapshot): Traced {
  return { links: [...links.values()], findings: [...findings.values()], sources };
}

/** Rejected claims take part in the standing; their ids stay out of the dossier. */
function publicStanding(standing: Standing, record: RecordSnapshot): Standing {
  const claims = standing.claims.filter((id) => record.claims.has(id));
  const because =
    standing.word === 'discounted'
      ? 'Reviewers rejected every claim that puts this forward.'
      : standing.because;
  return { ...standing, because, claims };
}

function figuresOf(ground: Ground, proposition: Proposition): Figures {
  const { record, spoken } = ground;
  const { actors } = record;
  const utterances = spoken.get(proposition.id) ?? [];
  const putForward = utterances.filter((utterance) => polarityOf(utterance.stance) === 'for');
  const origins = countOrigins(putForward, actors, { proposition, traced: ground.traced });
  const above = ground.answered.filter((other) => dependsOn(proposition, other));
  const inherited = above.length === 0 ? [] : inheritedUtterances(proposition, above, ground.answers);
  const rivals =
    proposition.scope.by === null
      ? []
      : rivalsOf(proposition, ground.blaming).map((rival) => ({
          proposition: rival,
          utterances: spoken.get(rival.id) ?? [],
        }));
  return {
    origins,
    standing: publicStanding(
      standingOf({
        proposition,
        utterances: [...utterances, ...(ground.rejected.get(proposition.id) ?? [])],
        origins,
        actors,
        inherited,
        rivals,
      }),
      record,
    ),
    positions: positionsOn(utterances, { inheritedFrom: inherited }),
    toll: ground.tolls.get(proposition.id) ?? null,
  };
}

/**
 * Reckons a record.
 *
 * @param rejected claims that reviewers rejected; they count in nothing but "discounted"
 * @param asOf ISO day from which days without an answer are counted
 * @example
 * reckonRecord(record, [], '2031-06-01').byProposition.get(proposition.id)?.standing.word;
 */
export function reckonRecord(record: RecordSnapshot, rejected: readonly Utterance[], asOf: string): Reckoned {
  const utterances = [...record.claims.values()].map(utteranceOf);
  const ground = groundOf(record, utterances, rejected);
  const figures = new Map<PropositionId, Figures>();
  for (const proposition of record.propositions.values())
    if (ground.spoken.has(proposition.id) || ground.rejected.has(proposition.id))
      figures.set(proposition.id, figuresOf(ground, proposition));
  const responses = responsesOf({
    propositions: record.propositions.values(),
    claims: record.claims.values(),
    actors: record.actors,
  });
  const states = statePositions({
    propositions: record.propositions.values(),
    claims: record.claims.values(),
    actors: record.actors,
    asOf,
  });
  return { byProposition: figures, responses, states, timeline: timelineOf(utterances) };
}

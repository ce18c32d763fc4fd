/** Decisions on who is one person. */
import type { RecordStore } from '../../desk/ports/record-store.ts';
import type { PeopleDecision } from '../../record/people-decision.ts';
import { decisionsQuery } from '../queries/list-queries.ts';
import { bodiesOf, bodyById } from './read-bodies.ts';
import type { ReadingPort } from './reading-port.ts';

/** The part of a store that reads decisions. */
export type DecisionReadings = Pick<RecordStore, 'decision' | 'decisions'>;

/**
 * Decisions behind the desk's port.
 *
 * @example
 * const { decisions } = decisionReadings(port);
 */
export function decisionReadings(port: ReadingPort): DecisionReadings {
  return {
    decision: (id) => port.run(({ kept }) => bodyById<PeopleDecision>(kept.body.decisions, id), 'any'),
    decisions: () => port.run(({ build }) => bodiesOf<PeopleDecision>(decisionsQuery(build)), 'any'),
  };
}

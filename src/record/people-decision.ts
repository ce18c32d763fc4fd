/**
 * A person's decision that two listings are one person, or that they are two, with the reason. It binds every count of people
 * from then on; no program makes one. The listings stay as they are, each in its own list with its own source; a decision
 * that is taken back leaves no trace in a figure, and stays in the log.
 */
import { construct, idOf, instant, object, oneOf, orNull, text } from './fields.ts';
import type { DecisionId, ListingId } from './id.ts';

export const PEOPLE_RELATIONS = ['same', 'different'] as const;
/** `same`: must be one person. `different`: must not be. */
export type PeopleRelation = (typeof PEOPLE_RELATIONS)[number];

export interface PeopleStatement {
  readonly id: DecisionId;
  readonly relation: PeopleRelation;
  readonly a: ListingId;
  readonly b: ListingId;
  readonly reason: string;
}

export interface PeopleDecision extends PeopleStatement {
  /** Whose decision it is. */
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Null while it stands. */
  readonly undone: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

const decisionField = object<PeopleDecision>(
  {
    id: idOf('decision'),
    relation: oneOf(PEOPLE_RELATIONS),
    a: idOf('listing'),
    b: idOf('listing'),
    reason: text,
    by: text,
    at: instant,
    undone: orNull(object({ by: text, at: instant, reason: text })),
  },
  (decision, fault) => {
    if (decision.a === decision.b) fault('b', 'must name another listing than a');
  },
);

/**
 * Checks a decision's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createPeopleDecision({ id, relation: 'same', a: listing, b: other, reason: 'Same mother, same day.', by: 'A reviewer', at, undone: null });
 */
export function createPeopleDecision(fields: PeopleDecision): PeopleDecision {
  return construct('decision', decisionField, fields);
}

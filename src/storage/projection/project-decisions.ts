/** Decisions on who is one person, and those taken back. */
import type { PeopleDecided, PeopleDecisionUndone } from '../../record/changes/of-people.ts';
import type { PeopleDecision } from '../../record/people-decision.ts';
import type { Projection } from './projection.ts';

/**
 * Rows of a decision on two listings.
 *
 * @example
 * projectPeopleDecided(sheet);
 */
export function projectPeopleDecided(sheet: Projection<PeopleDecided>): void {
  const { decision } = sheet.change;
  const whole: PeopleDecision = { ...decision, by: sheet.agent, at: sheet.at, undone: null };
  sheet.rows.push({
    op: 'insert',
    table: 'decisions',
    row: {
      place: sheet.newPlace(decision.id),
      id: decision.id,
      a: decision.a,
      b: decision.b,
      body: JSON.stringify(whole),
      entry: sheet.seq,
    },
  });
}

/**
 * Rows of a decision that is taken back: it stays, marked.
 *
 * @example
 * projectPeopleDecisionUndone(sheet);
 */
export function projectPeopleDecisionUndone(sheet: Projection<PeopleDecisionUndone>): void {
  const decision = sheet.lookup.decision(sheet.change.decision);
  if (decision === null) return;
  const undone = { by: sheet.agent, at: sheet.at, reason: sheet.change.reason };
  sheet.rows.push({
    op: 'update',
    table: 'decisions',
    place: sheet.knownPlace(decision.id),
    set: { body: JSON.stringify({ ...decision, undone }), entry: sheet.seq },
  });
}

/** What is wrong with decisions on who is one person, before they are logged. */
import type { PeopleDecided, PeopleDecisionUndone } from '../record/changes/of-people.ts';
import { type FaultSheet, fault, isKnown, refer } from './fault-sheet.ts';

/**
 * Checks a decision on two listings.
 *
 * @example
 * checkPeopleDecided(sheet, change);
 */
export function checkPeopleDecided(sheet: FaultSheet, { decision }: PeopleDecided): void {
  const { id, a, b, reason } = decision;
  if (isKnown(sheet, id)) fault(sheet, 'decision.id', `${id} is in the record already.`);
  refer(sheet, 'decision.a', a);
  refer(sheet, 'decision.b', b);
  if (a === b) fault(sheet, 'decision.b', `${a} is given twice: name two listings.`);
  if (reason.trim() === '') fault(sheet, 'decision.reason', `${id} comes without a reason: say why.`);
}

/**
 * Checks that a decision can be taken back.
 *
 * @example
 * checkPeopleDecisionUndone(sheet, change);
 */
export function checkPeopleDecisionUndone(
  sheet: FaultSheet,
  { decision, reason }: PeopleDecisionUndone,
): void {
  refer(sheet, 'decision', decision);
  if (reason.trim() === '') fault(sheet, 'reason', `${decision} is undone without a reason: say why.`);
  const undone = sheet.lookup.decision(decision)?.undone ?? null;
  if (undone !== null)
    fault(sheet, 'decision', `${decision} was undone on ${undone.at.slice(0, 10)} already.`);
}

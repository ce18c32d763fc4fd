/** What is wrong with a proposition's new wording, or with holding two of them apart, before it is logged. */
import type { PropositionReworded, PropositionsHeldApart } from '../record/changes/of-claims.ts';
import { type FaultSheet, fault, refer } from './fault-sheet.ts';

/**
 * Checks a new wording. The one before is named so that two persons who word it at once do not overwrite each other unseen.
 *
 * @example
 * checkReworded(sheet, change);
 */
export function checkReworded(sheet: FaultSheet, change: PropositionReworded): void {
  const { proposition, before, after, reason } = change;
  refer(sheet, 'proposition', proposition);
  const stored = sheet.lookup.proposition(proposition);
  if (stored !== null && (stored.text !== before.text || stored.lang !== before.lang))
    fault(sheet, 'before', `${proposition} was worded anew meanwhile: look at it again.`);
  if (after.text.trim() === '')
    fault(sheet, 'after.text', `${proposition} needs words: say what it is about.`);
  if (before.text === after.text && before.lang === after.lang)
    fault(sheet, 'after', `${proposition} has this wording already.`);
  if (reason.trim() === '')
    fault(sheet, 'reason', `${proposition} is worded anew without a reason: say why.`);
}

/**
 * Checks that two propositions can be held apart.
 *
 * @example
 * checkHeldApart(sheet, change);
 */
export function checkHeldApart(sheet: FaultSheet, { pair, reason }: PropositionsHeldApart): void {
  const [a, b] = pair;
  refer(sheet, 'pair[0]', a);
  refer(sheet, 'pair[1]', b);
  if (a >= b) fault(sheet, 'pair', `${a} and ${b} must be two propositions in the order of their ids.`);
  if (reason.trim() === '') fault(sheet, 'reason', `${a} and ${b} are held apart without a reason: say why.`);
}

/** What is wrong with places and incidents that a person puts on record, before they are logged. */
import type { IncidentRecorded, PlaceRecorded } from '../record/changes/of-places.ts';
import { type FaultSheet, fault, refer } from './fault-sheet.ts';

/**
 * Checks a place: whoever is said to run it, and the claim that says so, are in the record.
 *
 * @example
 * checkPlaceRecorded(sheet, change);
 */
export function checkPlaceRecorded(
  sheet: FaultSheet,
  { place, wordings, reason, withdrawn }: PlaceRecorded,
): void {
  for (const [index, { actor, claim }] of place.runBy.entries()) {
    refer(sheet, `place.runBy[${index}].actor`, actor);
    refer(sheet, `place.runBy[${index}].claim`, claim);
  }
  if (!withdrawn && wordings.length === 0)
    fault(sheet, 'wordings', `${place.id} comes without words of sources that mean it: give at least one.`);
  if (wordings.some((one) => one.trim() === ''))
    fault(sheet, 'wordings', `${place.id} comes with an empty wording: leave it out.`);
  if (reason.trim() === '') fault(sheet, 'reason', `${place.id} comes without a reason: say why.`);
}

/**
 * Checks an incident: the propositions that speak of it are in the record.
 *
 * @example
 * checkIncidentRecorded(sheet, change);
 */
export function checkIncidentRecorded(
  sheet: FaultSheet,
  { incident, propositions, reason }: IncidentRecorded,
): void {
  for (const [index, id] of propositions.entries()) refer(sheet, `propositions[${index}]`, id);
  if (new Set(propositions).size < propositions.length)
    fault(sheet, 'propositions', `${incident.id} names a proposition twice.`);
  if (reason.trim() === '') fault(sheet, 'reason', `${incident.id} comes without a reason: say why.`);
}

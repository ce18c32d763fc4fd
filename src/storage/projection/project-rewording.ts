/** A proposition that a person worded anew: its place, its kind and what is grouped with it stay. */
import type { PropositionReworded } from '../../record/changes/of-claims.ts';
import type { Projection } from './projection.ts';

/**
 * The row of the proposition in its new words.
 *
 * @example
 * projectRewording(sheet);
 */
export function projectRewording(sheet: Projection<PropositionReworded>): void {
  const { proposition: id, after } = sheet.change;
  const proposition = sheet.lookup.proposition(id);
  if (proposition === null) return;
  const reworded = { ...proposition, ...after };
  const place = sheet.knownPlace(id);
  const set = { group_key: sheet.groupKey(reworded), body: JSON.stringify(reworded), entry: sheet.seq };
  sheet.rows.push({ op: 'update', table: 'propositions', place, set });
}

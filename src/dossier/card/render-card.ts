/** The card of one proposition, from what a dossier of the same input shows. */
import type { PropositionId } from '../../record/id.ts';
import { type DossierInput, publishedView } from '../published-view.ts';
import { cardOf } from './card-of.ts';
import type { Card } from './card-ops.ts';

/**
 * Makes it; null when the proposition is not published.
 *
 * @example
 * renderCard(input, 'prp_…')?.alt;
 */
export function renderCard(input: DossierInput, id: PropositionId): Card | null {
  const { view } = publishedView(input);
  const item = view.propositions.find(({ proposition }) => proposition.id === id);
  return item === undefined ? null : cardOf(view, item);
}

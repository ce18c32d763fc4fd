/** A figure in running text or in a cell, marked with what it is a figure of: whoever checks the pages can follow it to its words. */
import type { ClaimId, PropositionId } from '../record/id.ts';
import { type Content, type Html, html } from './html.ts';

/**
 * The figure.
 *
 * @param of the proposition that it sums up, or the claim that states it
 * @example
 * figureMark(proposition.id, '2 to 6'); // <span class="num" data-figure="prp_…">2 to 6</span>
 */
export function figureMark(of: PropositionId | ClaimId, words: Content): Html {
  return html`<span class="num" data-figure="${of}">${words}</span>`;
}

/** One claim as a line of a list: its sign and words, each leading to where they stand, its number, and what it is about. */

import type { Claim } from '../record/claim.ts';
import { chainLine, reviewMark, wordsLink } from './claim-entry.ts';
import { timeOf } from './edtf-words.ts';
import { figureMark } from './figure-mark.ts';
import { type Html, html } from './html.ts';
import { propositionPath, wordsPath } from './paths.ts';
import { quantityWords } from './said-words.ts';
import { stanceMark } from './stance-sign.ts';
import type { View } from './view.ts';

/**
 * The line.
 *
 * @param root way to the top folder, '' or '../'
 * @example
 * html`<ul>${claims.map((claim) => claimLine(view, '../', claim))}</ul>`;
 */
export function claimLine(view: View, root: '' | '../', claim: Claim): Html {
  const proposition = view.record.propositions.get(claim.proposition);
  const number =
    claim.quantity === null ? null : html` ${figureMark(claim.id, quantityWords(claim.quantity))}`;
  return html`<li class="${claim.status}"><a class="cell" href="${root}${wordsPath(view, claim)}">${stanceMark(claim.stance)}</a>${number} ${
    proposition === undefined
      ? null
      : html`<a href="${root}${propositionPath(proposition.id)}"><bdi>${proposition.text}</bdi></a>`
  }, ${timeOf(claim.saidAt)}${reviewMark(claim)}<br><span class="via">${chainLine(view, root, claim)}: ${wordsLink(view, root, claim, 140)}</span></li>
`;
}

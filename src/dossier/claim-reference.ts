/** Sentences of reckon name claims by id; on a page these become links to the claim, by its number in the list. */
import type { Claim } from '../record/claim.ts';
import { type Content, html } from './html.ts';
import { entryAnchor } from './paths.ts';

/**
 * A sentence with its claim ids turned into links on the same page.
 *
 * @param claims those listed on the page of their proposition, in order
 * @param page where they are listed; '' for the same page
 * @example
 * withClaimLinks('copy of clm_0…', item.claims); // copy of <a href="#e-clm_0…">claim 1</a>
 */
export function withClaimLinks(sentence: string, claims: readonly Claim[], page = ''): Content {
  return sentence.split(/(clm_[0-9a-z]+)/).map((part, index): Content => {
    if (index % 2 === 0) return part;
    const at = claims.findIndex((claim) => claim.id === part);
    const claim = claims[at];
    return claim === undefined
      ? 'a claim on another proposition'
      : html`<a href="${page}#${entryAnchor(claim.id)}">${`claim ${at + 1}`}</a>`;
  });
}

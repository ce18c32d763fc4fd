/** Reasons of the record cut at the claims they name, so that each can be a link. */

/** Words, or the id of a claim. */
export interface ReasonPart {
  readonly text: string;
  readonly claim: string | null;
}

/**
 * Cuts a reason.
 *
 * @example
 * reasonParts('copy of clm_7d2k'); // [{ text: 'copy of ', claim: null }, { text: 'clm_7d2k', claim: 'clm_7d2k' }]
 */
export function reasonParts(reason: string): readonly ReasonPart[] {
  return reason
    .split(/(clm_[0-9a-z]+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, claim: text.startsWith('clm_') ? text : null }));
}

/** A toll that never changed needs no drawing: it is said in words, with who put it forward and when. */

import { chainLine, wordsLink } from './claim-entry.ts';
import { timeOf } from './edtf-words.ts';
import { figureMark } from './figure-mark.ts';
import { type Content, html } from './html.ts';
import { boundsWords } from './said-words.ts';
import { tollBounds } from './toll-bounds.ts';
import type { PropositionView, View } from './view.ts';

/**
 * One toll in a sentence; null when there is none.
 *
 * @param root way to the top folder, '' or '../'
 * @example
 * flatToll(view, '', figure); // 40, since 19 April 2021: Open Door Network: “…”. No later claim has changed it.
 */
export function flatToll(view: View, root: string, figure: PropositionView): Content {
  const { toll } = figure;
  if (toll === null) return null;
  const bounds = tollBounds(toll);
  const setBy = toll.steps[0]?.changedBy ?? toll.best?.setBy ?? toll.low?.setBy ?? toll.high?.setBy;
  const claim = setBy === undefined ? undefined : view.record.claims.get(setBy);
  if (claim === undefined)
    return html`<p class="flat">No number can be reckoned from these claims, so nothing is drawn.</p>`;
  const since = claim.saidAt === null ? 'on a day that is not known' : html`since ${timeOf(claim.saidAt)}`;
  return html`<p class="flat"><b>${figureMark(figure.proposition.id, boundsWords(bounds))}</b>, ${since}: ${chainLine(view, root, claim)}: ${wordsLink(view, root, claim, 160)}. No other claim on record has changed it.</p>`;
}

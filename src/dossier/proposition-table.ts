/** Propositions as a table: each with its number, origins, standing, who denies it, and how many claims. */

import { STANCES } from '../record/stance.ts';
import { dataTable } from './data-table.ts';
import { isFigure } from './figure-block.ts';
import { figureMark } from './figure-mark.ts';
import { type Content, type Html, html, joined } from './html.ts';
import { propositionPath } from './paths.ts';
import { boundsWords, counted, originsWords } from './said-words.ts';
import { stanceMark } from './stance-sign.ts';
import { standingTags } from './standing-tags.ts';
import { tollBounds } from './toll-bounds.ts';
import type { PropositionView } from './view.ts';

function stanceCounts(item: PropositionView): Content {
  const counts = STANCES.map((stance) => ({
    stance,
    voices: item.positions.filter((position) => position.latest === stance).length,
  })).filter(({ voices }) => voices > 0);
  return joined(
    counts.map(({ stance, voices }) => html`<span class="count">${stanceMark(stance)} ${voices}</span>`),
    html`<br>`,
  );
}

/**
 * The table.
 *
 * @param root way to the top folder, '' or '../'
 * @example
 * propositionTable('', view.propositions, 'All propositions');
 */
export function propositionTable(root: '' | '../', items: readonly PropositionView[], caption: string): Html {
  return dataTable({
    caption,
    columns: ['Proposition', 'Number', 'Origins', 'Standing', 'Voices by latest stance', 'Claims'],
    rows: items.map((item): readonly Content[] => [
      html`<a class="prop" href="${root}${propositionPath(item.proposition.id)}"><bdi>${item.proposition.text}</bdi></a>`,
      isFigure(item) ? figureMark(item.proposition.id, boundsWords(tollBounds(item.toll))) : null,
      originsWords(item.origins.atLeast, item.origins.atMost),
      standingTags(item.standing),
      stanceCounts(item),
      counted(item.claims.length, 'claim'),
    ]),
    look: 'propositions',
  });
}

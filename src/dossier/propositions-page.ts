/** All propositions: each with its number, origins, standing and who denies it. */

import { STANCES } from '../record/stance.ts';
import { dataTable } from './data-table.ts';
import type { DossierFile } from './dossier-file.ts';
import { isFigure } from './figure-block.ts';
import { boundsWords, counted, originsWords } from './figure-words.ts';
import { type Content, html, joined } from './html.ts';
import { heading, pageFile } from './page.ts';
import { propositionPath } from './paths.ts';
import { stanceLegend, stanceMark } from './stance-sign.ts';
import { standingTags } from './standing-tags.ts';
import { tollBounds } from './toll-bounds.ts';
import type { PropositionView, View } from './view.ts';

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
 * The list of all propositions.
 *
 * @example
 * propositionsPage(view).path; // 'propositions.html'
 */
export function propositionsPage(view: View): DossierFile {
  const rows = view.propositions.map((item): readonly Content[] => [
    html`<a class="prop" href="${propositionPath(item.proposition.id)}"><bdi>${item.proposition.text}</bdi></a>`,
    isFigure(item) ? html`<span class="num">${boundsWords(tollBounds(item.toll))}</span>` : null,
    originsWords(item.origins.atLeast, item.origins.atMost),
    standingTags(item.standing),
    stanceCounts(item),
    counted(item.claims.length, 'claim'),
  ]);
  const table =
    rows.length === 0
      ? html`<p class="none">No proposition is on record yet.</p>`
      : dataTable({
          caption: 'All propositions',
          columns: ['Proposition', 'Number', 'Origins', 'Standing', 'Voices by latest stance', 'Claims'],
          rows,
          look: 'propositions',
        });
  const main = html`<div class="frame">${heading('All propositions', counted(rows.length, 'proposition'))}<p class="lede">A proposition is the neutral sentence that claims are about. It holds no speaker and no verdict.</p>${table}${stanceLegend()}</div>`;
  return pageFile(view, { path: 'propositions.html', title: 'Propositions', main, kind: 'sheet' });
}

/** All propositions: each with its number, origins, standing and who denies it; parted when there are many. */

import type { DossierFile } from './dossier-file.ts';
import { html } from './html.ts';
import { heading, pageFile } from './page.ts';
import { partLinks, partPath, partsOf } from './paging.ts';
import { propositionTable } from './proposition-table.ts';
import { counted } from './said-words.ts';
import { stanceLegend } from './stance-sign.ts';
import type { View } from './view.ts';

/**
 * The pages of all propositions, those with the leading figures first.
 *
 * @example
 * propositionsPages(view)[0]?.path; // 'propositions.html'
 */
export function propositionsPages(view: View): readonly DossierFile[] {
  const all = view.propositions;
  return partsOf(all, 200).map((part) => {
    const table =
      all.length === 0
        ? html`<p class="none">No proposition is on record yet.</p>`
        : propositionTable('', part.items, 'All propositions');
    const main = html`<div class="frame">${heading('All propositions', counted(all.length, 'proposition'))}<p class="lede">A proposition is the neutral sentence that claims are about. It holds no speaker and no verdict.</p>${partLinks('propositions', part)}${table}${stanceLegend()}</div>`;
    return pageFile(view, {
      path: partPath('propositions', part.number),
      title: part.number === 1 ? 'Propositions' : `Propositions, page ${part.number}`,
      main,
      kind: 'sheet',
    });
  });
}

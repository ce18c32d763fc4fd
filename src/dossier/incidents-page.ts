/** All incidents that persons made of propositions, the earliest first. */

import type { DossierFile } from './dossier-file.ts';
import { html } from './html.ts';
import { incidentItem } from './incident-item.ts';
import { heading, pageFile } from './page.ts';
import { partLinks, partPath, partsOf } from './paging.ts';
import { counted } from './said-words.ts';
import type { View } from './view.ts';

/**
 * The pages of all incidents; none when there are none.
 *
 * @example
 * incidentsPages(view)[0]?.path; // 'incidents.html'
 */
export function incidentsPages(view: View): readonly DossierFile[] {
  if (view.incidents.length === 0) return [];
  return partsOf(view.incidents, 200).map((part) => {
    const main = html`<div class="frame">${heading('All incidents', counted(view.incidents.length, 'incident'))}<p class="lede">Somebody who worked on this record judged that these propositions speak of one occurrence. Each keeps its own claims, origins and denials; nothing is added up.</p>${partLinks('incidents', part)}<ol class="incidents">${part.items.map((incident) => incidentItem(view, '', incident))}</ol></div>`;
    return pageFile(view, {
      path: partPath('incidents', part.number),
      title: part.number === 1 ? 'Incidents' : `Incidents, page ${part.number}`,
      main,
      kind: 'sheet',
    });
  });
}

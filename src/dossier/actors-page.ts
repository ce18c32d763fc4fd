/** Everybody in the record, those who say most first. Names as the sources write them; nothing is inferred. */

import { dataTable } from './data-table.ts';
import type { DossierFile } from './dossier-file.ts';
import { numberWords } from './figure-words.ts';
import { html, isolated, said } from './html.ts';
import { heading, pageFile } from './page.ts';
import { partLinks, partPath, partsOf } from './paging.ts';
import { actorPath } from './paths.ts';
import { counted } from './said-words.ts';
import type { View } from './view.ts';

/**
 * The pages of all actors.
 *
 * @example
 * actorsPages(view)[0]?.path; // 'actors.html'
 */
export function actorsPages(view: View): readonly DossierFile[] {
  return partsOf(view.actors, 300).map((part) => {
    const table = dataTable({
      caption: 'All actors',
      columns: ['Who', 'Kind', 'Claims of its own', 'Claims of others passed on', 'Cited by'],
      rows: part.items.map(({ actor, said: own, relayed, citedBy }) => [
        html`<a class="prop" href="${actorPath(actor.id)}">${isolated(actor.names[0]?.text ?? 'name not published')}</a>`,
        said(actor.kind.replace('-', ' ')),
        numberWords(own.length),
        numberWords(relayed.length),
        counted(citedBy.size, 'actor'),
      ]),
      look: 'plain',
    });
    const main = html`<div class="frame">${heading('All actors', counted(view.actors.length, 'actor'))}<p class="lede">Who speaks in this record, and through whom. Unnamed voices have no entry: two of them may be one person.</p>${partLinks('actors', part)}${
      view.actors.length === 0 ? html`<p class="none">Nobody is on record yet.</p>` : table
    }</div>`;
    return pageFile(view, {
      path: partPath('actors', part.number),
      title: part.number === 1 ? 'Actors' : `Actors, page ${part.number}`,
      main,
      kind: 'sheet',
    });
  });
}

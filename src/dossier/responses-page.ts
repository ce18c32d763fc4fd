/** Every answer of a state or institution, with the words and whose they are. */

import type { DossierFile } from './dossier-file.ts';
import { footnotesOf } from './footnotes.ts';
import { html } from './html.ts';
import { heading, pageFile } from './page.ts';
import { responsesTable } from './responses-table.ts';
import { counted } from './said-words.ts';
import { statesTable } from './states-table.ts';
import type { View } from './view.ts';

/**
 * The page of answers.
 *
 * @example
 * responsesPage(view).path; // 'responses.html'
 */
export function responsesPage(view: View): DossierFile {
  const footnotes = footnotesOf(view, '');
  const table = responsesTable(view, view.responses, footnotes);
  const list = footnotes.list();
  const main = html`<div class="frame">${heading('Answers of states and institutions', counted(view.responses.length, 'answer'))}<p class="lede">What was asked of whom, and what came back. “Declined” answers without answering; “silent” was asked and gave no reply; neither is “refused”.</p>${table}${statesTable(view)}</div>${
    list === null
      ? null
      : html`<section class="frame" aria-labelledby="footnotes"><h2 id="footnotes">Footnotes</h2>${list}</section>`
  }`;
  return pageFile(view, { path: 'responses.html', title: 'Answers of states', main, kind: 'sheet' });
}

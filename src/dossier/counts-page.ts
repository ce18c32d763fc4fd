/** Counts from cases that two members of a team let go: tables, with withheld cells shown as withheld. */
import { dataTable } from './data-table.ts';
import type { DossierFile } from './dossier-file.ts';
import { type Content, html } from './html.ts';
import { heading, pageFile } from './page.ts';
import { countsTables, WITHHELD } from './published-counts.ts';
import { counted } from './said-words.ts';
import type { View } from './view.ts';

/**
 * The page; none where no counts were asked for.
 *
 * @example
 * countsPages(view)[0]?.path; // 'counts.html'
 */
export function countsPages(view: View): readonly DossierFile[] {
  if (view.counts.length === 0) return [];
  const tables = countsTables(view.counts);
  const sections = tables.map(
    ({ id, caption, lead, rule, columns, rows }) =>
      html`<section lang="en" aria-label="${caption}"><p>${lead}</p>${dataTable({
        caption,
        columns,
        rows: rows.map(([label = '', ...counts]): readonly Content[] => [
          html`<bdi>${label}</bdi>`,
          ...counts.map((count) =>
            count === WITHHELD
              ? html`<span class="was">${count}</span>`
              : html`<span class="num">${count}</span>`,
          ),
        ]),
        look: 'responses states',
      })}<p class="was">${rule} Reference: <code>${id}</code></p></section>`,
  );
  const main = html`<div class="frame">${heading('Counts from cases', counted(tables.length, 'table'))}<p class="lede" lang="en">Numbers from the work with people at risk. They are no claims of a source, and nothing here adds them to a toll. No case is in this dossier.</p>${sections}</div>`;
  return [pageFile(view, { path: 'counts.html', title: 'Counts from cases', main, kind: 'sheet' })];
}

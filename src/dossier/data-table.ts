/**
 * A table that becomes a card for each row on narrow screens. Roles are spelled out because a changed
 * display takes them away from screen readers; each cell carries its column's name for the cards.
 */
import { type Content, type Html, html, plainLine } from './html.ts';

export interface DataTable {
  /** Said to screen readers; shown when `captionShown`. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** First cell of a row is its heading. A null cell is empty. */
  readonly rows: readonly (readonly Content[])[];
  /** Class of the table; '' for none. */
  readonly look: string;
}

function cell(content: Content, column: string): Html {
  if (content === null || content === '') return html`<td role="cell" class="empty"></td>`;
  return html`<td role="cell" data-label="${plainLine(column, 60)}">${content}</td>`;
}

/**
 * Builds the table.
 *
 * @example
 * dataTable({ caption: 'Toll', columns: ['Day', 'Low'], rows: [['1 May 2017', 2]], look: '' });
 */
export function dataTable(table: DataTable): Html {
  const head = table.columns.map(
    (column) => html`<th role="columnheader" scope="col"><bdi>${column}</bdi></th>`,
  );
  const rows = table.rows.map(
    (row) =>
      html`<tr role="row"><th role="rowheader" scope="row">${row[0] ?? null}</th>${row
        .slice(1)
        .map((content, index) => cell(content, table.columns[index + 1] ?? ''))}</tr>
`,
  );
  return html`<table role="table" class="cards ${table.look}"><caption>${table.caption}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`;
}

/**
 * A table that becomes a card for each row on narrow screens. Roles are spelled out because a changed
 * display takes them away from screen readers; each cell carries its column's name for the cards.
 */
import { type Content, type Html, html, plainLine, said } from './html.ts';

type Column = string | { readonly name: string };

export interface DataTable {
  /** Said to screen readers; shown when `captionShown`. */
  readonly caption: string;
  /** Words of the program; a name from the record as `{ name }`, which is said in no other language. */
  readonly columns: readonly Column[];
  /** First cell of a row is its heading. A null cell is empty. */
  readonly rows: readonly (readonly Content[])[];
  /** Class of the table; '' for none. */
  readonly look: string;
}

function columnWords(column: Column): Content {
  return typeof column === 'string' ? said(column) : column.name;
}

function cell(content: Content, column: Column): Html {
  if (content === null || content === '') return html`<td role="cell" class="empty"></td>`;
  return html`<td role="cell" data-label="${typeof column === 'string' ? said(column) : plainLine(column.name, 60)}">${content}</td>`;
}

/**
 * Builds the table.
 *
 * @example
 * dataTable({ caption: 'Toll', columns: ['Day', 'Low'], rows: [['1 May 2017', 2]], look: '' });
 */
export function dataTable(table: DataTable): Html {
  const head = table.columns.map(
    (column) => html`<th role="columnheader" scope="col"><bdi>${columnWords(column)}</bdi></th>`,
  );
  const rows = table.rows.map(
    (row) =>
      html`<tr role="row"><th role="rowheader" scope="row">${row[0] ?? null}</th>${row
        .slice(1)
        .map((content, index) => cell(content, table.columns[index + 1] ?? ''))}</tr>
`,
  );
  return html`<table role="table" class="cards ${table.look}"><caption>${said(table.caption)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`;
}

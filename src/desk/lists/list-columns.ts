/** The columns of a file as they are, and what they are proposed to hold: for a person to look at before an import. */
import type { MappedColumn } from '../../record/victim-list.ts';
import type { ListFile } from '../ports/list-files.ts';
import { checkColumns } from './check-columns.ts';
import { type ListMapping, proposeMapping } from './list-mapping.ts';
import type { RowFault } from './row-faults.ts';
import type { ColumnSurvey } from './survey-columns.ts';
import { surveyTable, type Walk } from './survey-table.ts';
import { tableHead } from './table-head.ts';

export interface ColumnsView {
  readonly file: string;
  readonly sheets: readonly string[];
  readonly rows: number;
  readonly headerRow: number;
  readonly columns: readonly (ColumnSurvey & {
    /** Null: left out. */
    readonly proposed: MappedColumn | null;
  })[];
  readonly mapping: ListMapping;
  readonly faults: readonly RowFault[];
  readonly notes: readonly string[];
}

/**
 * Looks at the columns of a file.
 *
 * @returns null when it was stopped
 * @throws OnRecordError `unreadable-file`, `too-large`, `not-found`
 * @example
 * const view = await listColumns(file, { sheet: null, headerRow: null }, {});
 */
export async function listColumns(
  file: ListFile,
  asked: { readonly sheet: string | null; readonly headerRow: number | null },
  walk: Walk,
): Promise<ColumnsView | null> {
  const head = await tableHead(file, asked);
  const proposed = proposeMapping(head, asked.sheet);
  const survey = await surveyTable(file, proposed, walk);
  if (survey === null) return null;
  const { columns, faults, notes } = checkColumns(proposed.columns, survey);
  return {
    file: file.shownAs,
    sheets: file.sheets,
    rows: survey.rows,
    headerRow: head.headerRow,
    columns: survey.columns.map((column) => ({
      ...column,
      proposed: columns.find(({ header }) => header === column.header) ?? null,
    })),
    mapping: { ...proposed, columns },
    faults,
    notes: [...file.notes(), ...notes],
  };
}

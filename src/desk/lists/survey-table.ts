/** The first walk through a table, told of as it goes and stopped when a person asks. */
import type { ListFile } from '../ports/list-files.ts';
import type { ListMapping } from './list-mapping.ts';
import { startSurvey, type TableSurvey } from './survey-columns.ts';
import { tableHead } from './table-head.ts';

export interface ImportProgress {
  readonly step: 'looking' | 'reading' | 'writing';
  readonly rows: number;
}

/** Who is told, and who may stop it. */
export interface Walk {
  readonly signal?: AbortSignal;
  readonly onProgress?: (told: ImportProgress) => void;
}

/** Rows between two times that somebody is told. */
export const ROWS_AT_ONCE = 2000;

/**
 * Surveys a table.
 *
 * @returns null when it was stopped
 * @example
 * const survey = await surveyTable(file, { sheet: null, headerRow: 1 }, {});
 */
export async function surveyTable(
  file: ListFile,
  mapping: Pick<ListMapping, 'sheet' | 'headerRow'>,
  { signal, onProgress }: Walk,
): Promise<TableSurvey | null> {
  const { headers, headerRow } = await tableHead(file, mapping);
  const survey = startSurvey(headers);
  let rows = 0;
  for await (const row of file.rows(mapping.sheet)) {
    if (row.row <= headerRow) continue;
    survey.add(row);
    rows += 1;
    if (rows % ROWS_AT_ONCE !== 0) continue;
    if (signal?.aborted === true) return null;
    onProgress?.({ step: 'looking', rows });
  }
  return survey.whole();
}

/** What `onrecord exchange` reaches outside for: a record.json, a folder to write, and database files. */
import type { OutputFolder } from '../desk/ports/output-folder.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';
import type { TableDatabase } from '../desk/ports/table-database.ts';

export interface ExchangeTools {
  readonly files: SingleFiles;
  readonly output: OutputFolder;
  readonly database: TableDatabase;
}

/** Bytes of a record.json: one of a million claims is smaller. */
const LARGEST = 2_000_000_000;

/**
 * Gathers them.
 *
 * @example
 * const { output, database } = await exchangeTools();
 */
export async function exchangeTools(): Promise<ExchangeTools> {
  const [{ openSingleFiles }, { openOutputFolder }, { openTableDatabase }] = await Promise.all([
    import('../storage/single-files.ts'),
    import('../storage/output-folder.ts'),
    import('../engine/tables/open-table-database.ts'),
  ]);
  return { files: openSingleFiles(LARGEST), output: openOutputFolder(), database: openTableDatabase() };
}

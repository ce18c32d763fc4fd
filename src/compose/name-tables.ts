/** The costs of spelling names across scripts that ship in `models/`: read from disk for the linkage. */
import { readFile } from 'node:fs/promises';
import { STORED_VERSION, type StoredNameTables } from '../reckon/linkage/names/name-costs.ts';
import { packageRoot } from './package-root.ts';

/**
 * Reads them; null when the file is not there: names in different scripts are then compared by any-ascii alone.
 *
 * @throws SyntaxError when the file is damaged
 * @example
 * await linkRecords(columns, rows, { names: await readNameTables() });
 */
export async function readNameTables(): Promise<StoredNameTables | null> {
  const file = new URL(`models/name-costs-${STORED_VERSION}.json`, packageRoot());
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as StoredNameTables);
}

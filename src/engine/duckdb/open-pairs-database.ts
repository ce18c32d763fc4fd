/**
 * Opens a DuckDB in memory for the pairs of one linkage: attach, compute, leave; it stores nothing. It may touch no file and no
 * network and installs nothing. What does not fit into its memory fails instead of being spilled: DuckDB without its extensions
 * cannot encrypt what it spills, and names of people are not written to disk in clear.
 */

import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { limitWords, MIB } from '../../record/size-words.ts';

export interface PairsDatabase {
  readonly connection: DuckDBConnection;
  /** Closes it; nothing is left. */
  close(): void;
}

export interface PairsDatabaseOptions {
  /** 1 or more. */
  readonly threads: number;
  /** Mebibytes that DuckDB may hold in memory. */
  readonly memoryMib: number;
}

/**
 * Opens the database.
 *
 * @example
 * const database = await openPairsDatabase({ threads: 2, memoryMib: 2048 });
 * database.close();
 */
export async function openPairsDatabase({
  threads,
  memoryMib,
}: PairsDatabaseOptions): Promise<PairsDatabase> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryMib}MiB`,
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * The rows of a query, column by column in each.
 *
 * @example
 * await rowsOf(connection, 'select 1'); // [[1]]
 */
export async function rowsOf(
  connection: DuckDBConnection,
  query: string,
): Promise<readonly (readonly unknown[])[]> {
  return (await connection.runAndReadAll(query)).getRows();
}

/**
 * What went wrong, with what to do where the memory was too small; every other error as it is. What DuckDB says of it is left
 * out: it may quote values.
 *
 * @param memoryMib what DuckDB was given
 * @example
 * throw outgrown(error, 2560);
 */
export function outgrown(error: unknown, memoryMib: number): unknown {
  if (
    !(error instanceof Error) ||
    !/out of memory|could not allocate|failed to allocate|failed to pin/i.test(error.message)
  )
    return error;
  return new OnRecordError(
    'too-large',
    `Comparing these lists takes more than the ${limitWords(memoryMib * MIB)} of memory that it may hold, and names are never put on disk for want of it. Nothing was written. Link fewer lists at a time, or lists with fewer rows; columns that tell people apart (dates, places, identifiers) make fewer pairs.`,
  );
}

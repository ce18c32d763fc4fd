/** Answers the questions of a reading on one SQLite connection, with prepared statements kept by their SQL. */
import { keptQueries } from '../queries/kept-queries.ts';
import { keptReads } from '../queries/kept-reads.ts';
import { keptWrites } from '../queries/kept-writes.ts';
import { sqliteQueryBuilder } from '../queries/query-builder.ts';
import { type Question, runNow, type Value } from '../queries/steps.ts';
import type { ReadingPort, RecordQueries } from '../reading/reading-port.ts';
import type { SqliteDatabase } from './engine.ts';
import type { Statements } from './statements.ts';

/** One connection, and what turns its errors into the house's. */
export interface SqliteReading {
  readonly db: SqliteDatabase;
  readonly statements: Statements;
  readonly faultOf: (error: unknown) => unknown;
}

/** The builder is connected to nothing: one serves all connections. */
let loading: Promise<RecordQueries> | null = null;

/**
 * Loads the query builder of SQLite with the kept queries.
 *
 * @example
 * const queries = await sqliteQueries();
 */
export function sqliteQueries(): Promise<RecordQueries> {
  loading ??= sqliteQueryBuilder().then((build) => ({
    build,
    kept: { ...keptQueries(build), ...keptReads(build), ...keptWrites(build) },
  }));
  return loading;
}

/**
 * The reading side of a connection. The query builder is loaded with the first reading.
 *
 * @example
 * const port = sqliteReading({ db, statements, faultOf: (error) => storageFault(error, dir) });
 */
export function sqliteReading({ db, statements, faultOf }: SqliteReading): ReadingPort {
  const answer = ({ sql, parameters, each }: Question): readonly unknown[] => {
    if (each === null) return statements(sql).all(...parameters);
    for (const row of db
      .prepare<unknown[], Value[]>(sql)
      .raw(true)
      .iterate(...parameters))
      each(row);
    return [];
  };
  return {
    run: async (reading, moments) => {
      const queries = await sqliteQueries();
      const read = () => runNow(reading(queries), answer);
      try {
        return moments === 'one' ? db.transaction(read)() : read();
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

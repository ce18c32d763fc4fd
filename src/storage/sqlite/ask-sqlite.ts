/** Asks the kept queries on one SQLite connection; what writes is not asked so. */
import type { AskConnection } from '../queries/ask-kept.ts';
import type { SqliteDatabase } from './engine.ts';
import { sqliteQueries } from './sqlite-reading.ts';
import { type Statements, statementsOf } from './statements.ts';

/**
 * Asks a connection; the query builder is loaded with the first question.
 *
 * @example
 * const [head] = await askSqlite(db)(({ head }) => head);
 */
export function askSqlite(db: SqliteDatabase, statements: Statements = statementsOf(db)): AskConnection {
  return async <R>(
    which: Parameters<AskConnection>[0],
    ...values: readonly (string | number | null)[]
  ): Promise<readonly R[]> => {
    const query = which((await sqliteQueries()).kept);
    return statements<R>(query.sql).all(...query.parameters(...values));
  };
}

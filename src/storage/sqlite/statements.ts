/** Prepared statements of one connection, kept by their SQL. The oldest goes when there are too many. */
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { SqliteDatabase } from './engine.ts';

/** A value that SQLite binds. */
export type Bindable = string | number | bigint | Uint8Array | null;

/** One prepared statement giving rows of type R. */
export type Prepared<R> = Sqlite.Statement<unknown[], R>;

const MOST_KEPT = 300;

/** Gives the prepared statement for some SQL; R is the row it is known to give. */
export type Statements = <R = unknown>(sql: string) => Prepared<R>;

/**
 * Starts an empty cache for a connection.
 *
 * @example
 * const prepared = statementsOf(db);
 * prepared<{ n: number }>('SELECT 1 AS n').get()?.n; // 1
 */
export function statementsOf(db: SqliteDatabase): Statements {
  const kept = new Map<string, Prepared<unknown>>();
  return <R>(sql: string): Prepared<R> => {
    const found = kept.get(sql) ?? db.prepare<unknown[], unknown>(sql);
    if (!kept.has(sql)) {
      kept.set(sql, found);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    }
    return found as Prepared<R>;
  };
}

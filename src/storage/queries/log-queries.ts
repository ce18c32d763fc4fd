/** Queries over the log, and counts of what is in the record. */
import type { LogEntry } from '../../record/log-entry.ts';
import type { LogRow } from '../tables.ts';
import type { Query, QueryBuilder } from './query-builder.ts';

/**
 * Entries from a number on, oldest first.
 *
 * @example
 * logQuery(build, { from: 1, limit: 100 }).compile();
 */
export function logQuery(
  build: QueryBuilder,
  range: { readonly from: number; readonly limit: number },
): Query<LogRow> {
  return build.selectFrom('log').selectAll().where('seq', '>=', range.from).orderBy('seq').limit(range.limit);
}

/**
 * The newest entry.
 *
 * @example
 * headQuery(build).compile();
 */
export function headQuery(build: QueryBuilder): Query<LogRow> {
  return build.selectFrom('log').selectAll().orderBy('seq', 'desc').limit(1);
}

/**
 * A row of the log as an entry.
 *
 * @example
 * entryOf(row).action;
 */
export function entryOf(row: LogRow): LogEntry {
  return {
    seq: row.seq,
    at: row.at,
    agent: row.agent,
    action: row.action,
    subject: row.subject as LogEntry['subject'],
    bodySha256: row.body_sha256 as LogEntry['bodySha256'],
    previous: row.previous as LogEntry['previous'],
    entrySha256: row.entry_sha256 as LogEntry['entrySha256'],
    body: JSON.parse(row.body) as LogEntry['body'],
  };
}

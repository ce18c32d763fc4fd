/** Queries over the log, and counts of what is in the record. */
import type { Action, LogEntry } from '../../record/log-entry.ts';
import type { LogHeadRow, LogRow } from '../tables.ts';
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';

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
 * Number and time of the newest entry.
 *
 * @example
 * positionQuery(build).compile();
 */
export function positionQuery(build: QueryBuilder): Query<Pick<LogRow, 'seq' | 'at'>> {
  return build.selectFrom('log').select(['seq', 'at']).orderBy('seq', 'desc').limit(1);
}

/**
 * What entries after one are about, oldest first.
 *
 * @example
 * headsQuery(build, 41).compile();
 */
export function headsQuery(
  build: QueryBuilder,
  after: number,
): Query<Pick<LogRow, 'seq' | 'action' | 'subject'>> {
  return build.selectFrom('log').select(['seq', 'action', 'subject']).where('seq', '>', after).orderBy('seq');
}

/**
 * Entries of one kind, oldest first.
 *
 * @example
 * actionQuery(build, 'source-erased').compile();
 */
export function actionQuery(build: QueryBuilder, action: Action): Query<LogRow> {
  return build.selectFrom('log').selectAll().where('action', '=', action).orderBy('seq');
}

/**
 * Entries that concern a source, oldest first.
 *
 * @example
 * sourceEntriesQuery(build, 'src_…').compile();
 */
export function sourceEntriesQuery(build: QueryBuilder, source: string): Query<LogRow> {
  return build
    .selectFrom('log')
    .selectAll()
    .where('seq', 'in', (part) =>
      part.selectFrom('entry_sources').select('entry').where('source', '=', source),
    )
    .orderBy('seq');
}

/**
 * Bodies of some entries.
 *
 * @example
 * logBodiesQuery(build, [1, 7]).compile();
 */
export function logBodiesQuery(
  build: QueryBuilder,
  seqs: readonly number[],
): Query<Pick<LogRow, 'seq' | 'body'>> {
  return build
    .selectFrom('log')
    .select(['seq', 'body'])
    .where('seq', 'in', [...seqs]);
}

/**
 * The head of the log.
 *
 * @example
 * logHeadQuery(build).compile();
 */
export function logHeadQuery(build: QueryBuilder): Query<LogHeadRow> {
  return build.selectFrom('log_head').selectAll();
}

/**
 * Leaf hashes in order, from an index on (0-based).
 *
 * @example
 * leavesQuery(build, { start: 0, count: 256 }).compile();
 */
export function leavesQuery(
  build: QueryBuilder,
  { start, count }: { readonly start: number; readonly count: number },
): Query<{ hash: string }> {
  return build
    .selectFrom('log')
    .select('leaf as hash')
    .where('seq', '>', start)
    .where('seq', '<=', start + count)
    .orderBy('seq');
}

/**
 * Roots of complete subtrees of one level in order, from a place on (0-based).
 *
 * @example
 * tilesQuery(build, { level: 1, start: 0, count: 16 }).compile();
 */
export function tilesQuery(
  build: QueryBuilder,
  { level, start, count }: { readonly level: number; readonly start: number; readonly count: number },
): Query<{ hash: string }> {
  return build
    .selectFrom('log_tiles')
    .select('hash')
    .where('level', '=', level)
    .where('place', '>=', start)
    .where('place', '<', start + count)
    .orderBy('place');
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
    salt: row.salt,
    commitment: row.commitment as LogEntry['commitment'],
    bytesCommitment: row.bytes_commitment as LogEntry['bytesCommitment'],
    leaf: row.leaf as LogEntry['leaf'],
    body: row.body === null ? null : (JSON.parse(row.body) as LogEntry['body']),
  };
}

/** Readings of the log, its proof tree, and what stands in it alone. */
import type { RecordStore } from '../../desk/ports/record-store.ts';
import type { LogEntry, Subject } from '../../record/log-entry.ts';
import { DEFAULT_SETTINGS, type RecordSettings } from '../../record/record-settings.ts';
import { treeReadings } from '../append/tree-readings.ts';
import type { QueryBuilder } from '../queries/dialect.ts';
import {
  actionQuery,
  entryOf,
  headQuery,
  headsQuery,
  leavesQuery,
  logHeadQuery,
  logQuery,
  sourceEntriesQuery,
  tilesQuery,
} from '../queries/log-queries.ts';
import type { Query } from '../queries/query.ts';
import { rowOf, rowsOf, type Steps } from '../queries/steps.ts';
import type { LogRow } from '../tables.ts';
import type { ReadingPort, RecordQueries } from './reading-port.ts';

/** Entries read at once while the log is walked. */
const LOG_PAGE = 64;

/** The part of a store that reads the log. */
export type LogReadings = Pick<
  RecordStore,
  | 'log'
  | 'head'
  | 'heads'
  | 'entriesOf'
  | 'entriesWith'
  | 'settings'
  | 'checkpoint'
  | 'inclusion'
  | 'consistency'
>;

/**
 * The log behind the desk's port.
 *
 * @example
 * const { head, log } = logReadings(port);
 */
export function logReadings(port: ReadingPort): LogReadings {
  const entries = (query: (build: QueryBuilder) => Query<LogRow>) =>
    port.run(function* ({ build }) {
      return (yield* rowsOf(query(build))).map(entryOf);
    }, 'any');
  return {
    log: (from, limit) => walkLog(port, from ?? 1, limit ?? Number.POSITIVE_INFINITY),
    head: async () => (await entries(headQuery))[0] ?? null,
    heads: (after) =>
      port.run(function* ({ build }) {
        return (yield* rowsOf(headsQuery(build, after))).map((row) => ({
          ...row,
          subject: row.subject as Subject,
        }));
      }, 'any'),
    entriesOf: (source) => entries((build) => sourceEntriesQuery(build, source)),
    entriesWith: (action) => entries((build) => actionQuery(build, action)),
    settings: () => port.run(readSettings, 'any'),
    ...treeReadings({
      head: () => port.run(({ build }) => rowOf(logHeadQuery(build)), 'any'),
      hashes: ({ level, start, count }) =>
        port.run(function* ({ build }) {
          const query =
            level === 0 ? leavesQuery(build, { start, count }) : tilesQuery(build, { level, start, count });
          return (yield* rowsOf(query)).map(({ hash }) => hash);
        }, 'any'),
    }),
  };
}

function* readSettings({ build }: RecordQueries): Steps<RecordSettings> {
  const row = (yield* rowsOf(actionQuery(build, 'settings-changed'))).at(-1);
  const body = row === undefined ? null : entryOf(row).body;
  return body?.action === 'settings-changed' ? body.settings : DEFAULT_SETTINGS;
}

async function* walkLog(port: ReadingPort, from: number, limit: number): AsyncGenerator<LogEntry> {
  let next = from;
  let left = limit;
  while (left > 0) {
    const range = { from: next, limit: Math.min(LOG_PAGE, left) };
    const page = await port.run(({ build }) => rowsOf(logQuery(build, range)), 'any');
    for (const row of page) yield entryOf(row);
    const last = page.at(-1);
    if (last === undefined || page.length < range.limit) return;
    next = last.seq + 1;
    left -= page.length;
  }
}

/**
 * The record on SQLite behind the desk's port. Reading runs built queries; writing has the one way of
 * `append-entries.ts`. Faults of the engine come out as OnRecordError.
 */
import type { ClaimFilter, RecordStore } from '../../desk/ports/record-store.ts';
import { foldName } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import type { ActorId, CaptureId } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Source } from '../../record/source.ts';
import { type JoinedActors, shownClaim, shownSource } from '../joined-actors.ts';
import type { Lookup } from '../projection/lookup.ts';
import type { GroupKey } from '../projection/projection.ts';
import { actorsNamedQuery } from '../queries/actor-queries.ts';
import {
  type ClaimConditions,
  claimCountsQuery,
  claimsQuery,
  propositionsQuery,
} from '../queries/claim-queries.ts';
import { entryOf, headQuery, logQuery } from '../queries/log-queries.ts';
import { capturesQuery, sourcesQuery, textQuery, unreadCapturesQuery } from '../queries/source-queries.ts';
import { appendEntries } from './append-entries.ts';
import { checkStore } from './check-store.ts';
import type { SqliteDatabase, SqliteModule } from './engine.ts';
import {
  byStatus,
  claimIdsBeginning,
  readActors,
  readCounts,
  readSnapshot,
  readTallies,
} from './read-record.ts';
import { readUtterances } from './read-utterances.ts';
import { type Reader, readerOf } from './reader.ts';
import { searchCaptures } from './search-captures.ts';
import { storageFault } from './sqlite-fault.ts';
import { sqliteLookup } from './sqlite-lookup.ts';
import { statementsOf } from './statements.ts';

/** What the store stands on. */
export interface SqliteStoreOptions {
  readonly db: SqliteDatabase;
  /** To open a second, empty database for the check. */
  readonly Database: SqliteModule;
  /** The vault's folder, for messages. */
  readonly dir: string;
  readonly readOnly: boolean;
  readonly groupKey: GroupKey;
}

/** Entries read at once while the log is walked. */
const LOG_PAGE = 64;

/**
 * Makes the store of an open, migrated database.
 *
 * @example
 * const store = sqliteRecordStore({ db, Database, dir, readOnly: false, groupKey });
 */
export function sqliteRecordStore(options: SqliteStoreOptions): RecordStore {
  const { db, dir } = options;
  const statements = statementsOf(db);
  const lookup = sqliteLookup(statements);
  let loading: Promise<Reader> | null = null;
  const reading = async <T>(read: (reader: Reader) => T): Promise<T> => {
    loading ??= readerOf(db, statements);
    const reader = await loading;
    try {
      return read(reader);
    } catch (error) {
      throw storageFault(error, dir);
    }
  };
  return {
    append: async (entries) => {
      if (options.readOnly) throw readOnlyFault(dir);
      try {
        return appendEntries({ db, statements, lookup, groupKey: options.groupKey }, entries);
      } catch (error) {
        throw storageFault(error, dir);
      }
    },
    ...sourceReadings(reading, lookup),
    ...actorReadings(reading),
    ...claimReadings(reading, lookup),
    search: (query, limit) => reading(() => searchCaptures(statements, query, limit)),
    log: (from, limit) => walkLog(reading, from ?? 1, limit ?? Number.POSITIVE_INFINITY),
    head: () => reading((reader) => reader.rows(headQuery(reader.build)).map(entryOf)[0] ?? null),
    counts: () => reading(readCounts),
    snapshot: () => reading(readSnapshot),
    check: () => reading(() => checkStore(options)),
    close: async () => {
      db.close();
    },
  };
}

type Reading = <T>(read: (reader: Reader) => T) => Promise<T>;

/** One thing by its id is read by a kept statement: a command may open thousands. */
function sourceReadings(reading: Reading, lookup: Lookup) {
  const captures = (only: Parameters<typeof capturesQuery>[1]) =>
    reading((reader) => reader.bodies<Capture>(capturesQuery(reader.build, only)));
  return {
    source: (id) =>
      reading((reader) => {
        const source = lookup.source(id);
        return source === null ? null : shownSource(source, reader.joins());
      }),
    sources: () =>
      reading((reader) => {
        const joins = reader.joins();
        return reader.bodies<Source>(sourcesQuery(reader.build)).map((source) => shownSource(source, joins));
      }),
    capture: (id) => reading(() => lookup.capture(id)),
    captures: (filter = {}) => captures(filter),
    captureOfBytes: async (sha256, warcRecordId) =>
      (await captures({ sha256, ...(warcRecordId === undefined ? {} : { warcRecordId }) }))[0] ?? null,
    unreadCaptures: (extractor) =>
      reading((reader) =>
        reader.rows(unreadCapturesQuery(reader.build, extractor)).map(({ id }) => id as CaptureId),
      ),
    text: (sha256) => reading((reader) => reader.rows(textQuery(reader.build, sha256))[0]?.content ?? null),
  } satisfies Partial<RecordStore>;
}

function actorReadings(reading: Reading) {
  return {
    actor: (id) => reading((reader) => readActors(reader, reader.joins(), [id])[0] ?? null),
    actors: () => reading((reader) => readActors(reader, reader.joins())),
    actorsNamed: (name) =>
      reading((reader) => {
        const ids = reader
          .rows(actorsNamedQuery(reader.build, foldName(name)))
          .map(({ id }) => id as ActorId);
        return ids.length === 0 ? [] : readActors(reader, reader.joins(), ids);
      }),
  } satisfies Partial<RecordStore>;
}

function claimReadings(reading: Reading, lookup: Lookup) {
  return {
    proposition: (id) => reading(() => lookup.proposition(id)),
    propositions: (filter = {}) =>
      reading((reader) => reader.bodies<Proposition>(propositionsQuery(reader.build, filter))),
    claim: (id) =>
      reading((reader) => {
        const claim = lookup.claim(id);
        return claim === null ? null : shownClaim(claim, reader.joins());
      }),
    claims: (filter = {}) =>
      reading((reader) => {
        const joins = reader.joins();
        const query = claimsQuery(reader.build, conditionsOf(filter, joins));
        return reader.bodies<Claim>(query).map((claim) => shownClaim(claim, joins));
      }),
    utterances: (filter = {}) =>
      reading((reader) => {
        const joins = reader.joins();
        return readUtterances(reader, conditionsOf(filter, joins), joins);
      }),
    claimIdsBeginning: (letters, limit) =>
      reading(({ statements }) => claimIdsBeginning(statements, letters, limit)),
    countClaims: (filter) =>
      reading((reader) => {
        const query = claimCountsQuery(reader.build, conditionsOf(filter, reader.joins()));
        return byStatus(reader.rows(query));
      }),
    tallies: (statuses) => reading(({ statements }) => readTallies(statements, statuses)),
  } satisfies Partial<RecordStore>;
}

function conditionsOf(filter: ClaimFilter, joins: JoinedActors): ClaimConditions {
  const { speaker, ...rest } = filter;
  return speaker === undefined ? rest : { ...rest, speakers: joins.together(speaker) };
}

async function* walkLog(reading: Reading, from: number, limit: number): AsyncGenerator<LogEntry> {
  let next = from;
  let left = limit;
  while (left > 0) {
    const range = { from: next, limit: Math.min(LOG_PAGE, left) };
    const page = await reading((reader) => reader.rows(logQuery(reader.build, range)));
    for (const row of page) yield entryOf(row);
    const last = page.at(-1);
    if (last === undefined || page.length < range.limit) return;
    next = last.seq + 1;
    left -= page.length;
  }
}

function readOnlyFault(dir: string): OnRecordError {
  return new OnRecordError(
    'read-only',
    `This vault is open for reading only (${dir}). Check the permissions of the folder, or copy it to a disk that can be written.`,
    { subject: dir },
  );
}

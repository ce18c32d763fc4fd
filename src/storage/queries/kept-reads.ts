/** What a check, a backup, a restore and a change of keys ask: kept compiled, in pages where there may be many rows. */
import { type TextRow, VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { QueryBuilder } from './dialect.ts';
import { keepQuery } from './kept-query.ts';
import type { Query } from './query.ts';

/** Entries read at once. */
const LOG_PAGE = 64;
/** Hashes and captures read at once. */
const KEY_PAGE = 500;

/** The kept queries of one connection. */
export type KeptReads = ReturnType<typeof keptReads>;

/**
 * Readies the queries; each is compiled when it is first asked.
 *
 * @example
 * const kept = keptReads(build);
 * kept.wrappedKey.parameters('9f86…'); // ['9f86…']
 */
export function keptReads(build: QueryBuilder) {
  return {
    /** A page of entries after a number, in order. */
    logAfter: keepQuery(build, (from, after: number) =>
      from.selectFrom('log').selectAll().where('seq', '>', after).orderBy('seq').limit(LOG_PAGE),
    ),
    logBody: keepQuery(build, (from, seq: number) =>
      from.selectFrom('log').select('body').where('seq', '=', seq),
    ),
    /** Any entry; no row: the log is empty. */
    anyEntry: keepQuery(build, (from) => from.selectFrom('log').select('seq').limit(1)),
    entriesOf: keepQuery(build, (from, action: 'source-erased' | 'record-erased' | 'checkpoint-anchored') =>
      from.selectFrom('log').selectAll().where('action', '=', action).orderBy('seq'),
    ),
    tiles: keepQuery(build, (from) =>
      from.selectFrom('log_tiles').selectAll().orderBy('level').orderBy('place'),
    ),
    gates: keepQuery(build, (from) => from.selectFrom('append_gate').selectAll()),
    /** All rows of a table in the order of its key. */
    inKeyOrder: ofTables((table) => keepQuery(build, (from) => inKeyOrderQuery(from, table))),
    textBrought: keepQuery(build, textBroughtQuery),
    bytesOf: keepQuery(build, bytesOfQuery),
    /** Hashes of all bytes that a capture or a sealed document has. */
    capturedBytes: keepQuery(build, capturedBytesQuery),
    captureWith: keepQuery(build, captureWithQuery),
    captureKeys: keepQuery(build, captureKeysQuery),
    sealedBlobKeys: keepQuery(build, sealedBlobKeysQuery),
    recordKey: keepQuery(build, (from, sealed: number) =>
      from.selectFrom('record_keys').selectAll().where('sealed', '=', sealed),
    ),
    /** A page of keys of sealed records after an entry, in the order of entries. */
    recordKeysAfter: keepQuery(build, (from, sealed: number) =>
      from
        .selectFrom('record_keys')
        .selectAll()
        .where('sealed', '>', sealed)
        .orderBy('sealed')
        .limit(KEY_PAGE),
    ),
    /** A key of an entry up to a number that was wrapped anew by an entry after it. */
    rewrapped: keepQuery(build, (from, covered: number, after: number) =>
      from
        .selectFrom('record_keys')
        .select('sealed')
        .where('sealed', '<=', covered)
        .where('entry', '>', after)
        .limit(1),
    ),
    wrappedKey: keepQuery(build, (from, sha256: string) =>
      from.selectFrom('blob_keys').select('wrapped').where('sha256', '=', sha256),
    ),
    /** A page of hashes of bytes that have a key, after a hash, in order. */
    keyedBytes: keepQuery(build, (from, after: string) =>
      from
        .selectFrom('blob_keys')
        .select('sha256')
        .where('sha256', '>', after)
        .orderBy('sha256')
        .limit(KEY_PAGE),
    ),
    /** Blobs with two wrapped keys: while keys are changed, the next one stands behind a space. */
    twofoldKeys: keepQuery(build, (from) =>
      from.selectFrom('blob_keys').select(['sha256', 'wrapped']).where('wrapped', 'like', '% %'),
    ),
    /** Where a claim stands written. */
    claimPiece: keepQuery(build, (from, id: string) =>
      from.selectFrom('claims').select(['logged', 'start', 'length', 'changed']).where('id', '=', id),
    ),
    textBefore: keepQuery(build, textBeforeQuery),
  };
}

function ofTables<Q>(query: (table: ViewTable) => Q): Readonly<Record<ViewTable, Q>> {
  const tables = Object.keys(VIEW_TABLES) as readonly ViewTable[];
  return Object.fromEntries(tables.map((table) => [table, query(table)])) as Record<ViewTable, Q>;
}

function inKeyOrderQuery(
  from: QueryBuilder,
  table: ViewTable,
): Query<Readonly<Record<string, string | number | null>>> {
  const all = from.selectFrom(table).selectAll();
  const keys: readonly string[] = VIEW_TABLES[table];
  return keys.reduce((query, key) => query.orderBy(key as never), all) as Query<never>;
}

/** The text that came into the record with an entry, by the capture that the entry brought. */
function textBroughtQuery(
  from: QueryBuilder,
  capture: string,
  entry: number,
): Query<Pick<TextRow, 'sha256' | 'content'>> {
  return from
    .selectFrom('captures')
    .innerJoin('texts', 'texts.sha256', 'captures.text_sha256')
    .select(['texts.sha256', 'texts.content'])
    .where('captures.id', '=', capture)
    .where('texts.entry', '=', entry);
}

/** The bytes of a capture, with the entry that brought the same bytes first. */
function bytesOfQuery(from: QueryBuilder, capture: string): Query<{ sha256: string; first: number | null }> {
  return from
    .selectFrom('captures')
    .select(({ selectFrom }) => [
      'captures.sha256',
      selectFrom('captures as same')
        .select(({ fn }) => fn.min<number>('same.entry').as('entry'))
        .whereRef('same.sha256', '=', 'captures.sha256')
        .as('first'),
    ])
    .where('captures.id', '=', capture);
}

function capturedBytesQuery(from: QueryBuilder): Query<{ sha256: string }> {
  return from
    .selectFrom('captures')
    .select('sha256')
    .union(
      from
        .selectFrom('sealed_records')
        .select(({ ref }) => ref('blob').$notNull().as('sha256'))
        .where('blob', 'is not', null),
    );
}

function captureWithQuery(from: QueryBuilder, captured: string, sealed: string): Query<{ place: number }> {
  return from
    .selectFrom('captures')
    .select('place')
    .where('sha256', '=', captured)
    .unionAll(from.selectFrom('sealed_records').select('place').where('blob', '=', sealed))
    .limit(1);
}

/** A page of sealed documents after a place, in log order, with the key of their bytes; null: they have none. */
function sealedBlobKeysQuery(
  from: QueryBuilder,
  after: number,
): Query<{ place: number; sha256: string; entry: number; wrapped: string | null }> {
  return from
    .selectFrom('sealed_records')
    .leftJoin('blob_keys', 'blob_keys.sha256', 'sealed_records.blob')
    .select(({ ref }) => [
      'sealed_records.place',
      ref('sealed_records.blob').$notNull().as('sha256'),
      'sealed_records.entry',
      'blob_keys.wrapped',
    ])
    .where('sealed_records.blob', 'is not', null)
    .where('sealed_records.place', '>', after)
    .orderBy('sealed_records.place')
    .limit(KEY_PAGE);
}

/** A page of captures after a place, in log order, with the key of their bytes; null: they have none. */
function captureKeysQuery(
  from: QueryBuilder,
  after: number,
): Query<{ place: number; sha256: string; entry: number; wrapped: string | null }> {
  return from
    .selectFrom('captures')
    .leftJoin('blob_keys', 'blob_keys.sha256', 'captures.sha256')
    .select(['captures.place', 'captures.sha256', 'captures.entry', 'blob_keys.wrapped'])
    .where('captures.place', '>', after)
    .orderBy('captures.place')
    .limit(KEY_PAGE);
}

/** A text as it was before an erasure, from the table that the erasure on SQLite keeps it in meanwhile. */
function textBeforeQuery(from: QueryBuilder, sha256: string): Query<Pick<TextRow, 'content'>> {
  return from
    .withTables<{ texts_before: Pick<TextRow, 'sha256' | 'content'> }>()
    .selectFrom('texts_before')
    .select('content')
    .where('sha256', '=', sha256);
}

/** Statements that write rows, in the dialect of either engine. Values are bound, never pasted. */
import type { UpdatedTable } from '../projection/row-change.ts';
import type { BlobKeyRow, Tables } from '../tables.ts';
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';

/** A table that is written. */
export type WrittenTable = keyof Tables;

/** A row or a part of one, by column. */
export type RowPart = Readonly<Record<string, string | number | null>>;

/**
 * Writes new rows of one table, which name the same columns in the same order: values bind in that order, row by row. A
 * tally that is there is added to, the head of the log is put in place of the one before, of a blob's key the first
 * stays, and of a sealed record's key the last.
 *
 * @example
 * insertQuery(build, 'log_tiles', [{ level: 1, place: 0, hash }]).compile();
 */
export function insertQuery(
  build: QueryBuilder,
  table: WrittenTable,
  rows: readonly RowPart[],
): Query<unknown> {
  const insert = build.insertInto(table).values(rows as never);
  if (table === 'blob_keys') return insert.onConflict((conflict) => conflict.doNothing());
  if (table === 'record_keys') return recordKeysQuery(build, rows);
  if (table === 'log_head') return headQuery(build, rows);
  return table === 'tallies' ? tallyQuery(build, rows) : insert;
}

/**
 * Writes keys of blobs, in place of those that are there.
 *
 * @example
 * replaceKeysQuery(build, [{ sha256, wrapped, entry: 7 }]).compile();
 */
export function replaceKeysQuery(build: QueryBuilder, rows: readonly BlobKeyRow[]): Query<unknown> {
  return build
    .insertInto('blob_keys')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('sha256').doUpdateSet(({ ref }) => ({ wrapped: ref('excluded.wrapped') })),
    );
}

function headQuery(build: QueryBuilder, rows: readonly RowPart[]): Query<unknown> {
  return build
    .insertInto('log_head')
    .values(rows as never)
    .onConflict((conflict) =>
      conflict.column('only').doUpdateSet(({ ref }) => ({
        size: ref('excluded.size'),
        peaks: ref('excluded.peaks'),
        checkpoint: ref('excluded.checkpoint'),
      })),
    );
}

/** A key is put in place of the one of the same version of the same record, and of no other. */
function recordKeysQuery(build: QueryBuilder, rows: readonly RowPart[]): Query<unknown> {
  return build
    .insertInto('record_keys')
    .values(rows as never)
    .onConflict((conflict) =>
      conflict
        .column('sealed')
        .doUpdateSet(({ ref }) => ({
          epoch: ref('excluded.epoch'),
          wrapped: ref('excluded.wrapped'),
          entry: ref('excluded.entry'),
        }))
        .whereRef('record_keys.compartment', '=', 'excluded.compartment')
        .whereRef('record_keys.record', '=', 'excluded.record')
        .whereRef('record_keys.version', '=', 'excluded.version'),
    );
}

function tallyQuery(build: QueryBuilder, rows: readonly RowPart[]): Query<unknown> {
  return build
    .insertInto('tallies')
    .values(rows as never)
    .onConflict((conflict) =>
      conflict.columns(['proposition', 'status', 'stance', 'numbered']).doUpdateSet((part) => ({
        claims: part('tallies.claims', '+', part.ref('excluded.claims')),
        entry: part.ref('excluded.entry'),
      })),
    );
}

/**
 * Changes the named columns of the row at a place: values bind in the order of the columns, then the place.
 *
 * @example
 * updateQuery(build, 'actors', { joined_to: 7, entry: 12 }, 3).compile();
 */
export function updateQuery(
  build: QueryBuilder,
  table: UpdatedTable,
  set: RowPart,
  place: number,
): Query<unknown> {
  return build
    .updateTable(table)
    .set(set as never)
    .where('place' as never, '=', place as never);
}

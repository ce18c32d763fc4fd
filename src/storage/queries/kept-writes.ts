/** Statements of every append and erasure, and what they ask first: kept compiled for as long as a connection. */
import { VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { QueryBuilder } from './dialect.ts';
import { keepQuery } from './kept-query.ts';
import type { Query } from './query.ts';

/** The kept statements of one connection. */
export type KeptWrites = ReturnType<typeof keptWrites>;

/**
 * Readies the statements; each is compiled when it is first run.
 *
 * @example
 * const kept = keptWrites(build);
 * kept.openFor.sql; // 'update "append_gate" set "entry" = ?'
 */
export function keptWrites(build: QueryBuilder) {
  return {
    head: keepQuery(build, (from) => from.selectFrom('log_head').selectAll()),
    moved: keepQuery(build, (from) => from.selectFrom('append_gate').select('moved')),
    /** The same, locked until the transaction ends; PostgreSQL alone: on SQLite a writer has the file for itself. */
    movedLocked: keepQuery(build, (from) => from.selectFrom('append_gate').select('moved').forUpdate()),
    /** Opens the gate for one entry; null closes it. */
    openFor: keepQuery(build, (to, entry: number | null) => to.updateTable('append_gate').set({ entry })),
    /** 1 while an erasure is at work, 0 otherwise. */
    erasing: keepQuery(build, (to, erasing: number) => to.updateTable('append_gate').set({ erasing })),
    /** Which keys are in force from now on; what was let in to change them is shut out. */
    inForce: keepQuery(build, (to, moved: number) =>
      to.updateTable('append_gate').set({ erasing: 0, moved }),
    ),
    logRow: keepQuery(build, (from, seq: number) =>
      from.selectFrom('log').selectAll().where('seq', '=', seq),
    ),
    /** Bodies of all tombstones, of sources and of sealed records, oldest first; null: destroyed. */
    tombstones: keepQuery(build, (from) =>
      from
        .selectFrom('log')
        .select(['seq', 'body'])
        .where('action', 'in', ['source-erased', 'record-erased'])
        .orderBy('seq'),
    ),
    /** Takes all rows out of a table; only an erasure may. */
    empty: mapped((table) => keepQuery(build, (from) => from.deleteFrom(table))),
    destroyBody: keepQuery(build, destroyBodyQuery),
    destroyKeys: keepQuery(build, destroyKeysQuery),
    dropKeys: keepQuery(build, (from) => from.deleteFrom('blob_keys')),
    /** The key of one blob; of a sealed document no other has the same bytes. */
    dropKeyOf: keepQuery(build, (from, sha256: string) =>
      from.deleteFrom('blob_keys').where('sha256', '=', sha256),
    ),
    /** The keys of all versions of a sealed record. */
    dropRecordKeys: keepQuery(build, (from, record: string) =>
      from.deleteFrom('record_keys').where('record', '=', record),
    ),
    dropSealed: keepQuery(build, (from, record: string) =>
      from.deleteFrom('sealed_records').where('id', '=', record),
    ),
    /** How many versions of records a compartment has keys of, and how many of those in an epoch. */
    keysHeld: keepQuery(build, (from, compartment: string) =>
      from
        .selectFrom('record_keys')
        .select(({ fn }) => fn.countAll<number>().as('keys'))
        .where('compartment', '=', compartment),
    ),
    keysInEpoch: keepQuery(build, (from, compartment: string, epoch: number) =>
      from
        .selectFrom('record_keys')
        .select(({ fn }) => fn.countAll<number>().as('keys'))
        .where('compartment', '=', compartment)
        .where('epoch', '=', epoch),
    ),
  };
}

function mapped<Q>(query: (table: ViewTable) => Q): Readonly<Record<ViewTable, Q>> {
  const tables = Object.keys(VIEW_TABLES) as readonly ViewTable[];
  return Object.fromEntries(tables.map((table) => [table, query(table)])) as Record<ViewTable, Q>;
}

/** What is left of an erased entry says which source or sealed record it belonged to. */
function destroyBodyQuery(to: QueryBuilder, source: string, seq: number): Query<unknown> {
  return to
    .updateTable('log')
    .set({ agent: '', subject: source, salt: null, body: null })
    .where('seq', '=', seq)
    .where('body', 'is not', null);
}

/** Keys of bytes that no other source has. */
function destroyKeysQuery(to: QueryBuilder, source: string): Query<unknown> {
  const bytes = () =>
    to
      .selectFrom('captures')
      .innerJoin('sources', 'sources.place', 'captures.source')
      .select('captures.sha256');
  return to
    .deleteFrom('blob_keys')
    .where('sha256', 'in', bytes().where('sources.id', '=', source))
    .where('sha256', 'not in', bytes().where('sources.id', '<>', source));
}

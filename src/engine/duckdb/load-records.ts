/**
 * Takes records into the database, a few thousand at a time: values folded for comparing, keys of names beside them. What is
 * shown to people is never read back from here.
 */
import { DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { ColumnKind, LinkColumn } from '../../reckon/linkage/columns.ts';
import { foldValue, ownSpelling, sortedParts, soundKey } from './fold-value.ts';
import type { PairsDatabase } from './open-pairs-database.ts';

/** Values in the order of the columns; null or blank where the list gives none. */
export type RecordRow = readonly (string | null)[];

const CHUNK = 2048;
/** Kinds whose own letters are kept beside the folded value. */
const NAMES: ReadonlySet<ColumnKind> = new Set(['given', 'family', 'name', 'place']);

/**
 * Fills the table `rec`: `id` (0-based, in the order given), `who` (the record that the row spells), `c0`…, `s0`… for names, `n0`… for names of persons and places in another script
 * than Latin, `o0`… for whole names.
 *
 * @param recordOf by row: the record that it spells, 0-based, rows of one record one after another; null: each row is a record
 * @returns the number of records
 * @example
 * await loadRecords(database, [{ name: 'family', kind: 'family' }], [['Mirza'], ['Mirsa']]);
 */
export async function loadRecords(
  { connection }: PairsDatabase,
  columns: readonly LinkColumn[],
  rows: Iterable<RecordRow> | AsyncIterable<RecordRow>,
  recordOf: readonly number[] | null = null,
): Promise<number> {
  const derived = columns.flatMap(({ kind }, at) => {
    if (kind === 'name')
      return [
        { name: `s${at}`, at, make: soundKey },
        { name: `o${at}`, at, make: sortedParts },
      ];
    return kind === 'given' || kind === 'family' ? [{ name: `s${at}`, at, make: soundKey }] : [];
  });
  const spelt = columns.flatMap(({ kind }, at) => (NAMES.has(kind) ? [at] : []));
  const names = [
    ...columns.map((_, at) => `c${at}`),
    ...derived.map(({ name }) => name),
    ...spelt.map((at) => `n${at}`),
  ];
  await connection.run(
    `create table rec (id integer, who integer, ${names.map((name) => `${name} varchar`).join(', ')})`,
  );
  const appender = await connection.createAppender('rec');
  const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, ...names.map(() => VARCHAR)], CHUNK);
  let vectors: (number | string | null)[][] = [[], [], ...names.map(() => [])];
  let count = 0;
  let records = 0;
  const flush = (): void => {
    if (vectors[0]?.length === 0) return;
    chunk.reset();
    chunk.setColumns(vectors);
    appender.appendDataChunk(chunk);
    vectors = vectors.map(() => []);
  };
  const seen = new Map<string, string>();
  const known = (kind: string, value: string, make: () => string): string => {
    const key = kind + value;
    const had = seen.get(key);
    if (had !== undefined) return had;
    if (seen.size >= 500_000) seen.clear();
    const made = make();
    seen.set(key, made);
    return made;
  };
  for await (const row of rows) {
    const who = recordOf?.[count] ?? count;
    vectors[0]?.push(count);
    vectors[1]?.push(who);
    records = who + 1;
    const folded = columns.map(({ kind }, at) => {
      const value = row[at] ?? null;
      return value === null || value === '' ? null : known(kind, value, () => foldValue(kind, value)) || null;
    });
    for (const [at, value] of folded.entries()) vectors[2 + at]?.push(value);
    for (const [place, { name, at, make }] of derived.entries()) {
      const value = folded[at] ?? null;
      vectors[2 + columns.length + place]?.push(
        value === null ? null : known(name[0] ?? '', value, () => make(value)) || null,
      );
    }
    for (const [place, at] of spelt.entries()) {
      const value = row[at] ?? null;
      vectors[2 + columns.length + derived.length + place]?.push(
        value === null || value === '' ? null : known('n', value, () => ownSpelling(value)) || null,
      );
    }
    count += 1;
    if (count % CHUNK === 0) flush();
  }
  flush();
  appender.closeSync();
  return records;
}

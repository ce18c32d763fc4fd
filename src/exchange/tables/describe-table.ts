/** Makes a table from things and a list of columns, each with the way to its cell. */
import type { Cell, Column, Table } from './table-set.ts';

/** A column and how its cell is found. */
export interface CellColumn<T> extends Column {
  readonly of: (thing: T) => Cell;
}

/**
 * A column of text.
 *
 * @example
 * textColumn<FiledSource>('url', 'Address as the source states it.', ({ url }) => url);
 */
export function textColumn<T>(
  name: string,
  about: string,
  of: (thing: T) => string | null,
  names?: string,
): CellColumn<T> {
  return { name, type: 'text', about, of, ...(names === undefined ? {} : { names }) };
}

/**
 * A column of whole numbers.
 *
 * @example
 * wholeColumn<FiledCapture>('size', 'Bytes.', ({ size }) => size);
 */
export function wholeColumn<T>(name: string, about: string, of: (thing: T) => number | null): CellColumn<T> {
  return { name, type: 'integer', about, of };
}

/**
 * Makes a table.
 *
 * @param key columns that tell rows apart
 * @example
 * describeTable('sources', 'What was published.', ['id'], columns, file.sources);
 */
export function describeTable<T>(
  given: { readonly name: string; readonly about: string; readonly key: readonly string[] },
  columns: readonly CellColumn<T>[],
  things: readonly T[],
): Table {
  return {
    name: given.name,
    about: given.about,
    key: given.key,
    columns: columns.map(({ of: _, ...column }) => column),
    rows: things.map((thing) => columns.map(({ of }) => of(thing))),
  };
}

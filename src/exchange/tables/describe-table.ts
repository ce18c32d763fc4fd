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

/** A thing of a list of some owner, with its place in the list, 0-based. */
export interface Listed<O, T> {
  readonly owner: O;
  readonly at: number;
  readonly one: T;
}

/**
 * The things of lists, each with its owner and place.
 *
 * @example
 * listed(file.sources, ({ authors }) => authors)[0]?.at; // 0
 */
export function listed<O, T>(
  owners: readonly O[],
  listOf: (owner: O) => readonly T[],
): readonly Listed<O, T>[] {
  return owners.flatMap((owner) => listOf(owner).map((one, at) => ({ owner, at, one })));
}

/** What a column of places holds. */
export const PLACE = 'Place in the list, from 0.';

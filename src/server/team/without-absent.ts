/** Fields that were given. */

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/**
 * The same without the fields that were not given.
 *
 * @example
 * withoutAbsent({ from: undefined, to: '2031-05-01' }); // { to: '2031-05-01' }
 */
export function withoutAbsent<T extends object>(query: T): Present<T> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Present<T>;
}

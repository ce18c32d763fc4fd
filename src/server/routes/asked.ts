/** What was asked for, as use cases take it: a condition that was not given is absent. */

/**
 * Leaves out what is undefined.
 *
 * @example
 * asked({ measure: 'killed', source: undefined }); // { measure: 'killed' }
 */
export function asked<T extends object>(query: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/**
 * Reads a flag of the address.
 *
 * @example
 * isTrue('1'); // true
 */
export function isTrue(flag: 'true' | 'false' | '1' | '0'): boolean {
  return flag === 'true' || flag === '1';
}

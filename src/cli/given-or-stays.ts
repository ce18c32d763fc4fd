/** Fields of something on record that a flag may change, empty with "none", or leave as they are. */
import type { Options } from './command.ts';
import { wordsOf } from './figure-options.ts';

/** What empties a field. */
export const NONE = 'none';

/**
 * The value of a flag; null for "none"; what stands when it is not given.
 *
 * @param read turns the words of the flag into the field
 * @example
 * givenOrStays(options, 'country', 'SY', (code) => code); // 'SY' without --country, null for --country none
 */
export function givenOrStays<T>(
  options: Options,
  name: string,
  stands: T | null,
  read: (words: string) => T,
): T | null {
  const words = wordsOf(options, name);
  if (words === null) return stands;
  return words === NONE ? null : read(words);
}

/**
 * The values of a flag that may be given several times; none for "none"; what stands when it is not given.
 *
 * @example
 * manyOrStay(options, 'wording', ['Orsa']); // ['Orsa'] without --wording
 */
export function manyOrStay(options: Options, name: string, stand: readonly string[]): readonly string[] {
  const value = options[name];
  if (!Array.isArray(value)) return typeof value === 'string' ? [value] : stand;
  return value.length === 1 && value[0] === NONE ? [] : (value as readonly string[]);
}

/** Sizes of files as people read them. */
import { numberIn } from '../words/language.ts';

/**
 * Bytes in words.
 *
 * @example
 * sizeWords(12_000); // '12 kB'
 */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${numberIn(bytes)} B`;
  if (bytes < 1_000_000) return `${numberIn(Math.round(bytes / 1_000))} kB`;
  return `${numberIn(Math.round(bytes / 100_000) / 10)} MB`;
}

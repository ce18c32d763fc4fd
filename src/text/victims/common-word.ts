/** Whether a word is a common English word, whatever its ending: what is not may be a name where capitals tell nothing. */
import { COMMON_WORDS_CODED } from './common-words.ts';
import { stemsOf } from './word-stems.ts';

function decoded(): Set<string> {
  const words = new Set<string>();
  let before = '';
  for (const [, shared, rest] of COMMON_WORDS_CODED.matchAll(/([A-Z])([a-z]*)/g)) {
    before = before.slice(0, (shared ?? 'A').charCodeAt(0) - 65) + (rest ?? '');
    words.add(before);
  }
  return words;
}

const WORDS = decoded();

function derives(low: string, depth: number): boolean {
  if (WORDS.has(low)) return true;
  return depth > 0 && stemsOf(low).some((stem) => derives(stem, depth - 1));
}

/**
 * Whether a lower-case word is a common one, with up to two endings.
 *
 * @example
 * isCommonWord('peasants'); // true
 */
export function isCommonWord(low: string): boolean {
  return derives(low, 2);
}

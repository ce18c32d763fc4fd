/** What makes two wordings of a place one: their words without case, accents and articles, area by area. */
import { foldWords } from '../reckon/fold-words.ts';

/**
 * The key of a wording; empty for no words.
 *
 * @example
 * wordingKey('Velt, the Kessar region'); // 'velt, kessar region'
 */
export function wordingKey(wording: string): string {
  return wording
    .split(',')
    .map((part) => foldWords(part).join(' '))
    .filter((part) => part !== '')
    .join(', ');
}

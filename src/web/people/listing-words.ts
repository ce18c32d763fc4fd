/** What a column of a list says, and how alike two values are, in the person's language. */
import { LISTINGS } from '../words/en/listings.ts';
import { words } from '../words/language.ts';

/**
 * The words for a name of the program; a column that the person named keeps its name.
 *
 * @example
 * listingWords('level', 'nearly-same'); // 'nearly the same'
 */
export function listingWords(kind: 'column' | 'level', name: string): string {
  const key = `people.${kind}.${name}`;
  return isListingKey(key) ? words(key) : name.replaceAll('-', ' ');
}

function isListingKey(key: string): key is keyof typeof LISTINGS {
  return Object.hasOwn(LISTINGS, key);
}

/** Whether some words may hold a name at all: asked where a name is known to stand and none was found. */
import { isFaceless, isPersonWord, kindOfWord } from '../actor-words.ts';
import { isRank } from '../bare-name.ts';
import { mayBePerson } from '../people-nouns.ts';
import { nameTokens } from './name-tokens.ts';

const PRONOUN =
  /^(?:i|we|he|she|it|they|who|one|nobody|the|a|an|this|that|these|those|his|her|their|our|my|its)$/;

/**
 * Whether words hold a word with a capital that is no title, role, body or word known otherwise; in a script without capitals, any word.
 *
 * @param isKnown tells words that are known to be no person's, folded
 * @example
 * mayHoldName('he was beaten', () => false); // false
 * mayHoldName('Taash was beaten', () => false); // true
 */
export function mayHoldName(words: string, isKnown: (fold: string) => boolean): boolean {
  return nameTokens(words).some(({ folds, capital, caseless }) => {
    const fold = folds[0] ?? '';
    if (caseless) return true;
    if (!capital || PRONOUN.test(fold) || folds.some(isKnown)) return false;
    return !(
      isPersonWord(fold) ||
      isFaceless(fold) ||
      isRank(fold) ||
      mayBePerson(fold) ||
      kindOfWord(fold) !== null
    );
  });
}

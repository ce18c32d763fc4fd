/**
 * How many unnamed people speak, as their mention says it: "three former officers" are three, "more than a dozen survivors"
 * thirteen or more, "sources" one or more. Only what the words state: "several", "dozens" and a bare plural have no number
 * and are open upwards. Who is named, and one person, has none. Shared provenance §4: "two people" [2,2], "sources" [1, open].
 */
import type { StatedNumber } from '../record/attribution.ts';
import type { Quantity } from '../record/quantity.ts';
import { isPeoplePlural } from './people-nouns.ts';
import { quantitiesInWords } from './quantity.ts';
import { type Word, wordsIn } from './words.ts';

/** What may stand before the number: "the other three", "a group of four". */
const BEFORE = /^(?:the|these|those|all|other|another|its|their|his|her|our|a|an|group|team|total|of|and)$/;
/** The head of a mention is over where these begin. */
const BEHIND = /^(?:of|from|in|at|near|close|for|with|who|whom|whose|which|that|on|inside|to|by|,|\()$/;
const PLURALS =
  /^(?:sources|groups|outlets|newspapers|papers|agencies|networks|organi[sz]ations|ngos|activists|relatives|families|people|others|many|several|both|insiders|observers|experts|analysts)$/;

/**
 * The number as bounds; null for one, or when nothing more than one can be meant.
 *
 * @example
 * statedBounds({ low: 13, high: null }); // { min: 13, max: null }
 */
export function statedBounds({ low, high }: Pick<Quantity, 'low' | 'high'>): StatedNumber | null {
  const min = Math.max(1, low ?? 1);
  if (high !== null && high <= min) return min === 1 ? null : { min, max: min };
  return { min, max: high };
}

/**
 * The stated number of an English mention of somebody unnamed; null for one person, or when none is told.
 *
 * @example
 * statedNumber('three former officers'); // { min: 3, max: 3 }
 * statedNumber('sources close to the governor'); // { min: 1, max: null }
 * statedNumber('a resident'); // null
 */
export function statedNumber(named: string): StatedNumber | null {
  const words = wordsIn(named);
  if (TEXTS.test(headOf(words))) return null;
  let first = 0;
  while (BEFORE.test(words[first]?.low ?? '') && !isNumberAt(named, words, first)) first += 1;
  const number = quantitiesInWords(named, words).find((one) => one.first <= first && one.next > first);
  if (number !== undefined && number.kind === 'count') {
    const one = words[number.next]?.low === 'of' && number.n === 1;
    return one ? null : statedBounds(number.value);
  }
  return isPlural(words) ? { min: 1, max: null } : null;
}

/** Heads that are no people: "according to reports", "two accounts" may all go back to one. */
const TEXTS = /^(?:reports|accounts|rumou?rs|documents|statements|videos)$/;

function isNumberAt(named: string, words: readonly Word[], at: number): boolean {
  return quantitiesInWords(named, words).some(({ first }) => first === at);
}

/** The last word before "of", "from", "who" and the like. */
function headOf(words: readonly Word[]): string {
  const end = words.findIndex(({ low }, at) => at > 0 && BEHIND.test(low));
  return words[(end < 0 ? words.length : end) - 1]?.low ?? '';
}

function isPlural(words: readonly Word[]): boolean {
  const head = headOf(words);
  return isPeoplePlural(head) || PLURALS.test(head);
}

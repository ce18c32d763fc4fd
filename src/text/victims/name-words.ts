/**
 * Names of people as runs of tokens: by capitals where a text has both cases, by what is no common word where it is
 * printed in capitals or without any. Whether the named is a person is left to the setting.
 */
import { isMonthAt, weekdayAt } from '../dates/months.ts';
import { isPeoplePlural, mayBePerson } from '../people-nouns.ts';
import type { Word } from '../words.ts';
import { isCommonWord } from './common-word.ts';

const PARTICLES = new Set(
  'de del la las los y da das do dos van von der bin al el e san di du le'.split(' '),
);
const NEVER = new Set(
  'i mr mrs ms dr jr sr st no gmt am pm km kg mm hrs th nd rd d u.s us u.n un u.k eec oas begin end text excerpt words passage omitted i.e e.g etc vs de la los las el del y http https www com'.split(
    ' ',
  ),
);
/** Common words that are as often somebody's name. */
const ALSO_NAMES = new Set(
  'john jack bill smith baker bush grant mark rose maria marina rosa victor frank peter martin cook cross reed stone young brown white black green king hunter carter ford wells woods burns price bell may june april grace faith hope joy dean earl duke barker fisher mason porter parker'.split(
    ' ',
  ),
);

/** How a text writes its names. */
export type Casing = 'mixed' | 'single';

const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

function uncommon(low: string): boolean {
  const before = known.get(low);
  if (before !== undefined) return before;
  const value =
    low.length > 1 &&
    !low.includes("'") &&
    !NEVER.has(low) &&
    !mayBePerson(low) &&
    !isPeoplePlural(low) &&
    !isCommonWord(low);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(low, value);
  return value;
}

function opensSentence(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  return before === undefined || before.kind === 'break' || /^[.!?:"“”\])]$/.test(before.low);
}

/** Whether a token can open or hold a name on its own. */
export function isNameWord(words: readonly Word[], index: number, casing: Casing): boolean {
  const word = words[index];
  if (word === undefined || word.kind !== 'word') return false;
  if (casing === 'single')
    return uncommon(word.low) && !isMonthAt(words, index) && weekdayAt(words, index) === null;
  if (!word.cap || NEVER.has(word.low) || isMonthAt(words, index)) return false;
  if (weekdayAt(words, index) !== null) return false;
  if (uncommon(word.low)) return true;
  if (opensSentence(words, index) || mayBePerson(word.low) || isPeoplePlural(word.low)) return false;
  return true;
}

/** Whether a token can go on with a name already begun. */
function continues(words: readonly Word[], index: number, casing: Casing): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.kind !== 'word') return false;
  return isNameWord(words, index, casing) || (ALSO_NAMES.has(word.low) && word.cap);
}

function isInitial(words: readonly Word[], index: number): boolean {
  const word = words[index];
  return word?.kind === 'word' && word.cap && word.low.length === 1 && words[index + 1]?.low === '.';
}

/**
 * First token after the name that opens at a token; the token itself when none does.
 *
 * @example
 * endOfName(wordsIn('Mira de la Sorn fled'), 0, 'mixed'); // 4
 */
export function endOfName(words: readonly Word[], index: number, casing: Casing): number {
  const also = ALSO_NAMES.has(words[index]?.low ?? '') && words[index]?.cap === true;
  const opens = isNameWord(words, index, casing) || (also && isNameWord(words, index + 1, casing));
  if (!opens) return index;
  let next = index + 1;
  while (next < index + 9) {
    if (continues(words, next, casing)) next += 1;
    else if (isInitial(words, next) && continues(words, next + 2, casing)) next += 3;
    else if (PARTICLES.has(words[next]?.low ?? '') && continues(words, next + 1, casing)) next += 2;
    else if (
      PARTICLES.has(words[next]?.low ?? '') &&
      PARTICLES.has(words[next + 1]?.low ?? '') &&
      continues(words, next + 2, casing)
    )
      next += 3;
    else break;
  }
  return next;
}

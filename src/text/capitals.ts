/** Speakers of dispatches in capitals throughout, where nothing tells a name from a common noun but the words around it. */
import { isFaceless, isPersonWord, kindOfWord } from './actor-words.ts';
import { textOf, type Verdict } from './hearing.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { isPeoplePlural, mayBePerson } from './people-nouns.ts';
import type { Range } from './sentences.ts';

const CLERGY =
  /^(?:ARCHBISHOP|CARDINAL|FATHER|MONSIGNOR|REVEREND|PRESIDENT|COMANDANTE|COMMANDER|CONGRESSMAN)$/;
const NO_NAME =
  /(?:^| )(?:BY|IN|AT|ON|WITH|TO|FROM|OF|FOR|AND|WHO|WHOSE|WHICH|WHEN|THE|A|AN|AS|IS|WAS|HIS|HER|ITS)(?: |$)|^\p{Lu}+(?:ED|ING) /u;

const RANK = /^(?:LT|COL|GEN|MAJ|CAPT|SGT|CPL|ADM|BRIG|DR|MR|MRS|MS|FR|REV|SEN|GOV|REP|PROF)$/;

/** "TRADER" of "THE TRADER MUSA WEND": somebody's trade in front of a name. */
function isTrade(word: string, next: string | undefined): boolean {
  return (
    mayBePerson(word.toLowerCase()) &&
    next !== undefined &&
    kindOfWord(next.toLowerCase()) === null &&
    !/^(?:OF|AT|IN|FOR|FROM|WITH|WHO|AND|AS|QUOTED|CITED)$/.test(next) &&
    !isFaceless(next.toLowerCase())
  );
}

function titleIn(words: readonly string[]): number {
  return words.findLastIndex(
    (word, i) =>
      i < 4 &&
      (isPersonWord(word.toLowerCase()) ||
        CLERGY.test(word) ||
        RANK.test(word) ||
        isTrade(word, words[i + 1])),
  );
}

/** "archbishop" of "THE ARCHBISHOP OF LLUTA"; else the last word. */
function officeIn(described: string): string {
  const words = described.toLowerCase().split(' ');
  const of = words.findIndex((word) => /^(?:of|for|in|at)$/.test(word));
  const word = words.at(of < 0 ? -1 : of - 1) ?? '';
  return CLERGY.test(word.toUpperCase()) ? 'bishop' : word;
}

/** "FATHER ELIAS MONTERO" or "ELIAS MONTERO" without its title; null when the words are no name. */
function nameOf(apposed: string): string | null {
  const words = apposed.split(' ');
  const name = words.slice(titleIn(words) + 1).join(' ');
  const plain = /^[\p{Lu}.'’ -]{3,40}$/u.test(name) && name.includes(' ') && !NO_NAME.test(`${name} `);
  const body = name.split(' ').some((word) => kindOfWord(word.toLowerCase()) !== null);
  return plain && !body ? name : null;
}

/**
 * Capitals tell no names apart: a title with more words is a person, so is a name behind the comma of a description, and a
 * body's word with more words is that body. Null when the words are none of these.
 *
 * @example
 * inCapitals(parsed, range)?.resolved; // 'ELIAS MONTERO' for "THE PARISH PRIEST, FATHER ELIAS MONTERO"
 */
export function inCapitals(parsed: ParsedText, range: Range): Verdict | null {
  const [described = '', apposed = ''] = textOf(parsed, range).split(/ ?, ?/);
  const behind = nameOf(apposed);
  if (behind !== null && isPersonWord(officeIn(described))) return person(behind, `${described}, ${apposed}`);
  const words = described
    .replace(/ (?:QUOTED|CITED|INTERVIEWED|WHO|WHOSE|SPEAKING|REACHED) .*$/u, '')
    .replace(/^(?:THE|A|AN) /, '');
  const last = words.toLowerCase().split(' ').at(-1) ?? '';
  if (/^(?:A|AN|SOME|SEVERAL|MANY) /.test(described) || !words.includes(' ') || isFaceless(last)) return null;
  const titled = titleIn(words.split(' '));
  const name = words
    .split(' ')
    .slice(titled + 1)
    .join(' ');
  if (titled >= 0 && /^[\p{Lu}. ]{3,40}$/u.test(name) && !/^(?:OF|FOR|IN|AND) /.test(name))
    return person(name, words);
  const bare = nameOf(described);
  const counts =
    /^(?:\d|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|DOZENS|HUNDREDS|NO|HIS|HER|ITS|THEIR|THIS|THAT|THESE|MOST|ALL|OTHER|FORMER|LOCAL|SENIOR|RELIABLE) ?/u;
  if (bare === described && !counts.test(described) && !mayBePerson(last) && !isPeoplePlural(last))
    return { resolved: described, because: null, kind: 'unnamed', anonymity: 'named' };
  for (let i = range.from; i < range.to; i += 1) {
    const kind = kindOfWord(lowerAt(parsed, i));
    if (kind !== null && kind !== 'community')
      return { resolved: words, because: null, kind, anonymity: 'named' };
  }
  return null;
}

function person(name: string, words: string): Verdict {
  return { resolved: name, because: `named as "${words}"`, kind: 'person', anonymity: 'named' };
}

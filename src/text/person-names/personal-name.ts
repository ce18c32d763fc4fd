/**
 * Which words name a person: told from roles ("governor of Kessar") and bodies ("Press Desk") by what the words are, never by
 * looking anybody up. In doubt a name is taken for a person's: what calls this hides names.
 */
import { isFaceless, isMouthpiece, isPersonWord, kindOfWord } from '../actor-words.ts';
import { bareName, isRank } from '../bare-name.ts';
import { ADJECTIVES, BODIES, PLACES } from '../gazetteer/lists.ts';
import { isPeoplePlural, mayBePerson } from '../people-nouns.ts';
import { endOfName } from '../victims/name-words.ts';
import { isAllCapitals, type Word, wordsIn } from '../words.ts';

const PARTICLES = new Set(
  'de del della da di du dos das van von der den ter bin ibn al el la le abu umm ben'.split(' '),
);
const BODY_NOUNS =
  /^(?:guards?|forces?|troops|regime|desk|staff|team|newsroom|editors|reporters|correspondents|redaction|wire|lines?|hotline|post|union|unions|brigades?|market|bridge|street|square|river|valley|prison|camp|hospital|village|town|city|district|province|region)$/;
const OPENING = /^(?:the|a|an|this|that|some|several|many|one|two|his|her|their|its|our|my|another|other)$/;
/** Before a place rather than a person. */
const PLACING =
  /^(?:in|at|near|from|to|towards?|outside|around|inside|across|through|into|fleeing|leaving|entering|visiting)$/;

/** A word for a role or for somebody unnamed. */
function isRoleWord(low: string): boolean {
  return (
    isPersonWord(low) ||
    isMouthpiece(low) ||
    isFaceless(low) ||
    isRank(low) ||
    mayBePerson(low) ||
    isPeoplePlural(low)
  );
}

function isBodyWord(low: string): boolean {
  return BODY_NOUNS.test(low) || (kindOfWord(low) !== null && !isPersonWord(low));
}

/** The words in front of "of" or "for": "governor" of "governor of Kessar". */
function headOf(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ low }) => low === 'of' || low === 'for' || low === 'at' || low === 'in');
  return at > 0 ? words.slice(0, at) : words;
}

/**
 * Whether the name of an actor that is taken for a person is a person's name, not the words for a role or a body.
 *
 * @example
 * isPersonalName('Oren Tasch'); // true
 * isPersonalName('governor of Kessar'); // false
 */
export function isPersonalName(name: string): boolean {
  const wordsOf = (text: string) => wordsIn(text.trim()).filter(({ kind }) => kind === 'word');
  return ![wordsOf(name), wordsOf(bareName(name))].some(isRole);
}

function isRole(words: readonly Word[]): boolean {
  const [first] = words;
  if (first === undefined) return true;
  const head = headOf(words);
  const last = head.at(-1)?.low ?? '';
  if (isBodyWord(last)) return true;
  if (OPENING.test(first.low) && words.slice(1).every(({ cap }) => !cap)) return true;
  if (head.every(({ low }) => isRoleWord(low) || OPENING.test(low) || PARTICLES.has(low))) return true;
  return isRoleWord(last) && head.every(({ cap }) => !cap);
}

type Lists = ReadonlyMap<string, readonly { readonly words: readonly string[] }[]>;

function isListed(words: readonly Word[], from: number, to: number): boolean {
  return ([PLACES, BODIES, ADJECTIVES] as readonly Lists[]).some((list) =>
    (list.get(words[from]?.low ?? '') ?? []).some(
      (entry) =>
        entry.words.length === to - from && entry.words.every((word, at) => words[from + at]?.low === word),
    ),
  );
}

/** A name found in some words. */
export interface PersonalName {
  readonly text: string;
  /** May be no name (a noun that opens a sentence, and a place): hidden only where all its words stand together. */
  readonly whole: boolean;
}

/**
 * The personal names in a few neutral words: those for the people in a proposition, its sentence, its alleged perpetrator.
 *
 * @param one whether exactly one person is spoken of: a single word may then be their name
 * @example
 * personalNamesIn('Ilin Dovar, a weaver', { one: true }); // [{ text: 'Ilin Dovar', whole: false }]
 * personalNamesIn('Chechen men', { one: false }); // []
 */
export function personalNamesIn(phrase: string, { one }: { readonly one: boolean }): readonly PersonalName[] {
  const words = wordsIn(phrase);
  const letters = words.filter(({ kind }) => kind === 'word');
  const lettered = letters.map(({ start, end }) => phrase.slice(start, end)).join('');
  if (lettered === '') return [];
  if (lettered.toLowerCase() === lettered.toUpperCase())
    return one && letters.length >= 2 && letters.length <= 5 ? [{ text: phrase.trim(), whole: false }] : [];
  return /\p{Script=Latin}/u.test(lettered)
    ? latinNames(phrase, words, one)
    : capitalRuns(phrase, words, one);
}

function latinNames(phrase: string, words: readonly Word[], one: boolean): readonly PersonalName[] {
  const casing = isAllCapitals(phrase) ? 'single' : 'mixed';
  const names: PersonalName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const to = endOfName(words, at, casing);
    if (to === at) continue;
    const low = (index: number): string => words[index]?.low ?? '';
    const named = phrase.slice(words[at]?.start, words[to - 1]?.end);
    const body = isBodyWord(low(to - 1)) || isBodyWord(low(to)) || isRoleWord(low(to));
    const place = PLACING.test(low(at - 1));
    const alone = to - at === 1 && !one && !isRoleWord(low(at - 1));
    if (!body && !place && !alone && !isListed(words, at, to) && isPersonalName(named))
      names.push({ text: bareName(named), whole: false });
    at = to - 1;
  }
  return names;
}

/** Words with capitals that stand together, in a script for which no word list is at hand. */
function capitalRuns(phrase: string, words: readonly Word[], one: boolean): readonly PersonalName[] {
  const names: PersonalName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let to = at;
    while (words[to]?.cap === true) to += 1;
    const opens = at === 0;
    if (to - at >= (one ? 1 : 2))
      names.push({
        text: phrase.slice(words[at]?.start, words[to - 1]?.end),
        whole: opens && !one && to - at === 2,
      });
    at = Math.max(at, to - 1);
  }
  return names;
}

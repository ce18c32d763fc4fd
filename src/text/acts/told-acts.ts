/** Which bound acts are told of at all: a word alone is none where it needs people, a number or a name beside it. */
import { isPeoplePlural } from '../people-nouns.ts';
import type { BoundAct } from './bound-act.ts';
import { ACTS } from './lexicon.ts';
import { hitAt } from './predicate.ts';
import { breaksPhrase, closesSentence, lowAt, type Tokens } from './reading.ts';

/** "six addresses where they are or were held". */
function holdsPeople(tokens: Tokens, act: BoundAct): boolean {
  const at = /^(?:in|at)$/.test(lowAt(tokens, act.next)) ? act.next + 1 : act.next;
  if (!/^(?:where|which)$/.test(lowAt(tokens, at))) return false;
  for (let look = at + 1; look < at + 12 && !closesSentence(tokens, look); look += 1)
    if (hitAt(tokens, look)?.entry.measure === 'detained') return true;
  return false;
}

/**
 * "11 deaths in detention": the deaths are counted, nobody's detention is.
 *
 * @example
 * isActNoun('deaths'); // true
 */
export function isActNoun(head: string): boolean {
  return (ACTS.get(head) ?? []).some(
    (entry) => entry.form === 'noun' && entry.words.length === 1 && !entry.weak,
  );
}

const LONGEST_TITLE = 4;

/** A name, or a title of a few words before one: "community leader Tal". */
function opensName(tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + LONGEST_TITLE; at += 1) {
    if (tokens.words[at]?.cap === true) return true;
    if (breaksPhrase(tokens, at)) return false;
  }
  return false;
}

/** "the murder of Senator Joren Tal": a name stands where a count could. */
function isOfName(tokens: Tokens, act: BoundAct): boolean {
  if (act.entry.form !== 'noun' || act.entry.weak) return false;
  const at = lowAt(tokens, act.next - 1) === 'of' ? act.next : act.next + 1;
  return lowAt(tokens, at - 1) === 'of' && (opensName(tokens, at) || /^(?:the|an?)$/.test(lowAt(tokens, at)));
}

/** "took her husband" may be to a feast or to a cell: of one person the word alone does not tell. */
function isTaking({ entry }: BoundAct): boolean {
  return entry.words.length === 1 && /^(?:took|taken|take)$/.test(entry.words[0] ?? '');
}

/**
 * A weak word is an act only with people; a noun only with a number or a name.
 *
 * @example
 * counts(tokens, act); // true for "26 deaths", false for "death"
 */
export function counts(tokens: Tokens, act: BoundAct): boolean {
  if (act.entry.form === 'site' && act.entry.weak) return act.patients.length > 0 && holdsPeople(tokens, act);
  if (isOfName(tokens, act)) return true;
  if (act.entry.form === 'noun' || act.entry.form === 'toll' || act.entry.form === 'site')
    return act.patients.length > 0;
  if (!act.entry.weak) return true;
  return act.patients.some(
    (patient) =>
      (patient.count === 'one' && !isTaking(act)) ||
      isPeoplePlural(patient.head) ||
      (patient.count === 'number' &&
        (patient.head === ''
          ? act.entry.form !== 'went' || act.entry.words.length > 1
          : act.entry.form === 'state' && !isActNoun(patient.head) && act.entry.measure === 'detained')),
  );
}

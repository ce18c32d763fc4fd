/** Cues whose speaker is named behind them: "according to", "citing", "referring to", "heard from", "has it from". */
import { isFaceless, isPersonWord, kindOfWord } from '../actor-words.ts';
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import { mayBePerson } from '../people-nouns.ts';
import { isTimeWord } from '../time-words.ts';
import { verbReadings } from '../verb-forms.ts';
import type { Cue } from './cue.ts';
import { verbGroup } from './verb-group.ts';

/**
 * What cues of fixed words share: they allege, with the word at `i` as their main word.
 *
 * @example
 * fixedAt(3).does; // 'alleges'
 */
export function fixedAt(i: number): Pick<Cue, 'from' | 'head' | 'does' | 'force' | 'frames' | 'negated'> {
  return { from: i, head: i, does: 'alleges', force: 'neutral', frames: '', negated: false };
}

/** Words behind which whoever the speaker has it from is named, beside "citing". */
const REFERS: readonly (readonly string[])[] = [
  'with reference to',
  'with a reference to',
  'with a link to',
  'referring to',
  'drawing on',
  'invoking',
  'on the authority of',
  'on the word of',
  'on the strength of',
  'basing itself on the words of',
  'basing himself on the words of',
  'basing herself on the words of',
  'leaning on the words of',
  'relying on the word of',
  'relying on the words of',
  'basing itself on',
  'basing himself on',
  'basing herself on',
].map((words) => words.split(' '));

const REFERS_BY_FIRST = Map.groupBy(REFERS, ([first]) => first ?? '');

/** A person, a body or a paper stands there: "referring to *the head of the district*", unlike "referring to the heat". */
function namesSomebody(parsed: ParsedText, from: number): boolean {
  for (let i = from; i < from + 7; i += 1) {
    const lower = lowerAt(parsed, i);
    if (parsed.tags[i] === 'NAME' && !isTimeWord(lower)) return true;
    if (/^(?:MARK|VBF|AUX|MODAL|THAT)$/.test(parsed.tags[i] ?? 'MARK')) return false;
    if (isFaceless(lower) || isPersonWord(lower) || kindOfWord(lower) !== null || mayBePerson(lower))
      return true;
  }
  return false;
}

/**
 * "according to", "citing", "as reported by": the source is named behind the words; null for other words.
 *
 * @example
 * sourceBehind(parsed, 0)?.lemma; // 'according to'
 */
export function sourceBehind(parsed: ParsedText, i: number): Cue | null {
  const lower = lowerAt(parsed, i);
  const next = lowerAt(parsed, i + 1);
  const base = fixedAt(i);
  if (lower === 'according' && next === 'to')
    return { ...base, to: i + 2, lemma: 'according to', shape: 'according' };
  if (
    lower === 'per' &&
    /^(?:DET|NAME)$/.test(parsed.tags[i + 1] ?? '') &&
    /^(?:|[,.])$/.test(lowerAt(parsed, i - 1))
  )
    return { ...base, to: i + 1, lemma: 'per', shape: 'according' };
  if ((lower === 'citing' || lower === 'quoting') && !verbGroup(parsed, i, Math.max(0, i - 4)).be)
    return { ...base, to: i + 1, lemma: lower === 'citing' ? 'cite' : 'quote', shape: 'citing' };
  const referring = REFERS_BY_FIRST.get(lower)?.find((words) =>
    words.every((word, k) => lowerAt(parsed, i + k) === word),
  );
  if (referring !== undefined && namesSomebody(parsed, i + referring.length))
    return { ...base, to: i + referring.length, lemma: 'cite', shape: 'citing' };
  const reported =
    lower === 'as' &&
    /^(?:reported|stated|noted|announced|confirmed|claimed|alleged|described|revealed)$/.test(next) &&
    lowerAt(parsed, i + 2) === 'by';
  if (!reported) return null;
  const lemma = verbReadings(next)[0]?.lemma ?? next;
  return { ...base, to: i + 3, head: i + 1, lemma, shape: 'reported-by' };
}

/** "had it on the authority of the chiefs that": they speak. */
function authorityCue(parsed: ParsedText, i: number): Cue | null {
  const group = verbGroup(parsed, i, Math.max(0, i - 4));
  let of = i + 2;
  while (lowerAt(parsed, of) !== 'of') of += 1;
  return group.be || group.negated
    ? null
    : { ...fixedAt(i), from: group.from, to: of, lemma: 'hear from', shape: 'passive', frames: 'ta' };
}

/**
 * "heard from a colleague that", "has it from him that": whoever was heard speaks, the subject hands it on.
 *
 * @example
 * heardFrom(parsed, 2)?.lemma; // 'hear from'
 */
export function heardFrom(parsed: ParsedText, i: number): Cue | null {
  const it = lowerAt(parsed, i + 1) === 'it' ? 1 : 0;
  const hears = /^(?:heard|hears|learned|learnt|gathered|understands?|understood)$/.test(lowerAt(parsed, i));
  const has = it === 1 && /^(?:had|has|have|got|received)$/.test(lowerAt(parsed, i));
  const authority =
    has &&
    [2, 3, 4].some(
      (n) => /^(?:authority|word)$/.test(lowerAt(parsed, i + n)) && lowerAt(parsed, i + n + 1) === 'of',
    );
  if (authority) return authorityCue(parsed, i);
  if ((!hears && !has) || lowerAt(parsed, i + 1 + it) !== 'from') return null;
  const group = verbGroup(parsed, i, Math.max(0, i - 4));
  if (group.be || group.toInfinitive || group.negated) return null;
  for (let k = i + 2 + it; k < i + 14; k += 1)
    if (lowerAt(parsed, k) === 'that' && parsed.tags[k] === 'THAT')
      return {
        ...fixedAt(i),
        from: group.from,
        to: i + 1 + it,
        lemma: 'hear from',
        shape: 'passive',
        frames: 'ta',
      };
  return null;
}

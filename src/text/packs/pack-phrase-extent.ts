/**
 * How far a noun phrase runs, where a speaker's noun or a name begins, and whether a phrase can be a subject. By position,
 * closed word classes and capitals; a language may measure its phrases itself.
 */
import type { SpeakerForm } from './lexicon.ts';
import { isOpen } from './pack-cues.ts';
import { isDash, isStop, type PackText, type TokenRange } from './pack-text.ts';
import { isAt, phraseAt } from './phrase-index.ts';

const LONGEST = 16;

/** The speaker's noun that begins at a token; null when none does. */
export function speakerAt(text: PackText, i: number): { form: SpeakerForm; next: number } | null {
  const found = phraseAt(text.lexicon.speakers, text.tokens, i);
  return found === null ? null : { form: found.value, next: found.next };
}

export function isName(text: PackText, i: number): boolean {
  const token = text.tokens[i];
  if (token === undefined) return false;
  if (text.named[i] === 1) return true;
  return (
    text.lexicon.capitals &&
    token.cap &&
    token.kind === 'word' &&
    !isAt(text.lexicon.numbers, text.tokens, i) &&
    !isAt(text.lexicon.determiners, text.tokens, i)
  );
}

/** Inside a stretch of capitals, where they tell no name. */
export function shouted(text: PackText, i: number): boolean {
  const upper = (k: number): boolean => {
    const word = text.tokens[k]?.text ?? '';
    return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  };
  return upper(i) && (upper(i - 1) || upper(i - 2)) && upper(i + 1);
}

export function isComma(text: PackText, i: number): boolean {
  return /^[,،]$/.test(text.tokens[i]?.text ?? '');
}

/** Tokens that no noun phrase runs over. */
function ends(text: PackText, range: TokenRange, i: number, from: number): boolean {
  const { tokens, lexicon } = text;
  const token = tokens[i];
  if (token === undefined || i >= range.to) return true;
  if (text.named[i] === 1) return false;
  if (!isOpen(text, range, i) || isDash(token)) return true;
  if (i > from && insideName(text, i)) return false;
  if (token.kind === 'mark')
    return (
      !(token.text === '.' && (tokens[i - 1]?.text.length ?? 9) <= 2) ||
      (!token.gap && tokens[i - 1]?.cap !== true)
    );
  const opensAnother =
    i > from &&
    lexicon.capitals &&
    isAt(lexicon.articles, tokens, i) &&
    !isAt(lexicon.nameJoints, tokens, i - 1) &&
    !isAt(lexicon.articles, tokens, i - 1);
  return (
    opensAnother ||
    (i > from && lexicon.pack.isInfinitive?.(token.low) === true) ||
    (i > from && isAt(lexicon.closers, tokens, i)) ||
    isAt(lexicon.prepositions, tokens, i) ||
    isAt(lexicon.complementizers, tokens, i) ||
    isAt(lexicon.relatives, tokens, i) ||
    isAt(lexicon.joints, tokens, i) ||
    isAt(lexicon.adverbs, tokens, i) ||
    isAt(lexicon.negators, tokens, i) ||
    isAt(lexicon.toldNouns, tokens, i) ||
    isAt(lexicon.cues, tokens, i)
  );
}

/** "Sin" in "Red Sin Fronteras", "contra la" in "Red contra la Tortura", "y" in "Justicia y Paz": no end of a name. */
function insideName(text: PackText, i: number): boolean {
  const { tokens, lexicon } = text;
  const written = (k: number): boolean => {
    const word = tokens[k]?.text ?? '';
    return tokens[k]?.cap === true && (word.length === 1 || word !== word.toUpperCase());
  };
  if (!lexicon.capitals || lexicon.nameJoints.size === 0) return false;
  if (written(i)) return true;
  if (!isAt(lexicon.nameJoints, tokens, i) || !written(i - 1)) return false;
  return written(i + 1) || (isAt(lexicon.articles, tokens, i + 1) && written(i + 2));
}

/** Where the phrase that begins at a token ends; an apposition behind a comma belongs to it. */
export function phraseEnd(text: PackText, range: TokenRange, from: number): number {
  if (text.lexicon.pack.phraseLength !== undefined) return measuredEnd(text, range, from);
  return listedEnd(text, range, from);
}

/** The end as the language tells it; an apposition behind a comma belongs to it. */
function measuredEnd(text: PackText, range: TokenRange, from: number): number {
  const to = measured(text, range, from);
  if (!isComma(text, to) || to === from) return to;
  const next = to + 1;
  if (!subjectAt(text, next, range.to)) return to;
  const last = measured(text, range, next);
  return isComma(text, last) || isStop(text.tokens[last]) || text.tokens[last]?.text === ':' ? last : to;
}

function measured(text: PackText, range: TokenRange, from: number): number {
  const { tokens, lexicon } = text;
  let limit = from;
  while (limit < range.to && limit - from < LONGEST && !limits(text, range, limit)) limit += 1;
  const words = tokens.slice(from, limit).map(({ low }) => low);
  const at = isAt(lexicon.articles, tokens, from) ? from + 1 : from;
  const head = speakerAt(text, at);
  const noun = head === null ? null : { sort: head.form.noun.sort, words: head.next - at };
  const length =
    lexicon.pack.phraseLength?.(words, noun, (at) => closes(text, from + at, head?.next ?? from)) ?? 0;
  let to = from + Math.min(length, limit - from);
  // A name in quotation marks is taken whole, however few words the language counts: "صحيفة «فانوس دريمنا»".
  while (to > from && to < limit && text.named[to] === 1 && text.named[to - 1] === 1) to += 1;
  return to;
}

/** A word that cannot complete a noun or be a name: an act, a number, another body, a preposition. */
function closes(text: PackText, i: number, after: number): boolean {
  const { tokens, lexicon } = text;
  if (i < after) return false;
  const noun = isAt(lexicon.articles, tokens, i) ? speakerAt(text, i + 1) : null;
  return (
    isAt(lexicon.closers, tokens, i) ||
    isAt(lexicon.prepositions, tokens, i) ||
    isAt(lexicon.acts, tokens, i) ||
    isAt(lexicon.numbers, tokens, i) ||
    isAt(lexicon.adverbs, tokens, i) ||
    isAt(lexicon.negators, tokens, i) ||
    tokens[i]?.kind === 'number' ||
    noun?.form.noun.kind === 'public-body'
  );
}

/** What no phrase runs over, in a language that measures its phrases. */
function limits(text: PackText, range: TokenRange, i: number): boolean {
  const { tokens, lexicon } = text;
  if (text.named[i] === 1) return false;
  if (!isOpen(text, range, i) || tokens[i]?.kind === 'mark') return true;
  if (isAt(lexicon.complementizers, tokens, i)) return true;
  const led = isAt(lexicon.prepositions, tokens, i - 1) || isAt(lexicon.articles, tokens, i - 1);
  return isAt(lexicon.cues, tokens, i) && !(led && tokens[i]?.gap === false);
}

function listedEnd(text: PackText, range: TokenRange, from: number): number {
  let to = from;
  while (to - from < LONGEST && !ends(text, range, to, from)) to += 1;
  if (!isComma(text, to) || to === from) return to;
  const next = to + 1;
  const apposed =
    (isName(text, next) && !shouted(text, next)) || speakerAt(text, next)?.form.subject === true;
  if (!apposed) return to;
  let last = next;
  while (last - next < LONGEST && !ends(text, range, last, next)) last += 1;
  const closed =
    last >= range.to || isComma(text, last) || isStop(text.tokens[last]) || isDash(text.tokens[last]);
  return closed && last > next && isName(text, last - 1) ? last : to;
}

/** Where a phrase that can be a subject begins at a token: modifiers, then a noun, a pronoun or a name. */
export function subjectAt(text: PackText, from: number, to: number): boolean {
  const { tokens, lexicon } = text;
  let i = from;
  while (i < to && isAt(lexicon.articles, tokens, i)) i += 1;
  if (i > from && i < to && lexicon.pack.tacitSubject !== true) return true;
  if (isAt(lexicon.pronouns, tokens, i)) return true;
  if (i > from && !lexicon.capitals && isAt(lexicon.indefinites, tokens, from)) return true;
  const noun = speakerAt(text, i);
  if (noun !== null) return noun.form.subject;
  if (isName(text, i)) return true;
  // "هذه الشهادات": what is pointed at and cannot speak is an object
  if (!lexicon.capitals && i > from + 1) return false;
  const token = tokens[i];
  if (lexicon.pack.phraseLength !== undefined)
    return (
      i < to &&
      token?.kind === 'word' &&
      !isAt(lexicon.closers, tokens, from) &&
      !closes(text, i, -1) &&
      !limits(text, { from, to }, i)
    );
  return (
    token?.kind === 'word' && i + 1 < to && lexicon.pack.isAdjective(token.low) && subjectAt(text, i + 1, to)
  );
}

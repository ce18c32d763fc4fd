/** A verb before its speaker: "…," said X; "Boys, says the mechanic's wife"; "The first, says an archivist, was burned". */
import type { Scope } from './attribution.ts';
import type { Cue } from './cues/cue.ts';
import { lowerAt, phraseStartingAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';
import { isTimeWord } from './time-words.ts';

const NO_INVERSION = /^(?:find|show|learn|think|know|feel|believe)$/;
const INVERTS =
  /^(?:say|report|claim|announce|state|write|add|warn|insist|allege|note|explain|argue|confirm|admit|suggest|declare)$/;

/**
 * Whether a finite verb of a main clause stands between two tokens.
 *
 * @example
 * hasClause(parsed, 0, 6); // true for "six people were shot"
 */
export function hasClause(parsed: ParsedText, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (
      /^(?:VBF|VBD|AUX|MODAL)$/.test(parsed.tags[i] ?? '') &&
      !/^(?:who|which|that)$/.test(lowerAt(parsed, i - 1))
    )
      return true;
  }
  return false;
}

/**
 * "…," said X: the verb before its speaker, after a quotation, a whole clause or a short answer.
 *
 * @example
 * isInverted(scope, cue); // true for '"No," said the minister'
 */
export function isInverted(scope: Scope, cue: Cue): boolean {
  const { parsed, range } = scope;
  if (
    cue.shape !== 'active' ||
    cue.from !== cue.head ||
    !cue.frames.includes('q') ||
    NO_INVERSION.test(cue.lemma)
  )
    return false;
  if (
    !/^(?:DET|NAME|NOUN|ADJ|POSS|NUM|PRON|VBD|WH)$/.test(parsed.tags[cue.to] ?? '') ||
    isTimeWord(lowerAt(parsed, cue.to))
  )
    return false;
  const afterQuote =
    cue.from > range.from && (parsed.quoteAt[cue.from - 1] ?? -1) !== (parsed.quoteAt[cue.from] ?? -1);
  if (afterQuote) return lowerAt(parsed, cue.to) !== 'that' || parsed.tags[cue.to] === 'DET';
  if (lowerAt(parsed, cue.from - 1) !== ',' || !INVERTS.test(cue.lemma)) return false;
  const short =
    (cue.lemma === 'say' && isAnswerWord(parsed, range.from, cue.from - 1)) || isMedial(parsed, range, cue);
  if (!short && (cue.from - range.from < 4 || !hasClause(parsed, range.from, cue.from))) return false;
  const phrase = phraseStartingAt(parsed, cue.to, range.to);
  if (phrase === null || /^(?:PRON|NUM)$/.test(parsed.tags[cue.to] ?? '')) return false;
  return (
    phrase.to >= range.to ||
    /^[.,;!?]$/.test(lowerAt(parsed, phrase.to)) ||
    isTimeWord(lowerAt(parsed, phrase.to)) ||
    /^(?:on|in|at|during|who|after|of)$/.test(lowerAt(parsed, phrase.to))
  );
}

/** "The first, *says a retired archivist*, was burned": the clause goes on with its verb behind the speaker. */
function isMedial(parsed: ParsedText, range: Range, cue: Cue): boolean {
  if (cue.from - range.from < 2 || hasClause(parsed, range.from, cue.from)) return false;
  const phrase = phraseStartingAt(parsed, cue.to, range.to);
  return (
    phrase !== null &&
    lowerAt(parsed, phrase.to) === ',' &&
    /^(?:VBF|VBD|AUX|MODAL)$/.test(parsed.tags[phrase.to + 1] ?? '')
  );
}

/** "*Boys*, says the mechanic's wife": a word or three that answer, no adverb and no date. */
function isAnswerWord(parsed: ParsedText, from: number, to: number): boolean {
  if (to <= from || to - from > 3) return false;
  for (let i = from; i < to; i += 1)
    if (!/^(?:DET|ADJ|NOUN|NUM|NAME|POSS)$/.test(parsed.tags[i] ?? '') || isTimeWord(lowerAt(parsed, i)))
      return false;
  return /^(?:NOUN|NUM|NAME)$/.test(parsed.tags[to - 1] ?? '');
}

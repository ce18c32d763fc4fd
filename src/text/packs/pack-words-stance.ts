/**
 * The stance that claimed words come to by themselves, whatever the neutral cue before them, as `stance-of-words.ts` says
 * it for English: "es mentira" denies, "la cifra es exagerada" disputes, "el Estado debe investigar" asks, an
 * authority's "investigaremos" undertakes and its "no hubo disparos" denies.
 */
import type { Stance } from '../../record/stance.ts';
import { isComma } from './pack-edges.ts';
import { isStop, type PackText, type TokenRange } from './pack-text.ts';
import { isAt, type PhraseIndex, phraseAt } from './phrase-index.ts';

/** Words read for a demand, a pledge or a denial: they stand at the beginning. */
const OPENING = 7;

/** What is known of who speaks and what is said. */
export interface SaidBy {
  /** Speaks for a state, a body or a force. */
  readonly official: boolean;
  /** The act that is told is told as not having happened. */
  readonly negatedAct: boolean;
}

function holds(text: PackText, range: TokenRange, list: PhraseIndex<unknown>): boolean {
  for (let i = range.from; i < range.to; i += 1) if (isAt(list, text.tokens, i)) return true;
  return false;
}

/** "No", but not the one in "no menos de", "ما لا يقل عن". */
function negates(text: PackText, range: TokenRange): boolean {
  const { tokens, lexicon } = text;
  let i = range.from;
  while (i < range.to) {
    if (isAt(lexicon.nobody, tokens, i) || isAt(lexicon.negators, tokens, i)) {
      const figure = phraseAt(lexicon.glosses, tokens, i) ?? phraseAt(lexicon.glosses, tokens, i - 1);
      if (figure === null || figure.next <= i + 1) return true;
      i = figure.next;
    } else i += 1;
  }
  return false;
}

function opening(text: PackText, range: TokenRange): TokenRange {
  let to = range.from;
  while (to < range.to && to - range.from < OPENING && !isComma(text, to) && !isStop(text.tokens[to]))
    to += 1;
  return { from: range.from, to };
}

function pledges(text: PackText, range: TokenRange): boolean {
  const { isPledge } = text.lexicon.pack;
  if (isPledge === undefined) return false;
  for (let i = range.from; i < Math.min(range.to, range.from + 4); i += 1)
    if (isPledge(text.tokens[i]?.low ?? '')) return true;
  return false;
}

/**
 * The stance of words that were said in a neutral way.
 *
 * @example
 * stanceOfPackWords(text, { from: 3, to: 6 }, { official: true, negatedAct: true }); // 'denies'
 */
export function stanceOfPackWords(
  text: PackText,
  range: TokenRange,
  { official, negatedAct }: SaidBy,
): Stance {
  const { lexicon } = text;
  if (holds(text, range, lexicon.falseWords))
    return holds(text, range, lexicon.figureWords) ? 'disputes' : 'denies';
  const first = opening(text, range);
  if (holds(text, first, lexicon.noComment)) return 'declines';
  if (holds(text, first, lexicon.oughts)) return 'asks';
  if (!official) return 'alleges';
  if (pledges(text, range)) return 'undertakes';
  if (negatedAct) return 'denies';
  return negates(text, first) && lexicon.unknowing.size > 0 && !holds(text, range, lexicon.unknowing)
    ? 'denies'
    : 'alleges';
}

/** The body for which an office speaks. */
import { speakerAt } from './pack-phrase-extent.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { isAt } from './phrase-index.ts';

/**
 * "portavoz del Ejército", "متحدث باسم الجيش": where the body begins for which an office speaks; null without one.
 *
 * @example
 * innerBody(text, { from: 0, to: 3 }); // 2 for "portavoz del Ejército"
 */
export function innerBody(text: PackText, source: TokenRange): number | null {
  const { tokens, lexicon } = text;
  if (lexicon.pack.tacitSubject !== true) return null;
  for (let i = source.from + 1; i < source.to; i += 1) {
    const noun = speakerAt(text, i)?.form.noun;
    const led =
      isAt(lexicon.nameJoints, tokens, i - 1) || isAt(lexicon.articles, tokens, i - 1) || !lexicon.capitals;
    if (noun?.sort === 'name' && led && isMouthpiece(text, source)) return i;
  }
  return null;
}

function isMouthpiece(text: PackText, source: TokenRange): boolean {
  return isAt(text.lexicon.mouthpieces, text.tokens, source.from);
}

/** What stands around a verb whose subject lies elsewhere: who was told, words that begin, verbs that open a sentence alone. */
import type { FoundCue } from './pack-cues.ts';
import { isComma } from './pack-edges.ts';
import type { SourcePhrase } from './pack-noun-phrase.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { isAt } from './phrase-index.ts';

/**
 * A comma and "что", "que": the words begin.
 *
 * @example
 * opensWords(text, 4); // true at the comma of "рассказал «Голосу», что"
 */
export function opensWords({ tokens, lexicon }: PackText, at: number): boolean {
  return tokens[at]?.text === ',' && isAt(lexicon.complementizers, tokens, at + 1);
}

/** "Сотрудник, попросивший не называть его имени, рассказал *«Голосу»*, что": an outlet between the verb and the words was told. */
export function toldBehind(
  text: PackText,
  cue: FoundCue,
  { before, after }: { readonly before: SourcePhrase | null; readonly after: SourcePhrase | null },
): TokenRange | null {
  const declined = text.lexicon.pack.adjectiveForm !== undefined;
  if (before === null || after === null || !(declined || isComma(text, cue.from - 1))) return null;
  return text.named[after.from] === 1 && opensWords(text, after.to) ? after : null;
}

/**
 * "ей *велели* писать": a plural verb of asking behind whoever was asked has nobody named behind it.
 *
 * @example
 * isOrdered(text, cue); // true for "велели" in "ей велели писать «падение»"
 */
export function isOrdered({ tokens, lexicon }: PackText, cue: FoundCue): boolean {
  if (cue.entry.does !== 'asks' || cue.negated) return false;
  return (
    isAt(lexicon.toldNouns, tokens, cue.from - 1) &&
    lexicon.pack.isPlural?.(tokens[cue.head]?.low ?? '') === true
  );
}

/** "Говорит, что у школы убили двоих.": a sentence that opens with the verb, and its words follow. */
function opensWithVerb(text: PackText, range: TokenRange, cue: FoundCue): boolean {
  const opens = cue.from === range.from && cue.entry.shape === 'active' && !cue.negated;
  return opens && opensWords(text, cue.to) && text.tokens[cue.from]?.cap === true;
}

/** "Añadió que …", "وأضاف أن": the verb opens the clause and nobody is named. */
export function leavesSubjectOut(text: PackText, range: TokenRange, cue: FoundCue): boolean {
  if (opensWithVerb(text, range, cue)) return true;
  if (text.lexicon.pack.tacitSubject !== true || cue.entry.shape !== 'active') return false;
  for (let i = range.from; i < cue.from; i += 1)
    if (
      !isAt(text.lexicon.adverbs, text.tokens, i) &&
      !isAt(text.lexicon.joints, text.tokens, i) &&
      !isComma(text, i)
    )
      return false;
  return true;
}

/** The second mouth that a verb of handing on names: "نقلت الوكالة عن شهود أن". */
import type { Via } from './pack-attribution.ts';
import type { FoundCue } from './pack-cues.ts';
import { phraseBehind, type SourcePhrase } from './pack-noun-phrase.ts';
import { isStop, type PackText, type TokenRange } from './pack-text.ts';
import { indexOf, isAt, phraseAt } from './phrase-index.ts';

/** Tokens between such a verb and its preposition, at most. */
const REACH = 10;

/**
 * Whoever stands behind the preposition of the verb; null where it has none or its words begin before one.
 *
 * @example
 * mouthBehind(text, range, cue)?.source; // "شهود عيان" in "نقلت وكالة الرافد عن شهود عيان أن"
 */
export function mouthBehind(text: PackText, range: TokenRange, cue: FoundCue): Via | null {
  const { via } = cue.entry;
  if (via === undefined) return null;
  const prepositions = indexOf(via);
  for (let i = cue.to; i < Math.min(range.to, cue.to + REACH); i += 1) {
    if (isStop(text.tokens[i]) || isAt(text.lexicon.complementizers, text.tokens, i)) return null;
    const found = phraseAt(prepositions, text.tokens, i);
    if (found === null) continue;
    const source = phraseBehind(text, range, found.next);
    return source === null ? null : { cue: { ...cue, from: i, to: found.next, head: i }, source };
  }
  return null;
}

/**
 * "Fuentes consultadas por *el diario La Bahía* indicaron": who asked stands between the speaker and the verb.
 *
 * @example
 * askedBy(text, before, cue); // "el diario La Bahía"
 */
export function askedBy(text: PackText, before: SourcePhrase | null, cue: FoundCue): TokenRange | null {
  const { askedBy: forms } = text.lexicon.pack;
  if (forms === undefined || before === null || before.from >= cue.from) return null;
  const asked = indexOf(forms);
  for (let i = before.from; i < cue.from; i += 1) {
    const found = phraseAt(asked, text.tokens, i);
    if (found !== null) return phraseBehind(text, { from: found.next, to: cue.from }, found.next);
  }
  return null;
}

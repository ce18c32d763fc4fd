/** Nouns that hold a claim: "reports that", "the claim by the army that", "the accusation that they met, made by the chief". */
import { lowerAt, phraseStartingAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Cue } from './cue.ts';
import { CUE_NOUNS } from './lexicon.ts';

const DOCUMENT_OPENING = /^(?:that|claiming|saying|alleging|suggesting)$/;

/** "The accusation that they met, *made by the chief*, is unfounded": who makes it stands behind what it says. */
function authorBehind(parsed: ParsedText, from: number, limit: number): Pick<Cue, 'asked' | 'about'> | null {
  for (let k = from + 2; k < Math.min(limit - 2, from + 30); k += 1) {
    if (lowerAt(parsed, k) !== ',' || (parsed.quoteAt[k] ?? -1) >= 0) continue;
    let verb = k + 1;
    while (/^(?:first|originally|ADV)$/.test(lowerAt(parsed, verb)) || parsed.tags[verb] === 'ADV') verb += 1;
    if (
      !/^(?:made|voiced|raised|levelled|leveled|spread|repeated|aired|published|advanced|reported)$/.test(
        lowerAt(parsed, verb),
      )
    )
      continue;
    const asked = lowerAt(parsed, verb + 1) === 'by' ? phraseStartingAt(parsed, verb + 2, limit) : null;
    if (asked !== null) return { asked, about: { from, to: k } };
  }
  return null;
}

/**
 * The cue of a noun at `i`; null when it holds no claim here.
 *
 * @example
 * nounCue(parsed, 0, 9)?.shape; // 'noun' for "Reports that six were shot"
 */
export function nounCue(parsed: ParsedText, i: number, limit: number): Cue | null {
  const lower = lowerAt(parsed, i);
  const entry = CUE_NOUNS.get(lower);
  if (entry === undefined || (parsed.tags[i] !== 'NOUN' && parsed.tags[i] !== 'NAME')) return null;
  const next = lowerAt(parsed, i + 1);
  const base = {
    from: i,
    to: i + 1,
    head: i,
    lemma: lower.replace(/s$/, ''),
    negated: false,
    frames: 't',
    ...entry,
  };
  const author = next === 'that' ? authorBehind(parsed, i + 2, limit) : null;
  if (author !== null) return { ...base, shape: 'noun', ...author };
  if (DOCUMENT_OPENING.test(next)) return { ...base, shape: 'noun', to: next === 'that' ? i + 1 : i + 2 };
  if (next !== 'by' && next !== 'from' && next !== 'of') return null;
  for (let k = i + 2; k < i + 10; k += 1) {
    if (lowerAt(parsed, k) === 'that' && parsed.tags[k] === 'THAT') return { ...base, shape: 'noun' };
    if (/^[.,;:]$/.test(lowerAt(parsed, k)) || /^(?:AUX|MODAL|VBF)$/.test(parsed.tags[k] ?? '')) return null;
  }
  return null;
}

/**
 * Answers given as nouns: "the ministry's denial of the abductions", "issued a denial that", "confirmation of the arrests
 * from the police". Only where both the one who answers and what is answered are named.
 */
import { lowerAt, phraseStartingAt, subjectBefore } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import type { Cue } from './cue.ts';

const ANSWERS: ReadonlyMap<string, Pick<Cue, 'does' | 'force'>> = new Map([
  ...['denial', 'denials'].map((w): [string, Pick<Cue, 'does' | 'force'>] => [
    w,
    { does: 'denies', force: 'neutral' },
  ]),
  ...['confirmation', 'admission', 'admissions', 'acknowledgement', 'acknowledgment'].map(
    (w): [string, Pick<Cue, 'does' | 'force'>] => [w, { does: 'confirms', force: 'endorsing' }],
  ),
]);
const GIVES =
  /^(?:issued|issues|made|makes|published|repeated|repeats|released|reiterated|offered|renewed|maintained|gave|put|stood|stuck|sent)$/;

/** Where "by …" or "from …" hands the answer to somebody; the limit when nothing does. */
function authorAt(parsed: ParsedText, from: number, limit: number): number {
  for (let k = from; k < Math.min(limit, from + 12); k += 1)
    if (/^(?:by|from)$/.test(lowerAt(parsed, k))) return k;
  return limit;
}

/** What follows "of" or "that", and who follows "by" or "from". */
function behind(parsed: ParsedText, i: number, limit: number): { about: Range | null; by: Range | null } {
  const next = lowerAt(parsed, i + 1);
  const about = next === 'of' ? phraseStartingAt(parsed, i + 2, authorAt(parsed, i + 2, limit)) : null;
  const after = about?.to ?? i + 1;
  const by = /^(?:by|from)$/.test(lowerAt(parsed, after)) ? phraseStartingAt(parsed, after + 1, limit) : null;
  if (about !== null || next !== 'that') return { about, by };
  let to = i + 2;
  while (to < limit && !/^[.;:!?]$/.test(lowerAt(parsed, to))) to += 1;
  return { about: { from: i + 2, to }, by };
}

/** "the ministry's denial", "his repeated denial", "the army issued a denial". */
function before(parsed: ParsedText, i: number, limit: number): Range | null {
  let k = i - 1;
  while (k > limit && /^(?:ADJ|NOUN|VBD|ADV|VBG)$/.test(parsed.tags[k] ?? '') && k > i - 4) k -= 1;
  if (/^(?:'s|'|’)$/.test(lowerAt(parsed, k))) return subjectBefore(parsed, k, limit);
  const own = /^(?:his|her|their|its)$/.test(lowerAt(parsed, k));
  if (/^(?:DET|POSS)$/.test(parsed.tags[k] ?? '')) k -= 1;
  if (/^(?:out|by|to)$/.test(lowerAt(parsed, k))) k -= 1;
  if (!GIVES.test(lowerAt(parsed, k))) return own ? { from: k + 1, to: k + 2 } : null;
  while (k > limit && /^(?:AUX|ADV)$/.test(parsed.tags[k - 1] ?? '')) k -= 1;
  return subjectBefore(parsed, k, limit);
}

/**
 * An answer whose noun stands at `i`, or null.
 *
 * @example
 * answerNoun(parsed, 3, range)?.does; // 'denies' for "The ministry's denial of the abductions"
 */
export function answerNoun(parsed: ParsedText, i: number, range: Range): Cue | null {
  const lower = lowerAt(parsed, i);
  const answer = ANSWERS.get(lower);
  if (answer === undefined) return null;
  const { about, by } = behind(parsed, i, range.to);
  const asked = by ?? before(parsed, i, range.from);
  if (about === null || asked === null) return null;
  const lemma = lower.replace(/s$/, '');
  return {
    from: i,
    to: i + 1,
    head: i,
    lemma,
    shape: 'noun',
    frames: 't',
    negated: false,
    ...answer,
    asked,
    about,
  };
}

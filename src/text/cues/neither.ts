/**
 * "Neither the hospital nor the prison administration replied": one sentence, two that kept silent. Each gets a cue of its
 * own, since each can be asked and can answer alone. "Neither confirmed nor denied" names nobody and is none of these.
 */
import { lowerAt, phraseStartingAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import type { Cue } from './cue.ts';

const MUTE =
  /^(?:responded|replied|answered|reacted|returned|commented|respond|reply|answer|react|return|comment|reached|available|written|spoken|drawn|speak|talk|say|confirm|discuss)$/;
const HELPS =
  /^(?:has|have|had|did|would|could|will|was|were|is|be|been|immediately|yet|directly|ever|so|far)$/;

/** The verb of silence behind the last name; -1 when another follows. */
function muteVerb(parsed: ParsedText, from: number, limit: number): number {
  let i = from;
  while (i < limit && HELPS.test(lowerAt(parsed, i))) i += 1;
  return i < limit && MUTE.test(lowerAt(parsed, i)) ? i : -1;
}

/** The words after the verb up to a mark; the verb itself when nothing follows. */
function unanswered(parsed: ParsedText, verb: number, limit: number): Range {
  let to = verb + 1;
  while (to < limit && !/^[.,;:!?—–]$/.test(lowerAt(parsed, to))) to += 1;
  return to > verb + 1 ? { from: verb + 1, to } : { from: verb, to };
}

/**
 * The cues of "neither X nor Y replied" in a range, one for each of the two.
 *
 * @example
 * neitherCues(parsed, { from: 0, to: 10 }).length; // 2 for "Neither the army nor the police replied."
 */
export function neitherCues(parsed: ParsedText, range: Range): Cue[] {
  for (let i = range.from; i < range.to; i += 1) {
    if (lowerAt(parsed, i) !== 'neither' || (parsed.quoteAt[i] ?? -1) >= 0) continue;
    let nor = i + 2;
    while (nor < Math.min(range.to, i + 14) && lowerAt(parsed, nor) !== 'nor') nor += 1;
    if (lowerAt(parsed, nor) !== 'nor') continue;
    const first = phraseStartingAt(parsed, i + 1, nor);
    const second = phraseStartingAt(parsed, nor + 1, range.to);
    if (first === null || second === null) continue;
    let end = second.to;
    if (lowerAt(parsed, end) === ',') end += 1;
    const verb = muteVerb(parsed, end, range.to);
    if (verb < 0) continue;
    const declines = /^(?:comment|drawn|speak|talk|say|confirm|discuss)/.test(lowerAt(parsed, verb));
    const does = declines ? 'declines' : 'silent';
    const base = {
      lemma: `neither … nor ${lowerAt(parsed, verb)}`,
      does,
      shape: does === 'silent' ? 'silent' : 'decline',
      force: 'neutral',
      frames: '',
      negated: true,
      about: unanswered(parsed, verb, range.to),
    } as const;
    return [
      { ...base, from: i, to: nor, head: i, asked: first },
      { ...base, from: nor, to: verb + 1, head: nor, asked: second },
    ];
  }
  return [];
}

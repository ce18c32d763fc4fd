/** Who is said to have done it: the words after "by", or the subject of an active verb. Copied, never judged. */
import { phraseBefore } from './phrase-before.ts';
import { breaksPhrase, closesSentence, isDeterminer, lowAt, type Tokens } from './reading.ts';

const TIME_WORDS =
  /^(?:yesterday|today|tonight|overnight|last|night|this|morning|early|recently|earlier|later)$/;
const GARB =
  /^(?:uniforms?|plain|plainclothes|civilian|masks?|balaclavas?|camouflage|black|military|army|police)$/;

/** "men in military uniform": what they wore is how the source names them. */
function behindGarb(tokens: Tokens, from: number): number {
  let next = from;
  while (
    next < from + 3 &&
    (GARB.test(lowAt(tokens, next)) || /^(?:clothes|clothing|dress|fatigues)$/.test(lowAt(tokens, next)))
  )
    next += 1;
  return next;
}

/** "by security forces": the words after "by" up to the end of the phrase. */
export function agentAfter(tokens: Tokens, index: number): { first: number; next: number } | null {
  for (let at = index; at < index + 12; at += 1) {
    if (closesSentence(tokens, at)) return null;
    if (lowAt(tokens, at) !== 'by') continue;
    const from = isDeterminer(lowAt(tokens, at + 1)) ? at + 2 : at + 1;
    let next = from;
    while (
      next < from + 8 &&
      (!breaksPhrase(tokens, next) ||
        (lowAt(tokens, next) === 'of' && next > from) ||
        lowAt(tokens, next) === "'s")
    )
      next += 1;
    while (next > from && TIME_WORDS.test(lowAt(tokens, next - 1))) next -= 1;
    if (lowAt(tokens, next - 1) === 'of') next -= 1;
    if (lowAt(tokens, next) === 'in' && GARB.test(lowAt(tokens, next + 1)))
      next = behindGarb(tokens, next + 1);
    const verbal = /ing$/.test(lowAt(tokens, from));
    return next === from || verbal || tokens.covering.has(from) ? null : { first: from, next };
  }
  return null;
}

const MOVED =
  /^(?:came|went|took|ran|drove|broke|threw|left|set|shot|beat|cut|dragged|got|led|held|found|hit|tore|stole|sent)$/;

/**
 * "soldiers burned her house *and shot* her brothers": a verb behind "and" or a comma, without a subject of its own, has the
 * one that opens the clause; null where nothing is shared or the clause opens with a passive.
 */
function sharedSubject(tokens: Tokens, joint: number, floor: number): { first: number; next: number } | null {
  if (!/^(?:and|then|,|but)$/.test(lowAt(tokens, joint))) return null;
  for (let at = floor + 1; at < Math.min(joint, floor + 6); at += 1) {
    const low = lowAt(tokens, at);
    if (/^(?:who|which|that|was|were|been|is|are)$/.test(low) || closesSentence(tokens, at)) return null;
    if (!/^(?:had|have|has)$/.test(low) && !/^\p{L}{3,}ed$/u.test(low) && !MOVED.test(low)) continue;
    const from = isDeterminer(lowAt(tokens, floor)) ? floor + 1 : floor;
    const clean = from < at && !breaksPhrase(tokens, from) && !tokens.covering.has(from);
    const pronoun = /^(?:they|he|she|it|we|i|you|there)$/.test(lowAt(tokens, from));
    const passive = /^(?:had|have|has)$/.test(low) && lowAt(tokens, at + 1) === 'been';
    return clean && !pronoun && !passive ? { first: from, next: at } : null;
  }
  return null;
}

/** The subject of an active verb: the phrase that ends before its helpers. */
export function agentBefore(
  tokens: Tokens,
  end: number,
  floor: number,
): { first: number; next: number } | null {
  const shared = sharedSubject(tokens, end, floor);
  if (shared !== null) return shared;
  const phrase = phraseBefore(tokens, end, floor);
  if (phrase === null || phrase.count === 'none' || phrase.groupFirst >= phrase.groupNext) return null;
  return { first: phrase.groupFirst, next: phrase.groupNext };
}

/** Verbs that tell of the dead and the wounded by what was done for them: whoever does it did no harm. */
const CARING = /^(?:treat(?:ed|ing)?|hospitali[sz]ed|bur(?:y|ied|ying)|cremat(?:ed|ing))$/;

/**
 * Whether an act is told by what was done for those whom it befell ("nurses treated 17 wounded"): nobody is its doer.
 *
 * @example
 * isCare(tokensOf('Nurses treated 17 wounded.'), 1); // true
 */
export function isCare(tokens: Tokens, first: number): boolean {
  return CARING.test(lowAt(tokens, first));
}

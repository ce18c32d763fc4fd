/**
 * Words for what somebody else said and words that judge it: "called the figure exaggerated", "slammed the report as
 * fake". Data for the rules of cues; the words of a statement itself are read in `stances/`.
 */
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';

const SAID =
  /^(?:claims?|allegations?|accusations?|accounts?|reports?|charges?|stor(?:y|ies)|suggestions?|assertions?|statements?|testimon(?:y|ies)|rumou?rs?|news|articles?|films?|videos?|footage|documentar(?:y|ies)|notions?|ideas?|insinuations?|criticisms?|findings?|complaints?|talk|versions?|narratives?|dossiers?|images?|pictures?|evidence|lies|smears?|conclusions?|speculation|posts?|coverage|concerns?)$/;
const COUNTED =
  /^(?:figures?|numbers?|toll|tolls|counts?|totals?|tally|tallies|estimates?|statistics|data|scale|extent|size)$/;
const FALSE =
  /^(?:false|untrue|fake|fakes|lies?|lying|falsehoods?|fabricat(?:ed|ions?)|forger(?:y|ies)|forged|invent(?:ed|ions?)|nonsense|nonsensical|rubbish|tosh|bunk|baseless|groundless|unfounded|propaganda|slander|slanderous|libel|libell?ous|defamatory|fiction|fictional|fictitious|fantas(?:y|ies)|hoax|hoaxes|disinformation|misinformation|absurd|ridiculous|ludicrous|laughable|preposterous|outrageous|malicious|frivolous|far-fetched|fanciful|concocted|bogus|garbage|hogwash|poppycock|balderdash|provocations?|smears?|rumou?rs?|gossip|fraud|trash|fairy|myth|myths|incorrect|wrong|mischievous|motivated|unsubstantiated|unproven|speculation|speculative|hearsay|gibberish|canard|implausible|impossible|mendacious|imaginary|spurious|insult|insulting)$/;
const PARTIAL =
  /^(?:exaggerat(?:ed|ions?)|inflated|overstated|understated|overblown|misleading|one-sided|biased|partial|inaccurate|inaccuracies|incomplete|unbalanced|selective|flawed|unreliable|distorted|distortions?|unfair|premature|simplistic|outdated|doubtful|dubious|questionable|too)$/;

/** A noun for something said by others. @example isSaid('allegations'); // true */
export function isSaid(lower: string): boolean {
  return SAID.test(lower);
}

/** A noun for a number. @example isCounted('toll'); // true */
export function isCounted(lower: string): boolean {
  return COUNTED.test(lower);
}

/** How a word judges what was said: altogether untrue, or partly; null when it judges nothing. */
export function verdictOf(lower: string): 'denies' | 'disputes' | null {
  if (FALSE.test(lower)) return 'denies';
  return PARTIAL.test(lower) ? 'disputes' : null;
}

const FURTHEST = 12;

/** What the object of a verb is about: what others said, a number, or neither. `at`: the noun's token. */
export interface Matter {
  readonly kind: 'said' | 'counted' | null;
  readonly at: number;
}

/**
 * The first noun after a verb for something said or counted, before the clause gives way to another.
 *
 * @example
 * objectAfter(parsed, 3, 10).kind; // 'counted' for "questioned the figure of 26"
 */
export function objectAfter(parsed: ParsedText, from: number, limit: number): Matter {
  for (let i = from; i < Math.min(limit, from + FURTHEST); i += 1) {
    const lower = lowerAt(parsed, i);
    if (isCounted(lower)) return { kind: 'counted', at: i };
    if (isSaid(lower)) {
      const number = isCounted(lowerAt(parsed, i + 1));
      return { kind: number ? 'counted' : 'said', at: i };
    }
    if (/^[.,;:]$/.test(lower) || /^(?:THAT|SUB|AUX|MODAL|VBF|TO)$/.test(parsed.tags[i] ?? '')) break;
    if (parsed.tags[i] === 'PREP' && lower !== 'of' && lower !== 'at' && lower !== 'on') break;
  }
  return { kind: null, at: from };
}

/**
 * The verdict given on an object ("… as false", "… a pack of lies", "… exaggerated"), looked for after it.
 *
 * @example
 * verdictAfter(parsed, 4, 12); // 'denies' for "the report as fake"
 */
export function verdictAfter(parsed: ParsedText, from: number, limit: number): 'denies' | 'disputes' | null {
  for (let i = from; i < Math.min(limit, from + FURTHEST + 6); i += 1) {
    const lower = lowerAt(parsed, i);
    const verdict = verdictOf(lower);
    if (verdict !== null) return verdict;
    if (/^[.;:]$/.test(lower)) break;
  }
  return null;
}

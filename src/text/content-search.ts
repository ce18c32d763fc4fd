/** What the search for content is told, what it returns, and small steps over quotations that its rules share. */

import type { Scope } from './attribution.ts';
import { clauseEnd, trimEnd } from './clauses.ts';
import type { Cue } from './cues/cue.ts';
import type { CueClass } from './cues/lexicon.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** What the search is told. */
export interface Search {
  readonly scope: Scope;
  readonly cue: Cue;
  readonly source: Range | null;
  /** The source stands in the cue's own clause. */
  readonly own: boolean;
  readonly inverted: boolean;
  readonly cues: readonly Cue[];
  readonly sourceStart: (cue: Cue) => number;
}

/** Content with what was learned on the way. */
export interface Found {
  readonly content: readonly Range[];
  readonly addressee: Range | null;
  readonly quoted: boolean;
  readonly impersonal: boolean;
  /** The real speaker of a passive: "was confirmed *by the ministry*". */
  readonly agent: Range | null;
  /** Who is quoted by the speaker: "the agency quoted *a spokesman* as saying". */
  readonly cited: Range | null;
  /** What the cited speaker does, where that is no plain telling: "quoted him as *denying* it"; absent: as the cue. */
  readonly does?: CueClass;
  readonly rule: string;
  readonly confidence: number;
}

/**
 * A content with the rule that found it; the rest are defaults.
 *
 * @example
 * found([{ from: 3, to: 9 }], 'clause after the cue', 0.8)
 */
export const found = (
  content: readonly Range[],
  rule: string,
  confidence: number,
  more: Partial<Found> = {},
): Found => ({
  content,
  addressee: null,
  quoted: false,
  impersonal: false,
  agent: null,
  cited: null,
  rule,
  confidence,
  ...more,
});

/**
 * Whether a quotation opens at a token, seen from outside of it.
 *
 * @example
 * isQuoteStart(search, 4); // true at “
 */
export function isQuoteStart(search: Search, i: number): boolean {
  const { parsed, inside } = search.scope;
  const at = parsed.quoteAt[i] ?? -1;
  return !inside && at >= 0 && parsed.quoteAt[i - 1] !== at;
}

/**
 * Index after the last token of the quotation at `i`, marks included.
 *
 * @example
 * endOfQuote(parsed, 4); // 12
 */
export function endOfQuote(parsed: ParsedText, i: number): number {
  let to = i;
  while (parsed.quoteAt[to] === parsed.quoteAt[i]) to += 1;
  return to;
}

/**
 * Tokens of the quotation at `i` without its marks.
 *
 * @example
 * inner(parsed, 4); // { from: 5, to: 11 }
 */
export function inner(parsed: ParsedText, i: number): Range {
  return parsed.quoteInner[parsed.quoteAt[i] ?? -1] ?? { from: i, to: i };
}

/**
 * The clause from a token to the next border of attribution.
 *
 * @example
 * clause(search, 4); // { from: 4, to: 12 }
 */
export function clause(search: Search, from: number): Range {
  const { scope, cues, sourceStart, cue } = search;
  const others = cues.filter(
    (other) =>
      other.from > cue.from &&
      !goesOnInside(search, other) &&
      !tellsTheSpeaker(search, other, from) &&
      !opensBehindAside(search, other, from),
  );
  return trimEnd(scope.parsed, {
    from,
    to: clauseEnd(scope.parsed, from, { limit: scope.range.to, cues: others, sourceStart }),
  });
}

/** "told the paper that two officers had come and *informed him that*": the one who is told is the speaker, so the officers tell. */
function tellsTheSpeaker({ scope, cue, sourceStart }: Search, other: Cue, from: number): boolean {
  const { parsed } = scope;
  const shares = sourceStart(other) === other.from && parsed.tokens[other.from - 1]?.lower === 'and';
  if (!shares || !/^(?:active|passive)$/.test(cue.shape)) return false;
  const tells =
    other.frames.includes('a') && /^(?:him|her|them|me|us)$/.test(parsed.tokens[other.to]?.lower ?? '');
  if (!tells && !cameTo(parsed, from, other.from)) return false;
  const subject = parsed.tags[from] ?? '';
  const own = /^(?:he|she|they|it|i|we)$/.test(parsed.tokens[from]?.lower ?? '');
  return /^(?:DET|NAME|NOUN|NUM|POSS|ADJ|PRON)$/.test(subject) && !own;
}

/** "that*, on the way back,* the sergeant said": the clause opens with an aside, and its subject stands behind. */
function opensBehindAside({ scope, sourceStart }: Search, other: Cue, from: number): boolean {
  const { parsed } = scope;
  if (parsed.tokens[from]?.lower !== ',' || parsed.tokens[from - 1]?.lower !== 'that') return false;
  let closes = from + 1;
  while (closes < from + 12 && parsed.tokens[closes]?.lower !== ',') closes += 1;
  return sourceStart(other) === closes + 1;
}

const CAME =
  /^(?:came|come|called|rung|rang|phoned|telephoned|visited|arrived|stopped|returned|knocked|appeared|approached|contacted|pointed|turned|walked|leaned|leant|laughed|wept|cried|visiting|crying|weeping)$/;

/** "that a doctor *had come* to his shop and said": whoever came to the speaker is the one who said it. */
function cameTo(parsed: ParsedText, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 8); i += 1)
    if (CAME.test(parsed.tokens[i]?.lower ?? ''))
      return /^(?:AUX|NOUN|NAME|PRON)$/.test(parsed.tags[i - 1] ?? '');
  return false;
}

/** "says that his nephew rang and told him": a past verb that goes on after "and" tells what the nephew did. */
function goesOnInside({ scope, cue, sourceStart }: Search, other: Cue): boolean {
  const { parsed } = scope;
  const now = /^(?:says?|writes?|reports?|claims?|tells?|insists?|maintains?|adds?|recalls?)$/;
  const past = /^(?:said|told|wrote|\p{L}+ed)$/u;
  return (
    (now.test(parsed.tokens[cue.head]?.lower ?? '') || tellsHow(parsed, cue, other)) &&
    past.test(parsed.tokens[other.head]?.lower ?? '') &&
    parsed.tokens[other.from - 1]?.lower === 'and' &&
    sourceStart(other) === other.from &&
    parsed.tokens[cue.from - 1]?.lower !== 'who'
  );
}

/**
 * "described how a doctor came to the house and said": the doctor said it. "Described how police beat prisoners, and said":
 * behind a comma, and where nobody came or is spoken to, whoever described it goes on.
 */
function tellsHow(parsed: ParsedText, cue: Cue, other: Cue): boolean {
  if (parsed.tokens[other.from - 2]?.lower === ',') return false;
  for (let how = cue.to; how < Math.min(cue.to + 5, other.from); how += 1) {
    if (parsed.tokens[how]?.lower !== 'how') continue;
    const spokenTo = /^(?:him|her|them|me|us)$/.test(parsed.tokens[other.to]?.lower ?? '');
    const aloud = [other.to, other.to + 1].some((at) => (parsed.quoteAt[at] ?? -1) >= 0);
    return spokenTo || aloud || cameTo(parsed, how + 1, other.from);
  }
  return false;
}

/**
 * Whether a range of some words holds a quotation: the words quoted may hold its verb.
 *
 * @example
 * holdsQuotation(parsed, { from: 3, to: 9 }); // true for 'the plan "ticks no boxes"'
 */
export function holdsQuotation(parsed: ParsedText, range: Range): boolean {
  if (range.to - range.from < 4) return false;
  for (let i = range.from; i < range.to; i += 1)
    if ((parsed.quoteAt[i] ?? -1) >= 0 && parsed.quoteAt[i] !== parsed.quoteAt[range.from - 1]) return true;
  return false;
}

/**
 * Whether a verb stands behind the first token of a range.
 *
 * @example
 * hasVerb(parsed, { from: 0, to: 5 }); // true for "six people were killed"
 */
export function hasVerb(parsed: ParsedText, range: Range): boolean {
  for (let i = range.from + 1; i < range.to; i += 1) {
    if (/^(?:VBF|VBD|AUX|MODAL)$/.test(parsed.tags[i] ?? '')) return true;
  }
  return false;
}

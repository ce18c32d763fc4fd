/** Act words as predicates: where they stand, and what the helpers before them say (passive, "not", "may", "threatened to"). */
import { isPeoplePlural } from '../people-nouns.ts';
import { isCarriedOut } from './carried.ts';
import { ACTS, type ActEntry } from './lexicon.ts';
import { breaksPhrase, isAuxiliary, lowAt, type Tokens } from './reading.ts';

/** `asserted` it happened; `possible` may have; `intended` threatened, planned or meant; `future` will or would. */
export type Modality = 'asserted' | 'possible' | 'intended' | 'future';

/** An act word found at a token. Token indexes, end exclusive. */
export interface Hit {
  readonly entry: ActEntry;
  readonly first: number;
  readonly next: number;
}

/** The predicate's helpers to its left: auxiliaries, adverbs, negations. */
export interface Group {
  /** Last token before the helpers. */
  readonly end: number;
  readonly passive: boolean;
  readonly helped: boolean;
  readonly negated: boolean;
  readonly modality: Modality;
}

const BE = new Set(
  "is are was were be been being am got get getting gets isn't aren't wasn't weren't left lay lying found remain remains remained reported feared believed presumed confirmed pronounced declared".split(
    ' ',
  ),
);
const FILLERS = new Set(
  'not never also reportedly allegedly since then all both later subsequently immediately so far either still already therefore even thus now to be been seen known thought said reported feared believed presumed confirmed found left lay lying remain remained pronounced declared apparently probably just recently another appear appears appeared seem seems seemed'.split(
    ' ',
  ),
);
const NEGATIONS = new Set(
  "not never isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't didn't doesn't don't couldn't cannot".split(
    ' ',
  ),
);
const INTENT = new Set(
  'threatened threatening threatens threaten planned planning plan plans plotted plotting tried trying attempted attempting attempt attempts wanted wanting want wants intended intending ordered orders order vowed vowing refused failed seeking sought conspired conspiring ready prepared able allowed right hoping hope used wish urged plot bid continue continued'.split(
    ' ',
  ),
);

/** Words that may stand where an entry has "*": "suffered (serious) burns". */
const MOST_BETWEEN = 3;

/** First token behind the words of an entry that stand at an index; null when they do not. */
function endOfEntry(tokens: Tokens, { words }: ActEntry, index: number): number | null {
  let at = index;
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place];
    if (word !== '*') {
      if (lowAt(tokens, at) !== word) return null;
      at += 1;
      continue;
    }
    const behind = words[place + 1] ?? '';
    const until = at + MOST_BETWEEN;
    while (at < until && lowAt(tokens, at) !== behind && !breaksPhrase(tokens, at)) at += 1;
  }
  return at;
}

/** "15 routine arrests", "three murders": counted, so no verb. */
function isCountedNoun(tokens: Tokens, index: number): boolean {
  if (!lowAt(tokens, index).endsWith('s')) return false;
  if (tokens.covering.get(index - 1)?.kind === 'count') return true;
  const between = lowAt(tokens, index - 1);
  return (
    tokens.covering.get(index - 2)?.kind === 'count' &&
    /^[a-z]/.test(between) &&
    !isAuxiliary(between) &&
    !isPeoplePlural(between)
  );
}

/**
 * The act that begins at a token, longest phrase first; null when none does.
 *
 * @example
 * hitAt(tokensOf('26 died'), 1)?.entry.measure; // 'killed'
 */
export function hitAt(tokens: Tokens, index: number): Hit | null {
  const entries = ACTS.get(lowAt(tokens, index));
  if (entries === undefined) return null;
  for (const entry of entries) {
    const next = endOfEntry(tokens, entry, index);
    if (next !== null) {
      if (
        entry.form === 'base' &&
        entry.words.length === 1 &&
        /^(?:an?|no|any)$/.test(lowAt(tokens, index - 1))
      )
        continue;
      const lone = entry.words.length === 1 || /^(?:looking|searching)$/.test(entry.words[0] ?? '');
      if (entry.weak && lone && !isCarriedOut(tokens, index, entry.measure)) continue;
      if (entry.form === 'base' && entry.words.length === 1 && isCountedNoun(tokens, index)) continue;
      return { entry, first: index, next };
    }
  }
  return null;
}

function modalityOf(low: string, before: string): Modality | null {
  if (/^(?:may|might|could|feared|possibly|possible|perhaps|believed|presumed)$/.test(low)) return 'possible';
  if (/^(?:will|would|shall|should|must|can|won't|wouldn't)$/.test(low)) return 'future';
  if (
    low === 'to' &&
    !/^(?:is|are|was|were|believed|reported|said|thought|feared|known|alleged|presumed|appears?|appeared|seems?|seemed|forced|continue|continued|managed|helped|have|had|going|about)$/.test(
      before,
    )
  )
    return 'intended';
  if (low === 'to' && /^(?:going|about)$/.test(before)) return 'future';
  return null;
}

/** Reads the helpers left of a predicate: "have not been", "were reportedly", "may have been". */
export function groupBefore(tokens: Tokens, first: number): Group {
  let at = first - 1;
  let passive = false;
  let helped = false;
  let negated = false;
  let modality: Modality = 'asserted';
  for (let guard = 0; guard < 9; guard += 1, at -= 1) {
    const low = lowAt(tokens, at);
    const adverb = low.length > 4 && low.endsWith('ly') && low !== 'family';
    const opens = at > 0 && at < first - 1 && /^["“]$/.test(low);
    if (!isAuxiliary(low) && !FILLERS.has(low) && !adverb && !BE.has(low) && !opens) break;
    if (tokens.covering.get(at)?.kind === 'count') break;
    if ((low === 'all' || low === 'both') && !helped) break;
    if (BE.has(low)) passive = true;
    if (isAuxiliary(low)) helped = true;
    if (NEGATIONS.has(low)) negated = true;
    const said = modalityOf(low, lowAt(tokens, at - 1));
    // "must be presumed dead": what is presumed, not what is to come.
    const concludes = said === 'future' && modality === 'possible' && /^(?:must|should)$/.test(low);
    if (said !== null && !concludes) modality = said;
  }
  const lead = lowAt(tokens, at);
  if (INTENT.has(lead) && lowAt(tokens, at + 1) === 'to') modality = 'intended';
  return { end: at, passive, helped, negated, modality };
}

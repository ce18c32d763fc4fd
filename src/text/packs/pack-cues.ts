/** Where a stretch of text attributes: cues with their negators. Words inside speech are left to a reading of their own. */
import type { PackCue } from './pack.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { indexOf, isAt, phraseAt } from './phrase-index.ts';

/** A cue in a text; `from` includes its negator. */
export interface FoundCue extends TokenRange {
  /** First token of the cue itself. */
  readonly head: number;
  readonly entry: PackCue;
  readonly negated: boolean;
}

/** The quotation a stretch lies in; -1 when it lies in none, also when it begins with one. */
export function levelOf(text: PackText, range: TokenRange): number {
  const id = text.quoteAt[range.from] ?? -1;
  return id >= 0 && text.quotes[id]?.from === range.from ? -1 : id;
}

/** A token of the stretch itself: not in speech that stands inside it, not in a name in quotation marks. */
export function isOpen(text: PackText, range: TokenRange, i: number): boolean {
  return text.quoteAt[i] === levelOf(text, range) && text.named[i] === 0;
}

/** "la denuncia", "el informe": behind an article a word that could be a verb is a noun. */
function isNoun({ tokens, lexicon }: PackText, range: TokenRange, i: number): boolean {
  if (i === range.from) return false;
  if (isAt(lexicon.articles, tokens, i - 1)) return !isAt(lexicon.adverbs, tokens, i - 1);
  return !lexicon.capitals && tokens[i]?.gap === false && isAt(lexicon.prepositions, tokens, i - 1);
}

const READING_REACH = 9;
const BAR_REACH = 4;

function follows(text: PackText, from: number, to: number, phrases: string): boolean {
  const index = indexOf(phrases);
  for (let i = from; i < to; i += 1) if (isAt(index, text.tokens, i)) return true;
  return false;
}

/** The entry as the words behind it make it; null where they make it no cue. */
function readingOf(text: PackText, range: TokenRange, next: number, entry: PackCue): PackCue | null {
  const { barredBy, readings } = entry;
  if (barredBy !== undefined && follows(text, next, Math.min(range.to, next + BAR_REACH), barredBy))
    return null;
  if (readings === undefined) return entry;
  const found = readings.find(({ needs }) =>
    follows(text, next, Math.min(range.to, next + READING_REACH), needs),
  );
  return found === undefined ? null : { ...entry, does: found.does, frames: found.frames };
}

/** "ni confirmó ni negó", "لم تؤكد ولم تنف": a denial not made behind a confirmation not made declines. */
function neither(found: readonly FoundCue[]): FoundCue[] {
  return found.map((cue, k) => {
    const before = found[k - 1];
    const both =
      cue.negated &&
      before?.negated === true &&
      before.entry.does === 'confirms' &&
      cue.head - before.to <= 5;
    return both && cue.entry.does === 'denies'
      ? { ...cue, entry: { ...cue.entry, negated: 'declines' } }
      : cue;
  });
}

/**
 * The negator or auxiliaries before a token ("так и не", "no ha"): index of the first of them.
 *
 * @example
 * beforeVerb(text, range, 4).negated; // true for "не подтвердил"
 */
export function beforeVerb(
  text: PackText,
  range: TokenRange,
  head: number,
): { readonly from: number; readonly negated: boolean } {
  const { tokens, lexicon } = text;
  let from = head;
  let seen = head;
  let negated = false;
  for (let i = head - 1; i >= Math.max(range.from, head - 4); i -= 1) {
    if (isAt(lexicon.negators, tokens, i)) {
      negated = true;
      from = i;
      seen = i;
    } else if (!isAt(lexicon.adverbs, tokens, i) || seen !== i + 1) break;
    else seen = i;
  }
  return { from, negated };
}

/**
 * The cues of a stretch, in order, without overlap.
 *
 * @example
 * cuesIn(text, { from: 0, to: 9 })[0]?.entry.lemma; // 'заявить'
 */
export function cuesIn(text: PackText, range: TokenRange): FoundCue[] {
  const { tokens, lexicon } = text;
  const found: FoundCue[] = [];
  let i = range.from;
  while (i < range.to) {
    const phrase = isOpen(text, range, i) ? phraseAt(lexicon.cues, tokens, i) : null;
    if (
      phrase === null ||
      phrase.next > range.to ||
      (phrase.value.shape === 'active' && isNoun(text, range, i))
    ) {
      i += 1;
      continue;
    }
    const entry = readingOf(text, range, phrase.next, phrase.value);
    if (entry === null) {
      i = phrase.next;
      continue;
    }
    const verb = entry.shape === 'active' || entry.shape === 'impersonal';
    const { from, negated } = verb ? beforeVerb(text, range, i) : { from: i, negated: false };
    found.push({ from, to: phrase.next, head: i, entry, negated });
    i = phrase.next;
  }
  return neither(found);
}

/**
 * What a report says in its own voice: sentences and parts of sentences that nobody is made to speak for. Only what
 * states an act, a count or an answer becomes a claim; a report's other sentences are left alone.
 */
import type { RawAttribution } from './attribution.ts';
import { hasVerb } from './content-search.ts';
import type { DraftedClaim } from './draft-proposition.ts';
import { afterOpening } from './openings.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

const SHORTEST = 4;
/** With a figure two words are enough: "Dead: 4". */
const SHORTEST_WITH_FIGURE = 2;

function taken(attributions: readonly RawAttribution[], tokens: number): Uint8Array {
  const marks = new Uint8Array(tokens);
  const mark = (range: Range | null): void => {
    if (range !== null) marks.fill(1, range.from, range.to);
  };
  for (const one of attributions) {
    mark({ from: one.cue.from, to: one.cue.to });
    mark(one.source);
    mark(one.addressee);
    one.content.forEach(mark);
  }
  return marks;
}

/**
 * The stretches of text outside of every attribution and every quotation, cut at sentence ends.
 *
 * @example
 * ownWords(parsed, []).length; // one a sentence
 */
export function ownWords(parsed: ParsedText, attributions: readonly RawAttribution[]): Range[] {
  const marks = taken(attributions, parsed.tokens.length);
  const found: Range[] = [];
  for (const whole of parsed.sentences) {
    const sentence = afterOpening(parsed, whole);
    if (parsed.tokens[sentence.to - 1]?.text === '?') continue;
    let from = sentence.from;
    for (let i = sentence.from; i <= sentence.to; i += 1) {
      const figure = isFigure(parsed, i + 1) && !hasVerb(parsed, { from: i + 1, to: sentence.to });
      const parts =
        parsed.tokens[i]?.text === ':' && !figure && i - from >= SHORTEST && sentence.to - i > SHORTEST;
      const free = i < sentence.to && marks[i] === 0 && !parts;
      if (free) continue;
      if (isLong(parsed, from, i) && !allQuoted(parsed, from, i)) found.push({ from, to: i });
      from = i + 1;
    }
  }
  return found;
}

function isFigure(parsed: ParsedText, index: number): boolean {
  return parsed.tags[index] === 'NUM' || /^\d/.test(parsed.tokens[index]?.text ?? '');
}

function isLong(parsed: ParsedText, from: number, to: number): boolean {
  if (to - from >= SHORTEST) return true;
  if (to - from < SHORTEST_WITH_FIGURE) return false;
  for (let i = from; i < to; i += 1) if (isFigure(parsed, i)) return true;
  return false;
}

function allQuoted(parsed: ParsedText, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if ((parsed.quoteAt[i] ?? -1) < 0 && parsed.tokens[i]?.kind !== 'mark') return false;
  }
  return true;
}

/** Whether a draft says something we track. @example isTracked(draft); // false for "It rained." */
export function isTracked(drafted: DraftedClaim): boolean {
  const { kind, measure, answer } = drafted.draft;
  if (measure === null) return false;
  return drafted.quantity !== null || answer !== null || kind === 'occurrence' || kind === 'count';
}

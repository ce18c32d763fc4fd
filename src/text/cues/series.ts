/**
 * Verbs in a row under one subject: "confirmed the raid, *denied* that anybody had died *and* declined to name the unit". A
 * verb right behind a comma continues such a row only where another verb closes it with "and" or "but"; otherwise the
 * words before the comma may be its subject.
 */
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import type { Cue } from './cue.ts';

const SHAPES = /^(?:active|decline|silent)$/;

/** "and declined", ", but would not say", "and again promised": a predicate of its own. */
function closesRow(parsed: ParsedText, at: number): boolean {
  if (!/^(?:and|but)$/.test(lowerAt(parsed, at)) || (parsed.quoteAt[at] ?? -1) >= 0) return false;
  const verb = parsed.tags[at + 1] === 'ADV' ? at + 2 : at + 1;
  return /^(?:VBD|VBF|AUX|MODAL)$/.test(parsed.tags[verb] ?? '');
}

function isInRow(parsed: ParsedText, range: Range, cue: Cue, before: readonly Cue[]): boolean {
  const first = before.find(({ shape }) => SHAPES.test(shape));
  if (first === undefined || !SHAPES.test(cue.shape) || lowerAt(parsed, cue.from - 1) !== ',') return false;
  if (first.to >= cue.from - 1 || first.from === range.from) return false;
  for (let at = cue.to; at < range.to; at += 1) {
    if (/^[;:]$/.test(lowerAt(parsed, at))) return false;
    if (closesRow(parsed, at)) return true;
  }
  return false;
}

/**
 * The cues of one sentence, those that continue a row of verbs marked.
 *
 * @example
 * withSeries(parsed, range, cues)[1]?.continues; // true for "denied" in the sentence above
 */
export function withSeries(parsed: ParsedText, range: Range, cues: readonly Cue[]): Cue[] {
  return cues.map((cue, index) =>
    isInRow(parsed, range, cue, cues.slice(0, index)) ? { ...cue, continues: true as const } : cue,
  );
}

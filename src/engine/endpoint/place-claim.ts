/**
 * Finds what a model quoted in the text, letter by letter. Quote, cue and speaker must all stand there, cue and speaker near
 * the quote; else the claim is not the text's and is dropped. Positions are UTF-16 code units.
 */
import type { AnsweredClaim } from './answer.ts';

/** A stretch of the text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a claim stands. */
export interface PlacedClaim {
  readonly quote: Stretch;
  readonly cue: Stretch;
  /** Null: nobody is named. */
  readonly speaker: Stretch | null;
}

/** Code units between a quote and who says it: a long paragraph. */
const NEAR = 1500;
/** Places of a quote that are weighed. */
const MOST_PLACES = 50;

/**
 * Finds the place; null when some of the words do not stand in the text, or not together.
 *
 * @example
 * placeClaim('Police said six died.', { speaker: 'Police', cue: 'said', quote: 'six died', stance: 'alleges' });
 * // { quote: { start: 12, end: 20 }, cue: { start: 7, end: 11 }, speaker: { start: 0, end: 6 } }
 */
export function placeClaim(text: string, claim: AnsweredClaim): PlacedClaim | null {
  let best: PlacedClaim | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const quote of placesOf(text, claim.quote)) {
    const cue = nearest(text, claim.cue, quote);
    const speaker = claim.speaker === null || cue === null ? null : nearest(text, claim.speaker, cue);
    if (cue === null || (claim.speaker !== null && speaker === null)) continue;
    const distance = gapOf(quote, cue);
    if (distance >= least) continue;
    least = distance;
    best = { quote, cue, speaker };
  }
  return best;
}

function placesOf(text: string, words: string): Stretch[] {
  const found: Stretch[] = [];
  for (
    let at = text.indexOf(words);
    at >= 0 && found.length < MOST_PLACES;
    at = text.indexOf(words, at + words.length)
  )
    if (isWhole(text, at, at + words.length)) found.push({ start: at, end: at + words.length });
  return found;
}

/** The words are not a part of longer ones: "held" in "withheld". */
function isWhole(text: string, start: number, end: number): boolean {
  const inner = text.slice(start, end);
  const before =
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) && /^[\p{L}\p{N}]/u.test(inner);
  const after = /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2)) && /[\p{L}\p{N}]$/u.test(inner);
  return !before && !after;
}

/** The place of the words that lies nearest to a stretch, not inside of it. */
function nearest(text: string, words: string, to: Stretch): Stretch | null {
  const from = Math.max(0, to.start - NEAR);
  const around = text.slice(from, to.end + NEAR);
  const places = placesOf(around, words)
    .map(({ start, end }) => ({ start: start + from, end: end + from }))
    .filter(({ start, end }) => end <= to.start || start >= to.end);
  return places.reduce<Stretch | null>(
    (best, place) => (best === null || gapOf(place, to) < gapOf(best, to) ? place : best),
    null,
  );
}

function gapOf(a: Stretch, b: Stretch): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

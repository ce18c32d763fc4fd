/**
 * Reads a text of any length in bounded memory and in a time that grows as the text does. A text longer than a piece is
 * cut at a border between paragraphs, else between lines, sentences or words, and each piece is read by itself: who "he"
 * is, and which place the text is about, is then told within a piece. A shorter text is read as it is.
 */
import { codePointLength } from '../record/code-points.ts';
import type { Span } from '../record/passage.ts';
import type { LocatedPlace, ProposedClaim, ProposedSpeaker, ReadInput, Reading } from './proposed-claim.ts';

/** UTF-16 code units: about 17,000 words of English, fifty pages. */
export const LONGEST_PIECE = 100_000;

/** Where a text may be cut, best first: behind a paragraph, a line, a sentence, a word. */
const BORDERS = [/\n[ \t]*\n\s*/g, /\n\s*/g, /[.!?…]["”»’)]?\s+/g, /\s+/g] as const;

/**
 * Cuts a text; joined again, the pieces are the text. No piece ends within a surrogate pair.
 *
 * @param longest UTF-16 code units, 2 or more
 * @example
 * piecesOf('Head\n\nBody', 6); // ['Head\n\n', 'Body']
 */
export function piecesOf(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > longest) {
    const to = from + cutIn(text.slice(from, from + longest));
    pieces.push(text.slice(from, to));
    from = to;
  }
  return from < text.length || pieces.length === 0 ? [...pieces, text.slice(from)] : pieces;
}

/** The best place in the latter half of a stretch; its end when there is none. */
function cutIn(stretch: string): number {
  const half = stretch.length >> 1;
  const latter = stretch.slice(half);
  for (const border of BORDERS) {
    let last = -1;
    for (const match of latter.matchAll(border)) last = match.index + match[0].length;
    if (last > 0) return half + last;
  }
  const code = stretch.charCodeAt(stretch.length - 1);
  return code >= 0xd800 && code <= 0xdbff ? stretch.length - 1 : stretch.length;
}

/**
 * Reads a text, piece by piece where it is long.
 *
 * @example
 * readInPieces({ text, publishedAt: null, outlet: null, language: 'en' }, readText).claims.length;
 */
export function readInPieces(
  input: ReadInput,
  read: (input: ReadInput) => Reading,
  longest = LONGEST_PIECE,
): Reading {
  if (input.text.length <= longest) return read(input);
  const joining = joinPieces();
  for (const piece of readingsOfPieces(input, read, longest)) joining.add(piece);
  return joining.reading();
}

/**
 * The readings of the pieces one after the other, with the positions of the whole text: whoever hands them on as they come
 * holds one at a time. Joined in this order by `joinPieces` they are the reading of the text.
 *
 * @example
 * [...readingsOfPieces(input, readText)].length; // 1 for a short text
 */
export function* readingsOfPieces(
  input: ReadInput,
  read: (input: ReadInput) => Reading,
  longest = LONGEST_PIECE,
): Generator<Reading> {
  if (input.text.length <= longest) {
    yield read(input);
    return;
  }
  let points = 0;
  let before = 0;
  for (const text of piecesOf(input.text, longest)) {
    const { claims, located, ...rest } = read({ ...input, text });
    yield {
      ...rest,
      claims: claims.map((claim) => moved(claim, points, before)),
      ...(located === undefined
        ? {}
        : { located: located.map((place) => ({ ...place, span: movedSpan(place.span, points) })) }),
    };
    points += codePointLength(text);
    before += claims.length;
  }
}

/** Readings of pieces that come one by one. */
export interface PiecesJoined {
  add(piece: Reading): void;
  /** The reading of all pieces so far. */
  reading(): Reading;
}

/**
 * Joins the readings of the pieces of one text, in their order.
 *
 * @example
 * const joining = joinPieces();
 * for (const piece of readingsOfPieces(input, readText)) joining.add(piece);
 * joining.reading().claims.length;
 */
export function joinPieces(): PiecesJoined {
  const claims: ProposedClaim[] = [];
  const places = new Map<string, NonNullable<Reading['places']>[number]>();
  const located: LocatedPlace[] = [];
  let language: string | null = null;
  let extractor = '';
  return {
    add(piece) {
      for (const claim of piece.claims) claims.push(claim);
      for (const place of piece.located ?? []) located.push(place);
      for (const place of piece.places ?? []) if (!places.has(place.name)) places.set(place.name, place);
      language ??= piece.language;
      extractor = piece.extractor;
    },
    reading: () => ({
      extractor,
      language,
      claims,
      ...(places.size > 0 ? { places: [...places.values()] } : {}),
      ...(located.length > 0 ? { located } : {}),
    }),
  };
}

/** A claim of a piece as one of the whole text. */
function moved(claim: ProposedClaim, points: number, before: number): ProposedClaim {
  const { sameAs } = claim.draft;
  return {
    ...claim,
    chain: claim.chain.map((speaker) => movedSpeaker(speaker, points)),
    content: claim.content.map((span) => movedSpan(span, points)),
    evidence: claim.evidence === null ? null : movedSpan(claim.evidence, points),
    draft: sameAs === null ? claim.draft : { ...claim.draft, sameAs: sameAs + before },
  };
}

function movedSpeaker(speaker: ProposedSpeaker, points: number): ProposedSpeaker {
  return {
    ...speaker,
    span: speaker.span === null ? null : movedSpan(speaker.span, points),
    cue: { ...speaker.cue, span: movedSpan(speaker.cue.span, points) },
  };
}

function movedSpan({ start, end }: Span, points: number): Span {
  return { start: start + points, end: end + points };
}

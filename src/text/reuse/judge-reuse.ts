/**
 * What shared passages are worth as evidence that one report rests on another. Words in quotation marks are left out: two
 * reports of one speech have a speaker in common, and that is no copying. Then 20 words and more are a possible link, 12 to 19
 * a hint, fewer nothing (thresholds measured on real news: docs/methods/text-reuse.md). It says nothing about who copied
 * whom, and nothing is ever certain. Positions are code points, 0-based, end exclusive.
 */
import { codePointIndex } from '../../record/code-points.ts';
import type { Span } from '../../record/passage.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { quotationsIn } from '../quotations.ts';
import { type PlacedWords, placedWords } from './word-codes.ts';

/** Shared words outside quotation marks from which a passage is a possible link, or a hint. */
export const LINK_WORDS = 20;
export const HINT_WORDS = 12;

/** A passage by the words of both texts, as the comparing gives it: indexes, end exclusive. */
interface WordPassage {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  readonly shared: number;
}

/** Two texts with what they share. */
export interface SharingTexts {
  readonly a: string;
  readonly b: string;
  readonly passages: readonly WordPassage[];
}

/** One shared passage, judged. */
export interface JudgedPassage {
  readonly strength: 'link' | 'hint';
  readonly a: Span;
  readonly b: Span;
  /** Words that are the same on both sides. */
  readonly shared: number;
  /** Those of them that stand in no quotation marks, at least. */
  readonly outside: number;
}

/** What was judged, and how long both texts are: in words. */
export interface JudgedReuse {
  readonly passages: readonly JudgedPassage[];
  readonly aWords: number;
  readonly bWords: number;
}

/**
 * Judges the passages of one pair; those that are worth nothing are left out.
 *
 * @example
 * judgeReuse({ a, b, passages }).passages; // [{ strength: 'link', a: { start: 0, end: 180 }, b: { … }, shared: 31, outside: 31 }]
 */
export function judgeReuse({ a, b, passages }: SharingTexts): JudgedReuse {
  const aSide = sideOf(a);
  const bSide = sideOf(b);
  const judged: JudgedPassage[] = [];
  for (const { aFrom, aTo, bFrom, bTo, shared } of passages) {
    // Words of the gaps are counted as quoted, too, when they are: the rest is a safe lower bound.
    const quoted = Math.max(quotedIn(aSide, aFrom, aTo), quotedIn(bSide, bFrom, bTo));
    const outside = Math.max(0, shared - quoted);
    if (outside < HINT_WORDS) continue;
    judged.push({
      strength: outside >= LINK_WORDS ? 'link' : 'hint',
      a: aSide.spanOf(aFrom, aTo),
      b: bSide.spanOf(bFrom, bTo),
      shared,
      outside,
    });
  }
  return { passages: judged, aWords: aSide.words.codes.length, bWords: bSide.words.codes.length };
}

interface Side {
  readonly words: PlacedWords;
  /** Words before each word that stand in quotation marks; one more at the end. */
  readonly quotedBefore: Uint32Array;
  spanOf(from: number, to: number): Span;
}

function sideOf(text: string): Side {
  const words = placedWords(text);
  const quotations = quotationsIn(text, paragraphsOf(text));
  const quotedBefore = new Uint32Array(words.codes.length + 1);
  let next = 0;
  for (const [i, start] of words.starts.entries()) {
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= start) next += 1;
    const inside = start >= (quotations[next]?.start ?? Number.POSITIVE_INFINITY);
    quotedBefore[i + 1] = (quotedBefore[i] as number) + (inside ? 1 : 0);
  }
  const index = codePointIndex(text);
  return {
    words,
    quotedBefore,
    spanOf: (from, to) => ({
      start: index.toCodePoint(words.starts[from] ?? 0),
      end: index.toCodePoint(words.ends[to - 1] ?? 0),
    }),
  };
}

function quotedIn({ quotedBefore }: Side, from: number, to: number): number {
  return (quotedBefore[to] ?? 0) - (quotedBefore[from] ?? 0);
}

/** Which of many things may be of the place of one: all but those whose place excludes it. So the others need not be compared. */
import { placeWords } from './scope-match.ts';

/** Words of a place of which all selections are looked up: 256 at most. */
const MOST_WORDS = 8;

/** Things by their places. */
export interface PlaceIndex<T> {
  add(thing: T, place: string | null): void;
  /** In the order in which they were added; all where no place is said. */
  near(place: string | null): readonly T[];
}

/**
 * Opens an empty one.
 *
 * @example
 * const index = placeIndex<string>();
 * index.add('in Kessar', 'Kessar');
 * index.near('Dol, Kessar'); // ['in Kessar']
 * index.near('Orlund'); // []
 */
export function placeIndex<T>(): PlaceIndex<T> {
  const all: T[] = [];
  const unsaid: number[] = [];
  const byWord = new Map<string, number[]>();
  const bySet = new Map<string, number[]>();
  /** Those whose place holds all the words: they are in the shortest of the words' lists. */
  const holding = (words: readonly string[]): readonly number[] =>
    words.map((word) => byWord.get(word) ?? []).toSorted((a, b) => a.length - b.length)[0] ?? [];
  /** Those whose place is some of the words. */
  const heldBy = (words: readonly string[]): readonly number[] =>
    words.length > MOST_WORDS
      ? words.flatMap((word) => byWord.get(word) ?? [])
      : selections(words).flatMap((some) => bySet.get(keyOf(some)) ?? []);
  return {
    add: (thing, place) => {
      const at = all.push(thing) - 1;
      const words = [...placeWords(place)];
      if (words.length === 0) unsaid.push(at);
      else for (const word of words) noted(byWord, word, at);
      if (words.length > 0) noted(bySet, keyOf(words), at);
    },
    near: (place) => {
      const words = [...placeWords(place)];
      if (words.length === 0) return all;
      const found = new Set([...unsaid, ...holding(words), ...heldBy(words)]);
      return [...found].toSorted((a, b) => a - b).flatMap((at) => all.slice(at, at + 1));
    },
  };
}

const keyOf = (words: readonly string[]): string => words.toSorted().join(' ');

function noted(lists: Map<string, number[]>, key: string, at: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [at]);
  else list.push(at);
}

function selections(words: readonly string[]): readonly (readonly string[])[] {
  const all: (readonly string[])[] = [[]];
  for (const word of words) all.push(...all.map((some) => [...some, word]));
  return all;
}

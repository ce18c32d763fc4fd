/**
 * The words around a number that say how it is meant ("more than", "up to", "or so"). English. What they do to
 * the bounds is in `bounds.ts`.
 */
import type { Comparator } from '../../record/quantity.ts';
import type { Word } from '../words.ts';

/** A comparator that was read. */
export interface ReadComparator {
  readonly comparator: Comparator;
  /** Index of the first token after it. */
  readonly next: number;
}

type Table = Map<string, readonly { readonly words: readonly string[]; readonly comparator: Comparator }[]>;

function tableOf(lists: Readonly<Partial<Record<Comparator, string>>>): Table {
  const table = new Map<string, { words: readonly string[]; comparator: Comparator }[]>();
  for (const [comparator, phrases] of Object.entries(lists)) {
    for (const phrase of phrases.split('|')) {
      const words = phrase.trim().split(' ');
      const first = words[0] ?? '';
      const entry = { words, comparator: comparator as Comparator };
      table.set(
        first,
        [...(table.get(first) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  return table;
}

const BEFORE = tableOf({
  'more-than':
    'more than|over|well over|just over|slightly over|slightly more than|far more than|much more than|in excess of|above|greater than|upwards of|upward of|exceeding|exceeds|exceeded|surpassing|surpasses|surpassed|a little over|little more than|somewhat more than|rather more than|considerably more than|significantly more than|many more than|well above|north of|beyond|>',
  'at-least':
    'at least|as few as|as low as|not below|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|at the very least|at the least|at a minimum|nothing short of|no smaller than|easily|min|min .|≥',
  'at-most':
    'up to|as many as|as high as|at most|no more than|not more than|a maximum of|maximum of|as much as|do not exceed|does not exceed|did not exceed|not exceeding|not exceed|cannot exceed|anything up to|no higher than|not above|not over|up to and including|at the most|at the very most|max|max .|≤',
  'fewer-than':
    'fewer than|less than|under|just under|below|well under|not quite|a little under|slightly under|slightly fewer than|just short of|just shy of|well below|far fewer than|considerably fewer than|nowhere near|not even|<',
  about:
    'about|around|some|roughly|approximately|nearly|almost|close to|closer to|nearer to|more like|an estimated|estimated|circa|perhaps|approx|an approximate|approximate|something like|in the region of|in the order of|virtually|probably|maybe|~|nearing|barely|scarcely|somewhere around|on the order of|of the order of|in the neighbourhood of|in the neighborhood of|in the vicinity of|bordering on|approaching|nigh on|getting on for|the better part of|possibly|hardly|like|a good|c .|ca .|ca|±|≈',
  exactly: 'exactly|a total of|precisely',
});

const AFTER = tableOf({
  'at-least':
    'or more|at least|or above|at a minimum|and counting|plus|at the very least|at the least|upwards|and upwards|if not more|or higher|- plus',
  'at-most': 'or fewer|or less|at most|at the most|at the very most|tops|max|if that',
  about:
    'or so|- odd|odd|- some|- something|something|- ish|ish|or thereabouts|approximately|or thereabout|give or take|, give or take',
});

/** "Possibly as many as 80" is as high as "as many as 80". */
for (const hedge of ['possibly', 'perhaps', 'maybe', 'probably']) {
  const entries = BEFORE.get(hedge) ?? [];
  const hedged = [...BEFORE.values()]
    .flat()
    .filter(({ comparator, words }) => /^(?:at-|more|fewer)/.test(comparator) && words.length > 1)
    .map(({ words, comparator }) => ({ words: [hedge, ...words], comparator }));
  BEFORE.set(
    hedge,
    [...hedged, ...entries].sort((a, b) => b.words.length - a.words.length),
  );
}

function readFrom(table: Table, words: readonly Word[], index: number): ReadComparator | null {
  const entries = table.get(words[index]?.low ?? '');
  if (entries === undefined) return null;
  for (const entry of entries) {
    if (entry.words.every((word, offset) => words[index + offset]?.low === word)) {
      return { comparator: entry.comparator, next: index + entry.words.length };
    }
  }
  return null;
}

/**
 * The comparator that begins at a token and may stand before a number; null when there is none.
 *
 * @example
 * comparatorBefore(wordsIn('no fewer than 12'), 0); // { comparator: 'at-least', next: 3 }
 */
export function comparatorBefore(words: readonly Word[], index: number): ReadComparator | null {
  return readFrom(BEFORE, words, index);
}

/**
 * The comparator that begins at a token and may stand after a number ("or more", "+"); null when there is none.
 *
 * @example
 * comparatorAfter(wordsIn('26 or more'), 1); // { comparator: 'at-least', next: 3 }
 */
export function comparatorAfter(words: readonly Word[], index: number): ReadComparator | null {
  if (words[index]?.low === '+' && words[index]?.gap === false)
    return { comparator: 'at-least', next: index + 1 };
  return readFrom(AFTER, words, index);
}

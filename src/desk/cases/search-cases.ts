/**
 * The search inside a compartment: an index in memory, made after unlocking and gone with the lock. Words are folded as in
 * the public search, in any script; terms are joined by AND, "quoted words" are a phrase, a star means "begins with".
 */

import type { Case } from '../../record/case/case.ts';
import { caseTexts } from '../../record/case/case-texts.ts';
import type { CaseId } from '../../record/id.ts';
import { foldText } from '../../record/search/fold-words.ts';
import { parseSearch, type SearchTerm } from '../../record/search/search-terms.ts';
import { OnRecordError } from '../desk.ts';
import type { HeldCase } from './read-case.ts';

/** A case that was found, and where in it. */
export interface FoundCase {
  readonly id: CaseId;
  readonly pseudonym: string;
  /** Paths of the fields that hold one of the terms, in the order of the fields. */
  readonly fields: readonly string[];
}

export interface FoundCases {
  readonly found: readonly FoundCase[];
  /** All that fit, also those beyond the limit. */
  readonly fitting: number;
  /** One sentence for each case that opens and is not as a case must be: it is not searched. */
  readonly faults: readonly string[];
}

/** A search over cases that are open. */
export interface CaseSearch {
  /** @param limit cases */
  find(query: string, limit: number): FoundCases;
  /** All that fit, without saying where. */
  ids(query: string): readonly CaseId[];
  /** One sentence for each case that could not be indexed; none before the index is made. */
  faults(): readonly string[];
}

const FIELD_END = ' \u0000 ';

interface Indexed {
  readonly one: Case;
  /** Folded text of the whole case, fields apart, with a space at both ends. */
  readonly folded: string;
}

/**
 * Makes the index: lazily, with the first search.
 *
 * @example
 * const search = openCaseSearch(cases);
 * search.find('insulin "safe flat"', 20).found;
 */
export function openCaseSearch(cases: ReadonlyMap<CaseId, HeldCase>): CaseSearch {
  let index: ReturnType<typeof made> | null = null;
  const made = () => {
    const faults: string[] = [];
    const all = [...cases.values()].flatMap((held) => indexed(held, faults));
    return { all, words: wordIndex(all.map(({ folded }) => folded)), faults };
  };
  const fitting = (terms: readonly SearchTerm[]) => {
    index ??= made();
    const { all, words } = index;
    return terms.length === 0 ? [] : fittingPlaces(terms, words, all).flatMap((place) => all[place] ?? []);
  };
  return {
    find: (query, limit) => {
      const terms = parseSearch(query);
      const fit = fitting(terms);
      const faults = index?.faults ?? [];
      return { found: fit.slice(0, limit).map((one) => foundCase(one, terms)), fitting: fit.length, faults };
    },
    ids: (query) => fitting(parseSearch(query)).map(({ one }) => one.id),
    faults: () => index?.faults ?? [],
  };
}

function indexed(held: HeldCase, faults: string[]): readonly Indexed[] {
  try {
    return [{ one: held.case, folded: foldedCase(held) }];
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    faults.push(error.message);
    return [];
  }
}

/** Fields are kept apart, so that no phrase is found across two of them. */
function foldedCase({ case: one }: HeldCase): string {
  return ` ${caseTexts(one)
    .map(({ text }) => foldText(text))
    .join(FIELD_END)} `;
}

interface WordIndex {
  /** Sorted by code units. */
  readonly words: readonly string[];
  /** Places of the cases that hold the word. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function wordIndex(texts: readonly string[]): WordIndex {
  const places = new Map<string, number[]>();
  for (const [place, text] of texts.entries())
    for (const word of new Set(text.split(' '))) {
      if (word === '' || word === '\u0000') continue;
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  return { words: [...places.keys()].sort(), places };
}

function fittingPlaces(
  terms: readonly SearchTerm[],
  index: WordIndex,
  all: readonly Indexed[],
): readonly number[] {
  const sets = terms.flatMap(({ words, prefix }) =>
    words.map((word, at) => placesOf(index, word, prefix && at === words.length - 1)),
  );
  const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size);
  const phrases = terms.filter(({ words }) => words.length > 1);
  return [...(smallest ?? [])]
    .filter((place) => others.every((set) => set.has(place)))
    .filter((place) => phrases.every((term) => holds(all[place]?.folded ?? '', term)))
    .sort((a, b) => a - b);
}

function placesOf({ words, places }: WordIndex, word: string, prefix: boolean): ReadonlySet<number> {
  if (!prefix) return new Set(places.get(word) ?? []);
  const found = new Set<number>();
  for (let at = firstFrom(words, word); words[at]?.startsWith(word) === true; at += 1)
    for (const place of places.get(words[at] ?? '') ?? []) found.add(place);
  return found;
}

/** Where the first word stands that is not before the given one. */
function firstFrom(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function holds(folded: string, { words, prefix }: SearchTerm): boolean {
  return folded.includes(` ${words.join(' ')}${prefix ? '' : ' '}`);
}

function foundCase({ one, folded }: Indexed, terms: readonly SearchTerm[]): FoundCase {
  const paths = caseTexts(one).map(({ path }) => path);
  const fields = folded
    .slice(1, -1)
    .split(FIELD_END)
    .flatMap((text, at) => {
      const field = ` ${text} `;
      return terms.some((term) => holds(field, term)) ? [paths[at] ?? ''] : [];
    });
  return { id: one.id, pseudonym: one.pseudonym, fields };
}

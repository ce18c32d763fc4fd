/** Which countries a text speaks of, in its own words: named, by an adjective, by a capital, or in the outlet's name. */
import { isAllCapitals, type Word, wordsIn } from '../words.ts';
import { foldPlace } from './fold-place.ts';
import { ADJECTIVES, type ListedPlace, PLACES } from './lists.ts';
import { nameAt } from './name-index.ts';
import type { Gazetteer } from './place-file.ts';

/** How a text states a country. */
export interface Statement {
  /** As written: "Syrian". */
  readonly words: string;
  /** By a name or an adjective of the country itself, not by one of its towns. */
  readonly itself: boolean;
}

/** Countries by ISO code. */
export type StatedCountries = ReadonlyMap<string, Statement>;

const CODES = new WeakMap<Gazetteer, Map<string, string | null>>();

/**
 * The ISO code of a state by any of its names; null when the gazetteer has no such country.
 *
 * @example
 * countryCode(gazetteer, 'Syria'); // 'SY'
 */
export function countryCode(gazetteer: Gazetteer, name: string): string | null {
  const known = CODES.get(gazetteer) ?? new Map<string, string | null>();
  CODES.set(gazetteer, known);
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const found = gazetteer.find(foldPlace(name))?.places.find(({ place }) => place.rank === 'country');
  const code = found?.place.country ?? null;
  known.set(name, code);
  return code;
}

function listedAt(
  text: string,
  words: readonly Word[],
  at: number,
  capitals: boolean,
): { readonly entry: ListedPlace; readonly next: number } | null {
  const where = { text, words, capitals };
  return nameAt(PLACES, where, at) ?? nameAt(ADJECTIVES, where, at);
}

/**
 * The countries that a text states.
 *
 * @example
 * [...statedCountries(gazetteer, 'Syrian troops left.', wordsIn('Syrian troops left.'), null).keys()]; // ['SY']
 */
export function statedCountries(
  gazetteer: Gazetteer,
  text: string,
  words: readonly Word[],
  outlet: string | null,
): StatedCountries {
  const found = new Map<string, Statement>();
  const read = (from: string, tokens: readonly Word[]): void => {
    const capitals = isAllCapitals(from);
    for (let at = 0; at < tokens.length; ) {
      const listed = tokens[at]?.cap === true ? listedAt(from, tokens, at, capitals) : null;
      const state = listed?.entry.state ?? null;
      const code = state === null ? null : countryCode(gazetteer, state);
      const itself = listed?.entry.kind === 'state';
      if (
        listed !== null &&
        code !== null &&
        (itself ? found.get(code)?.itself !== true : !found.has(code))
      ) {
        const words = from.slice(tokens[at]?.start ?? 0, tokens[listed.next - 1]?.end ?? 0);
        found.set(code, { words, itself });
      }
      at = listed?.next ?? at + 1;
    }
  };
  read(text, words);
  if (outlet !== null) read(outlet, wordsIn(outlet));
  return found;
}

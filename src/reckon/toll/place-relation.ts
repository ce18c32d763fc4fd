/**
 * How two wordings of a place lie to each other, where that is certain. Words alone prove little: "Velt" and "Orsa" may be
 * one district and its town, and "Upper Kessar" need not lie in Kessar. What a gazetteer adds is handed in.
 */
import { foldWords } from '../fold-words.ts';

/** `inside`: the first lies in the second; `holds`: the other way; `apart`: they share no ground; `unknown`: not certain. */
export type PlaceRelation = 'same' | 'inside' | 'holds' | 'apart' | 'unknown';

/** Relates two wordings of a place. */
export type RelatePlaces = (a: string, b: string) => PlaceRelation;

/**
 * What the wordings themselves say: the same words are the same place, and "Grozny, Chechnya" lies in "Chechnya".
 *
 * @example
 * relateWordings('Grozny, Chechnya', 'Chechnya'); // 'inside'
 * relateWordings('Velt', 'Orsa'); // 'unknown'
 */
export function relateWordings(a: string, b: string): PlaceRelation {
  const left = partsOf(a);
  const right = partsOf(b);
  if (left.join() === right.join()) return left.join() === '' ? 'unknown' : 'same';
  if (endsWith(left, right)) return 'inside';
  return endsWith(right, left) ? 'holds' : 'unknown';
}

/**
 * Takes wordings that nothing relates for places apart: a reviewer's choice, never the default.
 *
 * @example
 * wordedApart(relateWordings)('Velt', 'Orsa'); // 'apart'
 */
export function wordedApart(relate: RelatePlaces): RelatePlaces {
  return (a, b) => {
    const found = relate(a, b);
    return found === 'unknown' && !sharesWord(a, b) ? 'apart' : found;
  };
}

/**
 * Asks one after the other until one is certain.
 *
 * @example
 * firstCertain(relateWordings, byGazetteer)('Aleppo', 'Syria'); // 'inside'
 */
export function firstCertain(...all: readonly RelatePlaces[]): RelatePlaces {
  return (a, b) => {
    for (const relate of all) {
      const found = relate(a, b);
      if (found !== 'unknown') return found;
    }
    return 'unknown';
  };
}

/** "Grozny, Chechnya" as ['grozny', 'chechnya']: from the smallest to the widest. */
function partsOf(wording: string): readonly string[] {
  return wording
    .split(',')
    .map((part) => foldWords(part).join(' '))
    .filter((part) => part !== '');
}

function endsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  return (
    shorter.length > 0 &&
    longer.length > shorter.length &&
    shorter.every((part, at) => longer[longer.length - shorter.length + at] === part)
  );
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(foldWords(a));
  return foldWords(b).some((word) => words.has(word));
}

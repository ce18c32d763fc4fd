/** Which nouns for bodies of a state may stand for each other. */
import type { PackSpeakerNoun } from './pack.ts';

/**
 * Whether a bare noun may stand for a body that was named with another: "прокуратура" is not the police named before,
 * "ведомство" may be.
 *
 * @param known the noun with which the body was named; null when it stood alone
 * @example
 * isSameSort(null, noun); // true
 */
export function isSameSort(known: PackSpeakerNoun | null, noun: PackSpeakerNoun): boolean {
  if (noun.kind !== 'public-body' || noun.oblique === '' || known === null || known === noun) return true;
  return /^(?:ведомств|відомств|министерств|міністерств|орган|служб|управлен|управлін)/.test(
    noun.forms.replace(/^\(/, ''),
  );
}

/** What the publisher's own words come to. */
import type { Stance } from '../record/stance.ts';
import { actorKindOf } from './gazetteer.ts';
import { promises, stanceOfWords } from './stance-of-words.ts';

/**
 * The stance of words that nobody is named for: a body denies, whoever says "we will" undertakes.
 *
 * @param outlet null when unknown
 * @example
 * ownStance('Velt Police', 'We will look into it.'); // 'undertakes'
 */
export function ownStance(outlet: string | null, words: string): Stance {
  const mouth = { kind: outlet === null ? ('unnamed' as const) : actorKindOf(outlet), named: outlet ?? '' };
  if (promises(words, mouth.kind === 'public-body')) return 'undertakes';
  if (outlet === null) return 'alleges';
  const said = mouth.kind === 'media' ? 'alleges' : stanceOfWords(words, mouth);
  return /^(?:asks|denies|disputes)$/.test(said) ? said : 'alleges';
}

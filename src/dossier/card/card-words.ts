/** The program's words on a card, in the language of the dossier; words of the record stay as they are. */
import type { View } from '../view.ts';
import { catalogueOf } from '../words/catalogues.ts';

/** A phrase with `{}` for each value, in the card's language; English where there are no words for it. */
export type Say = (phrase: string, ...values: readonly string[]) => string;

/**
 * What says the phrases of a card.
 *
 * @example
 * sayOf(view)('and {}', sayOf(view)('3 further voices'));
 */
export function sayOf({ options: { lang = 'en' } }: Pick<View, 'options'>): Say {
  const sayIn = lang === 'en' ? null : catalogueOf(lang);
  return (phrase, ...values) => {
    const pieces = (sayIn?.(phrase) ?? phrase).split('{}');
    return pieces.map((piece, index) => piece + (values[index] ?? '')).join('');
  };
}

/** In which languages the pages of a dossier speak, and the words of each. English is what stands in the program. */
import type { SayIn } from '../spoken-markup.ts';
import { sayInRussian } from './russian.ts';

export const DOSSIER_LANGS = ['en', 'ru'] as const;
export type DossierLang = (typeof DOSSIER_LANGS)[number];

/**
 * What says the phrases in a language.
 *
 * @example
 * catalogueOf('ru')('Places'); // 'Места'
 */
export function catalogueOf(lang: Exclude<DossierLang, 'en'>): SayIn {
  switch (lang) {
    case 'ru':
      return sayInRussian;
  }
}

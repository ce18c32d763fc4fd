/** Words of the desk in the language of the person: catalogues by key, with places for names and numbers. */

import { signal } from '@preact/signals';
import { sizeWords } from '../../record/size-words.ts';
import { EN, type WordKey } from './en.ts';
import { RU } from './ru.ts';

export const LANGUAGES = { en: EN, ru: RU } as const satisfies Record<
  string,
  Readonly<Record<WordKey, string>>
>;
export type Language = keyof typeof LANGUAGES | 'pseudo';

/** `pseudo`: every word lengthened and right to left, to see what a translation would break. */
export const language = signal<Language>(firstLanguage());

function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (asked === 'pseudo' || asked === 'en' || asked === 'ru') return asked;
  return navigator.language.startsWith('ru') ? 'ru' : 'en';
}

/**
 * The words for a key.
 *
 * @param values put in the place of `{name}`
 * @example
 * words('inbox.waiting', { count: 4 }); // '4 to read'
 */
export function words(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const now = language.value;
  const text = LANGUAGES[now === 'pseudo' ? 'en' : now][key];
  const filled = fill(text, values, now === 'pseudo' ? 'en' : now);
  return now === 'pseudo' ? lengthened(filled) : filled;
}

/**
 * A number in the person's language.
 *
 * @param places always so many decimal places; as they come when left out
 * @example
 * numberIn(12000); // '12,000'
 */
export function numberIn(value: number, places?: number): string {
  const fixed = places === undefined ? {} : { minimumFractionDigits: places, maximumFractionDigits: places };
  return value.toLocaleString(language.value === 'ru' ? 'ru' : 'en', fixed);
}

/**
 * A size in the person's language.
 *
 * @example
 * sizeIn(4_200_000); // '4.2 MB'
 */
export function sizeIn(bytes: number): string {
  return sizeWords(bytes, language.value === 'ru' ? 'ru' : 'en');
}

/** `{count|one form|other form}` picks by the rules of the language; Russian takes three. */
function fill(text: string, values: Readonly<Record<string, string | number>>, lang: string): string {
  return text.replace(/\{(\w+)((?:\|[^|}]*)*)\}/gu, (_, name: string, forms: string) => {
    const value = values[name];
    const shown = typeof value === 'number' ? value.toLocaleString(lang) : (value ?? '');
    if (forms === '') return shown;
    const given = forms.slice(1).split('|');
    const order = ['one', 'few', 'many', 'other'];
    const rule = new Intl.PluralRules(lang).select(Number(value));
    const form =
      given.length === 2
        ? given[rule === 'one' ? 0 : 1]
        : given[Math.min(order.indexOf(rule), given.length - 1)];
    return `${shown} ${form ?? ''}`;
  });
}

function lengthened(text: string): string {
  return `⟦${text.replace(/[aeiou]/gu, (letter) => letter + letter)}⟧`;
}

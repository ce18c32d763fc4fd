/** The catalogues of words: the same keys and the same places for values; plural forms as many as the language has. */
import { describe, expect, test } from 'vitest';
import { EN } from './en.ts';
import { RU } from './ru.ts';

const PLACE = /\{(\w+)((?:\|[^|}]*)*)\}/gu;
const CATALOGUES = { en: EN, ru: RU } as const;
const FORMS = { en: 2, ru: 3 } as const;

function placesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name]) => name ?? ''))].sort();
}

test('every language has every key, with the same places for values', () => {
  expect(Object.keys(RU).sort()).toEqual(Object.keys(EN).sort());
  const unlike = Object.entries(EN).filter(
    ([key, text]) => placesOf(text).join() !== placesOf(RU[key as keyof typeof RU]).join(),
  );
  expect(unlike.map(([key]) => key)).toEqual([]);
});

describe.each(['en', 'ru'] as const)('%s', (language) => {
  const entries = Object.entries(CATALOGUES[language]);

  test('has no empty words', () => {
    expect(entries.filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('has as many plural forms as its grammar asks for', () => {
    const wrong = entries.filter(([, text]) =>
      [...text.matchAll(PLACE)].some(([, , forms = '']) => {
        const given = forms.split('|').length - 1;
        return given !== 0 && given !== FORMS[language];
      }),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test('leaves no brace open', () => {
    const open = entries.filter(([, text]) => /[{}]/u.test(text.replace(PLACE, '')));
    expect(open.map(([key]) => key)).toEqual([]);
  });
});

test('Russian is written in Russian', () => {
  const latin = Object.entries(RU).filter(
    ([key, text]) => text === EN[key as keyof typeof EN] && /[a-z]{3}/iu.test(text.replace(PLACE, '')),
  );
  expect(latin.map(([key]) => key)).toEqual([]);
});

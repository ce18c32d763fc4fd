import { expect, test } from 'vitest';
import { MOST_SPELLINGS, type SpelledTexts, spellings, wholeNames } from './spelled-person.ts';

const NONE: SpelledTexts = {
  name: [],
  given: [],
  father: [],
  family: [],
  bornAt: [],
  livedAt: [],
  diedAt: [],
};

test('parts in one script go together, Latin first; a part in one script alone stands in both', () => {
  const told = spellings({
    ...NONE,
    given: ['Тарн', 'Tarn'],
    father: ['Orel'],
    family: ['Белиско', 'Belisko'],
    livedAt: ['Орса', 'Orsa'],
  });
  expect(told.map(({ name, livedAt }) => [name, livedAt])).toEqual([
    ['Tarn Orel Belisko', 'Orsa'],
    ['Тарн Orel Белиско', 'Орса'],
  ]);
});

test('two whole names in one script are two spellings; names in parts stand beside a whole one in another script', () => {
  expect(spellings({ ...NONE, name: ['Tarn Belisko', 'Tarn Beliscu'] }).map(({ name }) => name)).toEqual([
    'Tarn Belisko',
    'Tarn Beliscu',
  ]);
  const both = spellings({ ...NONE, name: ['Тарн Белиско'], given: ['Tarn'], family: ['Belisko'] });
  expect(wholeNames(both).map(({ text }) => text)).toEqual(['Tarn Belisko', 'Тарн Белиско']);
});

test('a column "name" beside a family name holds the rest of it, unless it holds all', () => {
  const nameOf = (texts: Partial<SpelledTexts>) => spellings({ ...NONE, ...texts })[0]?.name;
  expect(nameOf({ name: ['Tarn'], family: ['Belisko'] })).toBe('Tarn Belisko');
  expect(nameOf({ name: ['BELISKO Tarn'], family: ['Belisko'] })).toBe('BELISKO Tarn');
});

test('nobody named is one spelling without a name, and no listing has more than are compared', () => {
  expect(spellings({ ...NONE, livedAt: ['Orsa'] })).toEqual([
    { name: null, given: null, father: null, family: null, bornAt: null, livedAt: 'Orsa', diedAt: null },
  ]);
  const many = Array.from({ length: 9 }, (_, at) => `Tarn ${'abcdefghi'[at]}`);
  expect(spellings({ ...NONE, name: many })).toHaveLength(MOST_SPELLINGS);
});

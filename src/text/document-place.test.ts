import { expect, test } from 'vitest';
import { documentPlacesOf } from './document-place.ts';

const CASES: readonly (readonly [string, string, string | null, readonly string[]])[] = [
  ['a region and its country', "Three died in Ostrana's Kessar region.", 'Kessar', ['Kessar in Ostrana']],
  [
    'a region of a country',
    'The Kessar region of Ostrana is quiet. It rained in Ostrana.',
    'Kessar',
    ['Kessar in Ostrana'],
  ],
  ['a town said to lie in a region', 'Men were held in Dol, a town in Kessar.', 'Dol', ['Dol in Kessar']],
  ['the dateline does not count', 'VELIN (Northline) – Four people were killed in Kessar.', 'Kessar', []],
  ['an office tells the place', 'The governor of Kessar, Pavel Orsk, said so.', 'Kessar', []],
  [
    'a longer name is another place',
    'Mills stood still in Upper Kessar. They met in Dol. Dol is small.',
    'Dol',
    [],
  ],
  [
    'an adjective is no place',
    'In the Russian republic, men were held in Chechnya. Chechnya is small. The Russian republic is small.',
    'Chechnya',
    [],
  ],
  ['no place', 'Nobody said where.', null, []],
];

test.each(CASES)('%s', (_, text, main, within) => {
  const places = documentPlacesOf(text);
  expect(places.main).toBe(main);
  expect(places.within.map((pair) => `${pair.name} in ${pair.within}`)).toEqual(within);
});

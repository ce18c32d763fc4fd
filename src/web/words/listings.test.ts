import { expect, test } from 'vitest';
import { LEVELS } from '../../reckon/linkage/columns.ts';
import { LIST_PROPERTIES } from '../../record/victim-list.ts';
import { LISTINGS } from './en/listings.ts';

test('every column that a list can have and every level of likeness has words, and nothing else has', () => {
  const wanted = [
    ...LIST_PROPERTIES.map((name) => `people.column.${name}`),
    ...Object.values(LEVELS).flatMap((levels) => levels.map((name) => `people.level.${name}`)),
  ];
  expect(Object.keys(LISTINGS).sort()).toEqual([...new Set(wanted)].sort());
});

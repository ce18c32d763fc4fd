import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenFrom, fieldsOfBoth } from './three-way.ts';
import { wordChanges, wordsOfBoth } from './word-changes.ts';

test.each([
  ['men killed in Orsa', 'ten men killed in Orsa', 'men killed near Orsa', 'ten men killed near Orsa'],
  ['men killed in Orsa', 'women killed in Orsa', 'people killed in Orsa', null],
  ['men killed in Orsa', 'men killed in Orsa', 'men held', 'men held'],
  ['men killed in Orsa', 'men held', 'men killed in Orsa', 'men held'],
  ['men killed in Orsa', 'women held', 'women held', 'women held'],
  ['a b c d', 'a c d', 'a b c d e', 'a c d e'],
  ['a b c', 'a b c', '', ''],
  ['', 'ткачи убиты', '', 'ткачи убиты'],
  [
    'ткачи убиты в Орсе',
    'десять ткачей убиты в Орсе',
    'ткачи убиты под Орсой',
    'десять ткачей убиты под Орсой',
  ],
])('%j, %j and %j make %j', (base, theirs, yours, together) => {
  expect(wordsOfBoth(base, theirs, yours)).toBe(together);
});

const words = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 })
  .map((list) => list.join(' '));

test('changes told word by word lead from one text to the other', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const stretches = wordChanges(before, after);
      const read = (left: 'gone' | 'new'): string =>
        stretches
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join('')
          .replaceAll(/\s+/gu, ' ')
          .trim();
      expect(read('gone')).toBe(after);
      expect(read('new').split(' ').join('')).toBe(before.split(' ').join(''));
    }),
  );
});

test('who is called "theirs" decides nothing; what one alone changed is taken whole', () => {
  fc.assert(
    fc.property(words, words, words, (base, one, other) => {
      expect(wordsOfBoth(base, one, other)).toBe(wordsOfBoth(base, other, one));
      expect(wordsOfBoth(base, one, base)).toBe(one);
    }),
  );
});

describe('field by field', () => {
  const base = { title: 'Raid on Orsa', clarity: 1, propositions: [{ id: 'a' }, { id: 'b' }], place: '' };
  const kinds = { title: 'words', clarity: 'whole', propositions: 'list', place: 'whole' } as const;
  const theirs = {
    ...base,
    title: 'Raid on Upper Orsa',
    clarity: 2,
    propositions: [{ id: 'a' }, { id: 'c' }],
  };
  const yours = {
    ...base,
    title: 'Night raid on Orsa',
    clarity: 3,
    propositions: [{ id: 'a' }, { id: 'b' }, { id: 'd' }],
    place: 'plc',
  };

  test('nothing of either is lost; what both changed and cannot be put together is left open', () => {
    const together = fieldsOfBoth({ base, theirs, yours }, kinds);
    expect(together).toEqual([
      { field: 'title', outcome: 'both', both: 'Night raid on Upper Orsa' },
      { field: 'clarity', outcome: 'open', both: null },
      { field: 'propositions', outcome: 'both', both: [{ id: 'a' }, { id: 'c' }, { id: 'd' }] },
      { field: 'place', outcome: 'yours', both: null },
    ]);
    expect(chosenFrom({ base, theirs, yours }, together, { clarity: 'theirs' })).toEqual({
      title: 'Night raid on Upper Orsa',
      clarity: 2,
      propositions: [{ id: 'a' }, { id: 'c' }, { id: 'd' }],
      place: 'plc',
    });
    expect(chosenFrom({ base, theirs, yours }, together, { title: 'yours' })).toMatchObject({
      title: 'Night raid on Orsa',
      clarity: 3,
    });
  });

  test('alike is nothing to choose', () => {
    expect(fieldsOfBoth({ base, theirs: yours, yours }, kinds)).toEqual([]);
  });
});

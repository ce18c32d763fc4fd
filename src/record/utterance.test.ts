import { expect, test } from 'vitest';
import { claimOf, idAt } from './entities.cases.ts';
import { utteranceOf } from './utterance.ts';

test('keeps who, through whom and how many; somebody unnamed is never the same as somebody else', () => {
  const first = utteranceOf(claimOf());
  const second = utteranceOf(claimOf({ id: idAt('claim', 2) }));
  expect(first).toMatchObject({ low: 26, best: 26, high: 26, vague: false, saidAt: '2017-05-18' });
  expect(first.voices[0]).toBe(idAt('actor'));
  expect(first.voices[1]).toBe(`anonymous:${idAt('source')}:${idAt('claim')}`);
  expect(second.voices[1]).not.toBe(first.voices[1]);
});

test('a quantity in words only is vague, no quantity is not', () => {
  const dozens = {
    low: null,
    best: null,
    high: null,
    comparator: 'vague',
    unit: 'individual',
    wording: 'dozens',
  } as const;
  expect(utteranceOf(claimOf({ quantity: dozens }))).toMatchObject({
    low: null,
    best: null,
    high: null,
    vague: true,
  });
  expect(utteranceOf(claimOf({ quantity: null }))).toMatchObject({
    low: null,
    best: null,
    high: null,
    vague: false,
  });
});

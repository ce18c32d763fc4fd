import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OnRecordError } from './onrecord-error.ts';
import { COMPARATORS, exactly, type Quantity, quantity, quantityOf } from './quantity.ts';

test.each([
  ['26', exactly(26, '26'), [26, 26, 26]],
  ['at least 26', quantityOf('at-least', 26, 'at least 26'), [26, null, null]],
  ['more than 100', quantityOf('more-than', 100, 'more than 100'), [101, null, null]],
  ['100+', quantityOf('at-least', 100, '100+'), [100, null, null]],
  ['up to 30', quantityOf('at-most', 30, 'up to 30'), [null, null, 30]],
  ['fewer than 10', quantityOf('fewer-than', 10, 'fewer than 10'), [null, null, 9]],
  ['16-50', quantityOf('between', 16, '16-50', 50), [16, null, 50]],
  ['about 40', quantityOf('about', 40, 'about 40'), [null, 40, null]],
  ['dozens', quantityOf('vague', null, 'dozens'), [null, null, null]],
  ['none', exactly(0, 'none'), [0, 0, 0]],
])('"%s"', (wording, made, [low, best, high]) => {
  expect(made).toMatchObject({ low, best, high, unit: 'individual', wording });
  expect(Object.isFrozen(made)).toBe(true);
});

test.each([
  ['a reversed range', () => quantityOf('between', 50, '50-16', 16)],
  ['fewer than none', () => quantityOf('fewer-than', 0, 'fewer than 0')],
  ['half a person', () => exactly(2.5, '2.5')],
  ['less than nothing', () => exactly(-1, '-1')],
  ['no number', () => exactly(Number.NaN, '?')],
  ['beyond what can be counted', () => exactly(2 ** 60, 'many')],
  ['no words', () => exactly(3, '  ')],
])('%s is refused, not repaired', (_, make) => {
  expect(make).toThrow(OnRecordError);
});

test('all faults are told, not the first', () => {
  const fields = { low: -1, best: 2.5, high: null, comparator: 'some', unit: 'heads', wording: '' };
  try {
    quantity(fields as unknown as Quantity);
    expect.unreachable();
  } catch (error) {
    expect((error as OnRecordError).faults.map(({ path }) => path)).toEqual([
      'low',
      'best',
      'comparator',
      'unit',
      'wording',
    ]);
  }
});

test('bounds are in order or refused', () => {
  const bound = fc.option(fc.nat(9));
  fc.assert(
    fc.property(bound, bound, bound, fc.constantFrom(...COMPARATORS), (low, best, high, comparator) => {
      const present = [low, best, high].filter((n) => n !== null);
      const ordered = present.every((n, i) => i === 0 || (present[i - 1] ?? 0) <= n);
      const make = () => quantity({ low, best, high, comparator, unit: 'individual', wording: 'x' });
      if (ordered) expect(make()).toMatchObject({ low, best, high });
      else expect(make).toThrow(/greater/);
    }),
  );
});

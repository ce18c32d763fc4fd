/** Rules, axes and rounding: what is refused with every fault, and that rounding is deterministic and honest. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OnRecordError } from '../../record/onrecord-error.ts';
import { makeAxis } from './axis.ts';
import { cellAt, cellCount, labelsOf, sumsOf } from './cell-grid.ts';
import { disclosureRule, roundedFrom, roundedTo } from './disclosure-rule.ts';

test('a number is among those that are rounded to what it is rounded to, and its neighbours outside are not', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 3, max: 100 }), (count, base) => {
      const number = roundedTo(count, base);
      const { least, most } = roundedFrom(number, base);
      expect(number % base).toBe(0);
      expect(Math.abs(number - count) * 2).toBeLessThanOrEqual(base);
      expect(least <= count && count <= most).toBe(true);
      expect(roundedTo(most + 1, base)).toBe(number + base);
      if (least > 0) expect(roundedTo(least - 1, base)).toBe(number - base);
    }),
  );
});

test('the house rule, and what is out of bounds', () => {
  expect(disclosureRule()).toEqual({
    kind: 'suppress',
    threshold: 5,
    protection: 5,
    zeros: 'publish',
    base: 5,
  });
  expect(disclosureRule({ threshold: 10 }).protection).toBe(10);
  try {
    disclosureRule({ threshold: 2, base: 1 });
    expect.unreachable();
  } catch (error) {
    expect((error as OnRecordError).faults.map(({ path }) => path)).toEqual(['threshold', 'base']);
  }
});

test('an axis tells all its faults', () => {
  expect(() =>
    makeAxis({ name: '', values: ['a', 'a', ''], groups: [{ whole: 'g', parts: ['z'] }], total: 'a' }),
  ).toThrowError(
    expect.objectContaining({ faults: expect.arrayContaining([expect.objectContaining({ path: 'name' })]) }),
  );
});

test('cells and their labels are one, and sums over each axis are as many as they must be', () => {
  const axes = [
    makeAxis({
      name: 'a',
      values: ['1', '2', '3'],
      total: 'all',
      groups: [{ whole: 'few', parts: ['1', '2'] }],
    }),
    makeAxis({ name: 'b', values: ['x', 'y'], total: 'all' }),
    makeAxis({ name: 'c', values: ['p', 'q'] }),
  ];
  expect(cellCount(axes)).toBe(5 * 3 * 2);
  for (let cell = 0; cell < cellCount(axes); cell += 1) expect(cellAt(axes, labelsOf(axes, cell))).toBe(cell);
  expect(
    sumsOf(axes)
      .map(({ axis }) => axis)
      .sort(),
  ).toEqual([...Array(12).fill(0), ...Array(10).fill(1)]);
  expect(cellAt(axes, ['1', 'z', 'p'])).toBe(-1);
});

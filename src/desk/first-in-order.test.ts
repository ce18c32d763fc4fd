import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInOrder } from './first-in-order.ts';

const rows = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat()), { maxLength: 200 });

test('gives what sorting all of the list would give, with equal rows in the order of the list', () => {
  const compare = ([a]: readonly [number, number], [b]: readonly [number, number]): number => b - a;
  fc.assert(
    fc.property(rows, fc.nat({ max: 220 }), (all, most) => {
      expect(firstInOrder(all, compare, most)).toEqual(all.toSorted(compare).slice(0, most));
    }),
  );
});

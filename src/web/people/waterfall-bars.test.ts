import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waterfallBars } from './waterfall-bars.ts';

test('each bar begins where the one before it ended, and the last ends at the weight', () => {
  const { bars, zero, end } = waterfallBars([-2, 6, -1]);
  expect(zero).toBeCloseTo(1 / 3);
  expect(bars).toEqual([
    { from: 0, to: zero, adds: false },
    { from: 0, to: 1, adds: true },
    { from: end, to: 1, adds: false },
  ]);
  expect(end).toBeCloseTo(5 / 6);
});

test('no bar leaves the drawing, whatever the bits', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { maxLength: 12 }), (bits) => {
      const { bars, zero, end } = waterfallBars(bits);
      for (const value of [zero, end, ...bars.flatMap(({ from, to }) => [from, to])]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      for (const { from, to } of bars) expect(from).toBeLessThanOrEqual(to);
    }),
  );
});

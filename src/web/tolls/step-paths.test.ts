import { expect, test } from 'vitest';
import { WIDE } from '../../dossier/toll-scales.ts';
import { boundPath, spansOf } from './step-paths.ts';

const DAY = 86_400_000;
const first = Date.parse('2031-04-01');
const scales = {
  x: (time: number) => ((time - first) / DAY) * 10,
  y: (value: number) => 100 - value,
  end: first + 9 * DAY,
  box: { ...WIDE, top: 20 },
};
const steps = [
  { day: '2031-04-01', low: 3, best: null, high: 5 },
  { day: '2031-04-03', low: 7, best: 7, high: null },
  { day: '2031-04-06', low: 7, best: null, high: 9 },
];

test('a bound steps on the day on which it changed and runs to the end of the frame', () => {
  expect(boundPath(steps, 'low', scales)).toBe('M0 97H20V93H50V93H90');
});

test('a bound that is not stated leaves a gap, never a fall to zero', () => {
  expect(boundPath(steps, 'best', scales)).toBe('M20 93H50');
  expect(boundPath(steps, 'high', scales)).toBe('M0 95H20M50 91H90');
});

test('the span is open up to the top where no high is stated', () => {
  expect(spansOf(steps, scales)).toEqual([
    { x: 0, y: 95, width: 20, height: 2, unbounded: false },
    { x: 20, y: 20, width: 30, height: 73, unbounded: true },
    { x: 50, y: 91, width: 40, height: 2, unbounded: false },
  ]);
  expect(spansOf([{ day: '2031-04-01', low: null, best: null, high: 4 }], scales)).toEqual([]);
});

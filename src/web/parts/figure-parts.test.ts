import { expect, test } from 'vitest';
import { figureParts } from './figure-parts.ts';

test.each([
  [{ low: 26, best: 26, high: 26 }, null, [26]],
  [{ low: 2, best: 6, high: 6 }, null, [2, 'to', 6]],
  [{ low: 101, best: null, high: null }, null, ['at-least', 101]],
  [{ low: null, best: 4, high: 9 }, null, ['up-to', 9]],
  [{ low: 2, best: 2, high: null }, 14, [2, 'to', 14, 'or-more']],
  [{ low: null, best: null, high: null }, 14, [14, 'or-more']],
  [{ low: null, best: 100, high: null }, null, [100]],
  [{ low: 0, best: 0, high: 0 }, null, [0]],
  [{ low: null, best: null, high: null }, null, ['none']],
])('%j open from %s', (bounds, openFrom, parts) => {
  expect(figureParts(bounds, openFrom)).toEqual(parts);
});

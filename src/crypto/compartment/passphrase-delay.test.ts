import { expect, test } from 'vitest';
import { afterFailure, NO_FAILED_TRIES, waitBeforeTry } from './passphrase-delay.ts';

test('two wrong tries are free, then the wait doubles up to 15 minutes', () => {
  let tries = NO_FAILED_TRIES;
  const waits: number[] = [];
  for (let count = 0; count < 14; count += 1) {
    waits.push(waitBeforeTry(tries, 5000) / 1000);
    tries = afterFailure(tries, 5000);
  }
  expect(waits).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  expect(waitBeforeTry({ count: 5000, last: 0 }, 0)).toBe(900_000);
});

test('time that passed counts, a clock set back does not', () => {
  expect(waitBeforeTry({ count: 4, last: 10_000 }, 11_000)).toBe(3000);
  expect(waitBeforeTry({ count: 4, last: 10_000 }, 20_000)).toBe(0);
  expect(waitBeforeTry({ count: 4, last: 10_000 }, 0)).toBe(4000);
});

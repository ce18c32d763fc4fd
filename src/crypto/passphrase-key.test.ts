import { expect, test } from 'vitest';
import {
  type Argon2Cost,
  calibrateCost,
  costFaults,
  measureWith,
  passphraseFault,
  passphraseKey,
  passphraseKeyAside,
} from './passphrase-key.ts';

const salt = new Uint8Array(16).fill(7);
const cost = { memoryKib: 65_536, passes: 1, lanes: 1, salt };
const key = (words: string) => Buffer.from(passphraseKey(words, cost)).toString('hex');

test('the same words in another Unicode form give the same key, other words another one', () => {
  const composed = key('Caf\u00e9 \ufb01 \u2460');
  expect(key('Cafe\u0301 fi 1')).toBe(composed);
  expect(key('Cafe fi 1')).not.toBe(composed);
  expect(composed).toHaveLength(64);
});

test('made on another thread it is the same key, and refuses the same', async () => {
  expect(Buffer.from(await passphraseKeyAside('words', cost)).toString('hex')).toBe(key('words'));
  await expect(passphraseKeyAside(' ', cost)).rejects.toThrow(/empty/);
  await expect(passphraseKeyAside('words', { ...cost, passes: 0 })).rejects.toThrow(/passes/);
});

test('salt and cost change the key', () => {
  const other = passphraseKey('words', { ...cost, salt: new Uint8Array(16).fill(8) });
  const slower = passphraseKey('words', { ...cost, passes: 2 });
  expect(
    new Set([key('words'), ...[other, slower].map((one) => Buffer.from(one).toString('hex'))]).size,
  ).toBe(3);
});

test.each([
  ['empty', '', /empty/],
  ['only spaces', ' \t\u00a0', /empty/],
  ['half a character', 'x\ud800', /half a character/],
  ['long', 'x'.repeat(5000), /longer/],
  ['long after normalisation', '\ufdfa'.repeat(4000), /longer/],
])('a passphrase that is %s is refused', (_, words, why) => {
  expect(passphraseFault(words)).toMatch(why);
  expect(() => passphraseKey(words, cost)).toThrow(why);
});

test('a refusal does not repeat the passphrase', () => {
  expect(passphraseFault('SECRET\ud800')).not.toMatch(/SECRET/);
});

test.each<readonly [string, Partial<Argon2Cost>, string]>([
  ['less than 64 MiB', { memoryKib: 65_535 }, 'memoryKib'],
  ['100 GB', { memoryKib: 100_000_000 }, 'memoryKib'],
  ['no passes', { passes: 0 }, 'passes'],
  ['a million passes', { passes: 1_000_000 }, 'passes'],
  ['half a pass', { passes: 1.5 }, 'passes'],
  ['NaN', { passes: Number.NaN }, 'passes'],
  ['no lane', { lanes: 0 }, 'lanes'],
  ['255 lanes', { lanes: 255 }, 'lanes'],
])('a cost of %s is refused before any memory is taken', (_, part, path) => {
  expect(costFaults({ ...cost, ...part }).map((fault) => fault.path)).toEqual([path]);
  expect(() => passphraseKey('words', { ...cost, ...part })).toThrow(path);
});

test('every fault of a cost is told, and the limits themselves are allowed', () => {
  expect(costFaults({ memoryKib: 1, passes: 0, lanes: 99 })).toHaveLength(3);
  expect(costFaults({ memoryKib: 65_536, passes: 1, lanes: 1 })).toEqual([]);
  expect(costFaults({ memoryKib: 4_194_304, passes: 64, lanes: 16 })).toEqual([]);
});

test('a short salt is refused', () => {
  expect(() => passphraseKey('words', { ...cost, salt: new Uint8Array(8) })).toThrow(/16 to 64 bytes/);
});

/** A machine: milliseconds to get 128 MiB, and milliseconds for one pass over them. */
function machine(getting: number, pass: number): { spent: (cost: Argon2Cost) => number } {
  let fresh = getting;
  return {
    spent: ({ memoryKib, passes }) => {
      const once = fresh;
      fresh = 0;
      return (memoryKib / 131_072) * (once + passes * pass);
    },
  };
}

test.each([
  ['a usual machine', 150, 40, { memoryKib: 131_072, passes: 16, lanes: 1 }],
  ['a fast one', 0, 1, { memoryKib: 131_072, passes: 64, lanes: 1 }],
  ['a slow one', 300, 250, { memoryKib: 65_536, passes: 5, lanes: 1 }],
  ['a very slow one', 500, 4000, { memoryKib: 65_536, passes: 3, lanes: 1 }],
  ['a clock that stands still', 0, 0, { memoryKib: 131_072, passes: 64, lanes: 1 }],
])('%s', (_, getting, pass, expected) => {
  const found = calibrateCost(machine(getting, pass).spent);
  expect(found).toEqual(expected);
  expect(costFaults(found)).toEqual([]);
});

test('a calibrated cost fills its time in a fresh process and never more, where 64 MiB allow it', () => {
  for (const pass of [5, 20, 40, 80, 160, 320, 400]) {
    const found = calibrateCost(machine(200, pass).spent);
    const unlock = machine(200, pass).spent(found);
    expect(unlock).toBeLessThanOrEqual(800);
    if (found.passes < 64) expect(unlock).toBeGreaterThan(500);
  }
});

test('measuring makes a real key and reads the clock it is given', () => {
  const times = [1000, 1234];
  expect(measureWith(() => times.shift() ?? Number.NaN)(cost)).toBe(234);
});

test('a machine that is busy for a moment does not leave a weaker cost', () => {
  const times = [200, 900, 120];
  expect(calibrateCost(() => times.shift() ?? 0)).toEqual({ memoryKib: 131_072, passes: 16, lanes: 1 });
});

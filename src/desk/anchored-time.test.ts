import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchoredTimes, type TimeAnchor } from './anchored-time.ts';

const A = 'https://a.example';
const B = 'https://b.example';
/** Checkpoint of 3 entries stamped at ten, the token in entry 4; of 8 at noon in 9; of 12 at two o'clock in 13. */
const ANCHORS: readonly TimeAnchor[] = [
  { size: 8, seq: 9, genTime: '2026-03-01T12:00:00.000Z', authority: B },
  { size: 3, seq: 4, genTime: '2026-03-01T10:00:00.000Z', authority: A },
  { size: 12, seq: 13, genTime: '2026-03-01T14:00:00.000Z', authority: A },
];
const one = (seq: number, at: string, anchors = ANCHORS) => anchoredTimes([{ seq, at }], anchors)[0];

test.each<readonly [number, string | null, string | null]>([
  [1, null, '10:00'],
  [3, null, '10:00'],
  [4, '10:00', '12:00'],
  [5, '10:00', '12:00'],
  [8, '10:00', '12:00'],
  [9, '12:00', '14:00'],
  [10, '12:00', '14:00'],
  [12, '12:00', '14:00'],
  [13, '14:00', null],
  [14, '14:00', null],
])('entry %i lies between %s and %s', (seq, low, high) => {
  const time = one(seq, '2026-03-01T11:00:00.000Z');
  expect(time?.notBefore?.at.slice(11, 16) ?? null).toBe(low);
  expect(time?.notAfter?.at.slice(11, 16) ?? null).toBe(high);
});

test.each<readonly [string, number, string, RegExp | null]>([
  ['inside', 6, '2026-03-01T11:00:00.000Z', null],
  ['on the lower end', 6, '2026-03-01T10:00:00.000Z', null],
  ['on the upper end', 6, '2026-03-01T12:00:00.000Z', null],
  [
    'a clock set back a year',
    6,
    '2025-03-01T11:00:00.000Z',
    /364 days before the earliest one possible.*set back/,
  ],
  [
    'a clock set forward a year',
    6,
    '2027-03-01T11:00:00.000Z',
    /364 days after the latest one possible.*set forward/,
  ],
  ['three seconds late', 6, '2026-03-01T12:00:03.000Z', /claims a time 3 seconds after/],
  ['a year back before the first token: nobody can tell', 2, '2025-03-01T11:00:00.000Z', null],
])('claimed time %s', (_, seq, at, sentence) => {
  const told = one(seq, at)?.sentence ?? null;
  if (sentence === null) expect(told).toBeNull();
  else expect(told).toMatch(sentence);
});

test('without anchors nothing is known and nothing is said', () => {
  expect(one(5, '2026-03-01T11:00:00.000Z', [])).toEqual({
    seq: 5,
    claimed: '2026-03-01T11:00:00.000Z',
    notBefore: null,
    notAfter: null,
    sentence: null,
  });
});

test('an old checkpoint stamped late says nothing about entries written in between', () => {
  const late = { size: 3, seq: 20, genTime: '2026-03-01T18:00:00.000Z', authority: A };
  expect(one(10, '2026-03-01T11:00:00.000Z', [late])).toMatchObject({ notBefore: null, notAfter: null });
  expect(one(21, '2026-03-01T19:00:00.000Z', [late])?.notBefore?.at).toBe('2026-03-01T18:00:00.000Z');
});

test('a token that is not in the log bounds from above only', () => {
  const found = { size: 5, seq: null, genTime: '2026-03-01T10:00:00.000Z', authority: A };
  expect(one(5, '2026-03-01T09:00:00.000Z', [found])?.notAfter?.at).toBe('2026-03-01T10:00:00.000Z');
  expect(one(6, '2026-03-01T11:00:00.000Z', [found])?.notBefore).toBeNull();
});

test('the accuracy of the authority widens the interval', () => {
  const rough = ANCHORS.map((anchor) => ({ ...anchor, accuracySeconds: 1.5 }));
  const time = one(6, '2026-03-01T12:00:01.000Z', rough);
  expect([time?.notBefore?.at, time?.notAfter?.at]).toEqual([
    '2026-03-01T09:59:58.500Z',
    '2026-03-01T12:00:01.500Z',
  ]);
  expect(time?.sentence).toBeNull();
});

test('authorities that contradict each other are both named', () => {
  const wrong = { size: 4, seq: 5, genTime: '2031-01-01T00:00:00.000Z', authority: 'https://fast.example' };
  expect(one(6, '2026-03-01T11:00:00.000Z', [...ANCHORS, wrong])?.sentence).toMatch(
    /contradict each other by \d+ days: https:\/\/fast\.example .* https:\/\/b\.example/,
  );
});

test('an unreadable time is refused', () => {
  expect(() => one(1, 'yesterday')).toThrow(/ISO 8601/);
});

test('the same as looking at every anchor, for any anchors', () => {
  const instant = fc.integer({ min: 0, max: 1000 }).map((n) => new Date(n * 1000).toISOString());
  const anchor = fc.record({
    size: fc.nat(30),
    seq: fc.option(fc.nat(40)),
    genTime: instant,
    authority: fc.constant(A),
  });
  fc.assert(
    fc.property(
      fc.array(anchor, { maxLength: 12 }),
      fc.integer({ min: 1, max: 40 }),
      instant,
      (anchors, seq, at) => {
        const times = (list: readonly TimeAnchor[]): string[] =>
          list.map(({ genTime }) => genTime).toSorted();
        const time = one(seq, at, anchors);
        expect(time?.notAfter?.at).toBe(times(anchors.filter(({ size }) => size >= seq))[0]);
        expect(time?.notBefore?.at).toBe(times(anchors.filter((a) => a.seq !== null && a.seq <= seq)).at(-1));
        const low = time?.notBefore?.at ?? at;
        const high = time?.notAfter?.at ?? at;
        expect(time?.sentence === null).toBe(low <= at && at <= high && low <= high);
      },
    ),
  );
});

import { expect, test } from 'vitest';
import type { TimeAnchor } from '../anchored-time.ts';
import { clockHonesty, type TimedEntry } from './clock-honesty.ts';

const NOW = new Date('2031-05-01T12:00:00.000Z');
const entry = (seq: number, at: string, action = 'claim-reviewed'): TimedEntry => ({ seq, at, action });
const anchor = (size: number, seq: number, genTime: string): TimeAnchor => ({
  size,
  seq,
  genTime,
  authority: 'https://time.example/',
});

test('entries of which the same is known are told together', () => {
  const entries = [1, 2, 3, 4].map((seq) => entry(seq, `2031-04-0${seq}T08:00:00.000Z`));
  const { stretches, sentences, outside } = clockHonesty(
    entries,
    [anchor(2, 3, '2031-04-02T09:00:00.000Z')],
    NOW,
  );
  expect(stretches.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(stretches[0]).toMatchObject({
    claimedFirst: '2031-04-01T08:00:00.000Z',
    claimedLast: '2031-04-02T08:00:00.000Z',
    notBefore: null,
    notAfter: { at: '2031-04-02T09:00:00.000Z' },
  });
  expect(stretches[1]).toMatchObject({ notBefore: { at: '2031-04-02T09:00:00.000Z' }, notAfter: null });
  expect([sentences, outside]).toEqual([[], 0]);
});

test('a clock set back a year is told, with and without an authority', () => {
  const entries = [
    entry(1, '2031-04-01T08:00:00.000Z'),
    entry(2, '2031-04-01T09:00:00.000Z'),
    entry(3, '2030-04-01T10:00:00.000Z'),
    entry(4, '2030-04-01T11:00:00.000Z'),
  ];
  const alone = clockHonesty(entries, [], NOW);
  expect(alone.sentences).toHaveLength(1);
  expect(alone.sentences[0]).toMatch(
    /^Entry 3 was written after entry 2 and claims a time 364 days before it/,
  );
  const anchored = clockHonesty(entries, [anchor(1, 2, '2031-04-01T08:59:00.000Z')], NOW);
  expect(anchored.outside).toBe(2);
  expect(anchored.sentences[0]).toMatch(/^Entry 3: .*364 days before the earliest one possible/);
});

test('a clock that is ahead is told, once for all its entries', () => {
  const entries = [entry(1, '2031-04-01T08:00:00.000Z'), entry(2, '2032-04-01T08:00:00.000Z')];
  expect(clockHonesty(entries, [], NOW).sentences).toEqual([
    expect.stringMatching(/^Entry 2 claims a time 335 days ahead of this computer's clock now/),
  ]);
});

test('a second of difference, and entries brought over from an older format, are no fault of a clock', () => {
  const entries = [
    entry(1, '2031-04-01T08:00:01.000Z'),
    entry(2, '2031-04-01T08:00:00.500Z'),
    entry(3, '2031-04-01T08:00:02.000Z', 'record-imported'),
    entry(4, '2029-04-01T08:00:00.000Z', 'source-captured'),
    entry(5, '2029-04-02T08:00:00.000Z'),
  ];
  expect(clockHonesty(entries, [], NOW).sentences).toEqual([]);
});

test('an empty log has no times, and very many sentences are counted', () => {
  expect(clockHonesty([], [], NOW)).toEqual({ stretches: [], sentences: [], outside: 0 });
  const entries = Array.from({ length: 40 }, (_, index) =>
    entry(index + 1, `20${index % 2 === 0 ? 30 : 20}-01-01T00:00:00.000Z`),
  );
  const { sentences } = clockHonesty(entries, [], NOW);
  expect([sentences.length, sentences.at(-1)]).toEqual([13, 'And 8 more places like these.']);
});

/** When pages ask anew: whenever the log was seen to change, and when the desk was away before it first told. */
import { beforeEach, expect, test, vi } from 'vitest';

/** What the desk answers, one after the other; null: it is away. */
async function seen(heads: readonly (number | null)[]): Promise<readonly number[]> {
  const { growths, refreshRecord } = await import('./record-state.ts');
  const told: number[] = [];
  for (const seq of heads) {
    vi.stubGlobal('fetch', async () => {
      if (seq === null) throw new TypeError('away');
      const head = seq === 0 ? null : { seq, at: '', leaf: '' };
      return new Response(JSON.stringify({ counts: {}, head }));
    });
    await refreshRecord();
    told.push(growths.value);
  }
  return told;
}

beforeEach(() => vi.resetModules());

test('the first word of the log is no change: what was asked beside it was answered after it', async () => {
  expect(await seen([12, 12, 13, 13, 20])).toEqual([0, 0, 1, 1, 2]);
});

test('a log that begins, and one that is shorter than before, are changes', async () => {
  expect(await seen([0, 1, 0])).toEqual([0, 1, 2]);
});

test('a desk that was away before it first told is asked everything once more, and a later pause alone asks nothing', async () => {
  expect(await seen([null, null, 12, null, 12, 13])).toEqual([0, 0, 1, 1, 1, 2]);
});

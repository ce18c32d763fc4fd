import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

async function* items(log: string[], ...all: readonly number[]): AsyncGenerator<number> {
  for (const one of all) {
    log.push(`take ${one}`);
    yield one;
  }
}

const LIGHT = { weight: () => 1, mostWeight: 1000 };

test('takes no more than it may have under way, and waits for whoever takes the results', async () => {
  const log: string[] = [];
  const found = inOrder(items(log, 1, 2, 3, 4), (n) => n * 10, { ...LIGHT, atOnce: 2 });
  expect(log).toEqual([]);
  expect((await found.next()).value).toEqual([1, 10]);
  expect(log).toEqual(['take 1', 'take 2', 'take 3']);
  expect((await found.next()).value).toEqual([2, 20]);
  expect(log.at(-1)).toBe('take 4');
});

test('a heavy thing goes alone', async () => {
  let under = 0;
  let most = 0;
  const work = async (n: number): Promise<number> => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setTimeout(resolve, 5));
    under -= 1;
    return n;
  };
  const seen: number[] = [];
  const bounds = { atOnce: 10, weight: (n: number) => n, mostWeight: 5 };
  for await (const [n] of inOrder(items([], 9, 2, 3, 9, 1), work, bounds)) seen.push(n);
  expect(seen).toEqual([9, 2, 3, 9, 1]);
  expect(most).toBe(2);
});

test('a fault comes when it is its turn', async () => {
  const work = (n: number): number => {
    if (n === 2) throw new Error('two');
    return n;
  };
  const seen: number[] = [];
  const run = async (): Promise<void> => {
    for await (const [n] of inOrder(items([], 1, 2, 3), work, { ...LIGHT, atOnce: 3 })) seen.push(n);
  };
  await expect(run()).rejects.toThrow('two');
  expect(seen).toEqual([1]);
});

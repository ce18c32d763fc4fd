/** Every page is asked for once, in order, and the rows are put together. */
import { expect, test } from 'vitest';
import type { call } from './call.ts';
import { callWhole } from './call-whole.ts';

test('goes on until nothing follows', async () => {
  const asked: unknown[] = [];
  const pages = new Map([
    [undefined, { lists: ['a', 'b'], fitting: 5, next: '2' }],
    ['2', { lists: ['c', 'd'], fitting: 5, next: '4' }],
    ['4', { lists: ['e'], fitting: 5, next: null }],
  ]);
  const ask = async (_: string, question: { query: { cursor?: string } }) => {
    asked.push(question);
    return pages.get(question.query.cursor);
  };
  const whole = await callWhole(
    'GET /api/people/lists',
    { question: {}, rows: 'lists' },
    ask as unknown as typeof call,
  );
  expect(whole).toEqual({ lists: ['a', 'b', 'c', 'd', 'e'], fitting: 5, next: null });
  expect(asked).toEqual([
    { query: { limit: 200 } },
    { query: { limit: 200, cursor: '2' } },
    { query: { limit: 200, cursor: '4' } },
  ]);
});

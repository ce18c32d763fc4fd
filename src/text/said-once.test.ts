import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

test('words behind a colon are told once, by the speaker behind them', () => {
  const text = 'The interior ministry denied it: nobody was killed, it said.';
  const { claims } = readText({ text, publishedAt: null, outlet: 'The Northern Ledger', language: 'en' });
  const contents = claims.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)));
  expect(contents).toEqual([['it'], ['nobody was killed']]);
});

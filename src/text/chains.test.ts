/** Whole chains of nested sentences, without the trained model: the rules alone must carry them. */
import { describe, expect, test } from 'vitest';
import { CHAIN_CASES } from './chains.cases.ts';
import { readText } from './read-text.ts';

describe('chains, outermost first', () => {
  test.each(CHAIN_CASES.map((one) => [one.words, one] as const))('%s', (_, { text, words, chain }) => {
    const { claims } = readText({ text, publishedAt: null, outlet: 'The Northern Ledger', language: 'en' });
    const chains = claims
      .filter(({ content }) => content.some(({ start, end }) => text.slice(start, end).includes(words)))
      .map((claim) => claim.chain.map(({ resolved }) => resolved));
    expect(chains).toContainEqual(chain);
  });
});

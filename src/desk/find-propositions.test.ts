/** Propositions by the beginnings of words. */
import { expect, test } from 'vitest';
import type { PropositionId } from '../record/id.ts';
import { type FoundProposition, propositionsLike } from './find-propositions.ts';

const all: readonly FoundProposition[] = [
  'weavers killed in Kessar',
  'weavers detained in Késsar',
  'visas granted',
].map((text, at) => ({
  id: `prp_${at}` as PropositionId,
  text,
  kind: 'count',
  measure: null,
  claims: 3 - at,
}));
const texts = (words: string, most = 10) => propositionsLike(all, words, most).map(({ text }) => text);

test.each([
  ['kess', ['weavers killed in Kessar', 'weavers detained in Késsar']],
  ['KESS det', ['weavers detained in Késsar']],
  ['essar', []],
  ['', ['weavers killed in Kessar', 'weavers detained in Késsar', 'visas granted']],
])('%s', (words, found) => expect(texts(words)).toEqual(found));

test('no more than asked for', () => expect(texts('', 1)).toHaveLength(1));

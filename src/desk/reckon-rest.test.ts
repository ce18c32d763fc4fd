import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord } from '../storage/contract/sample-links.ts';
import { reckonPropositions } from './reckon-propositions.ts';

test('between two propositions, whatever else waits goes first', async () => {
  const plain = memoryDesk();
  await plain.store.append(linkedRecord());
  let rests = 0;
  const desk = {
    ...plain,
    rest: async () => {
      rests += 1;
    },
  };
  const { propositions } = await reckonPropositions(desk, { includeProposed: true });
  expect(propositions.length).toBeGreaterThan(1);
  expect(rests).toBe(propositions.length);
});

/** What voices are called, and that claims which were read already are not opened again. */
import { expect, test } from 'vitest';
import type { ClaimId } from '../record/id.ts';
import type { Voice } from '../record/utterance.ts';
import { openLookup } from './lookup.ts';
import type { RecordStore } from './ports/record-store.ts';
import { viewVoice } from './voice-name.ts';

const READ = 'clm_read' as ClaimId;
const OTHER = 'clm_other' as ClaimId;
const voiceOf = (claim: ClaimId): Voice => `anonymous:src_a:${claim}` as Voice;

function counting() {
  const opened: string[] = [];
  const store = {
    claim: async (id: ClaimId) => {
      opened.push(id);
      return { chain: [{ speaker: null, named: 'two neighbours' }] };
    },
  } as unknown as RecordStore;
  return { opened, store, lookup: openLookup(store) };
}

test('somebody unnamed is called by the words of the claim; what was read already is not read again', async () => {
  const { opened, store, lookup } = counting();
  const unnamed = new Map([[READ, 'officials']]);
  expect((await viewVoice(voiceOf(READ), { store, lookup, unnamed })).name).toBe('unnamed ("officials")');
  expect(opened).toEqual([]);
  expect((await viewVoice(voiceOf(OTHER), { store, lookup, unnamed })).name).toBe(
    'unnamed ("two neighbours")',
  );
  expect((await viewVoice(voiceOf(READ), { store, lookup })).name).toBe('unnamed ("two neighbours")');
  expect(opened).toEqual([OTHER, READ]);
});

test('where claims are too many to be opened nobody unnamed has words', async () => {
  const { opened, store, lookup } = counting();
  expect((await viewVoice(voiceOf(READ), { store, lookup, unnamed: null })).name).toBe('unnamed');
  expect(opened).toEqual([]);
});

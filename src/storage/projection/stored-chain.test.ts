import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActorId } from '../../record/id.ts';
import { chainWords, readChain, type StoredVoice } from './stored-chain.ts';

const anyVoice = fc.oneof(
  fc.constantFrom('act_a', 'act_b').map((actor): StoredVoice => ({ actor: actor as ActorId, stated: null })),
  fc.constant<StoredVoice>({ actor: null, stated: null }),
  fc.record({ min: fc.integer({ min: 1, max: 999 }), more: fc.option(fc.nat(99)) }).map(
    ({ min, more }): StoredVoice => ({
      actor: null,
      stated: { min, max: more === null ? null : min + more },
    }),
  ),
);

test('a chain comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(anyVoice, { minLength: 1, maxLength: 5 }), (voices) => {
      const chain = voices.map(({ actor, stated }) => ({
        speaker: actor,
        ...(stated === null ? {} : { stated }),
      }));
      expect(readChain(chainWords(chain))).toEqual(voices);
    }),
  );
});

test('somebody unnamed is written as before numbers were kept', () => {
  expect(chainWords([{ speaker: 'act_a' as ActorId }, { speaker: null }])).toBe('act_a ?');
});

import { expect, test } from 'vitest';
import { reasonParts } from './reason-parts.ts';

test('every claim of a reason stands apart, and no word is lost', () => {
  const reason = "superseded by clm_7d2k9, the same outlet's later figure from the same voice";
  const parts = reasonParts(reason);
  expect(parts.map(({ claim }) => claim)).toEqual([null, 'clm_7d2k9', null]);
  expect(parts.map(({ text }) => text).join('')).toBe(reason);
  expect(reasonParts('vague wording')).toEqual([{ text: 'vague wording', claim: null }]);
});

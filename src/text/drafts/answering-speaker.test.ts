/** Whose answer it is, where the words name nobody but the body that speaks. */
import { expect, test } from 'vitest';
import { openTextReader } from '../open-text-reader.ts';

const reader = openTextReader({ attribution: null, gazetteer: null });

test.each([
  [
    "Corland's foreign ministry said it had granted two visas and would not discuss individual cases.",
    [
      ['granted', 'Corland'],
      ['declined', 'Corland'],
    ],
  ],
  ['The foreign ministry of Orlund said it had granted two visas.', [['granted', 'Orlund']]],
  ['The aid group said two visas had been granted.', [['granted', null]]],
  ['Orlund said it had granted two visas.', [['granted', 'Orlund']]],
  ['Keel said she had granted two visas.', [['granted', null]]],
])('%s', (text, answers) => {
  const { claims } = reader.read({ text, publishedAt: null, outlet: null, language: 'en' });
  expect(claims.map(({ draft }) => [draft.answer, draft.scope.actor])).toEqual(answers);
});

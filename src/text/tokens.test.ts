import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from './tokens.ts';

test.each([
  ["The U.S. army's 1,200 men.", ['The', 'U.S.', 'army', "'s", '1,200', 'men', '.']],
  ['“Don’t,” she said—twice…', ['“', 'Don’t', ',', '”', 'she', 'said', '—', 'twice', '…']],
  ["the U.S State Department ''said'' so", ['the', 'U.S', 'State', 'Department', "''", 'said', "''", 'so']],
  ['aged 16-50 (OHRC) #Pell', ['aged', '16', '-', '50', '(', 'OHRC', ')', '#Pell']],
])('%s', (text, expected) => {
  expect(tokenize(text).map((token) => token.text)).toEqual(expected);
});

test('each token is the text at its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    }),
  );
});

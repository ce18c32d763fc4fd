import { expect, test } from 'vitest';
import { bech32 } from './bech32.ts';

/** Valid strings of BIP 173 whose data are whole bytes, and what they hold. */
test.each([
  ['a', '', 'a12uel5l'],
  ['?', '', '?1ezyfcl'],
  ['abcdef', '00443214c74254b635cf84653a56d7c675be77df', 'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw'],
  [
    'split',
    'c5f38b70305f519bf66d85fb6cf03058f3dde463ecd7918f2dc743918f2d',
    'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w',
  ],
])('BIP 173: %s %s', (prefix, data, written) => {
  expect(bech32(prefix, Buffer.from(data, 'hex'))).toBe(written);
});

test('capital letters in the prefix are refused', () => {
  expect(() => bech32('AGE', new Uint8Array(1))).toThrow(/capital/);
});

import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { deriveKey, KEY_PURPOSES, type KeyPurpose } from './derive-key.ts';

const master = Uint8Array.from({ length: 32 }, (_, index) => index);

/** RFC 5869 by hand for one block: PRK = HMAC(zeros, ikm), T(1) = HMAC(PRK, info | 1). */
function byHand(purpose: string): string {
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(master).digest();
  return createHmac('sha256', extracted)
    .update(Buffer.concat([Buffer.from(purpose), Buffer.from([1])]))
    .digest('hex');
}

test.each(KEY_PURPOSES)('%s is HKDF-SHA256 with an empty salt', (purpose) => {
  expect(Buffer.from(deriveKey(master, purpose)).toString('hex')).toBe(byHand(purpose));
});

test('every purpose has a key of its own', () => {
  const keys = KEY_PURPOSES.map((purpose) => Buffer.from(deriveKey(master, purpose)).toString('hex'));
  expect(new Set(keys).size).toBe(KEY_PURPOSES.length);
});

test('a short master key and an unknown purpose are refused', () => {
  expect(() => deriveKey(master.subarray(1), 'onrecord/backup/v1')).toThrow(/32 bytes/);
  expect(() => deriveKey(master, 'onrecord/other/v1' as KeyPurpose)).toThrow(/not on the list/);
});

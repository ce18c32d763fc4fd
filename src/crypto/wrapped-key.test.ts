import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWrappedKey, openWrappedKey, wrapKey } from './wrapped-key.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const key = new Uint8Array(32).fill(1);
const secret = new Uint8Array(32).fill(2);
const nonce = new Uint8Array(12).fill(3);
const wrapped = wrapKey({ key, secret, context: 'blob 1', nonce });

test('open undoes wrap for any key, secret, context and nonce', () => {
  fc.assert(
    fc.property(
      bytes(32),
      fc.uint8Array({ minLength: 1, maxLength: 99 }),
      fc.string(),
      bytes(12),
      (k, s, c, n) => {
        const text = wrapKey({ key: k, secret: s, context: c, nonce: n });
        expect(openWrappedKey({ wrapped: text, key: k, context: c })).toEqual(s);
        expect(isWrappedKey(text, s.length)).toBe(true);
      },
    ),
  );
});

test('a changed byte anywhere, another key or another context opens nothing', () => {
  const raw = Buffer.from(wrapped, 'base64');
  for (let at = 0; at < raw.length; at += 1) {
    const changed = Buffer.from(raw);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openWrappedKey({ wrapped: changed.toString('base64'), key, context: 'blob 1' })).toBeNull();
  }
  expect(openWrappedKey({ wrapped, key: secret, context: 'blob 1' })).toBeNull();
  expect(openWrappedKey({ wrapped, key, context: 'blob 2' })).toBeNull();
});

test.each([
  ['nothing', ''],
  ['no base64', '!'.repeat(80)],
  ['a space at the end', `${wrapped} `],
  ['too short for a tag', Buffer.alloc(28).toString('base64')],
  ['the start only', wrapped.slice(0, 76)],
])('%s is not opened', (_, text) => {
  expect(openWrappedKey({ wrapped: text, key, context: 'blob 1' })).toBeNull();
});

test('the text is 80 characters for a 32-byte secret and the form says so', () => {
  expect(wrapped).toHaveLength(80);
  expect(isWrappedKey(wrapped, 32)).toBe(true);
  expect(isWrappedKey(wrapped, 31)).toBe(false);
});

test('misuse is refused', () => {
  expect(() => wrapKey({ key: secret.subarray(1), secret, context: '', nonce })).toThrow(/32 bytes/);
  expect(() => wrapKey({ key, secret, context: '', nonce: nonce.subarray(1) })).toThrow(/12 bytes/);
  expect(() => wrapKey({ key, secret: new Uint8Array(0), context: '', nonce })).toThrow(/no secret/);
  expect(() => openWrappedKey({ wrapped, key: new Uint8Array(31), context: '' })).toThrow(/32 bytes/);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nonceNumber, timestampRequest } from './timestamp-request.ts';
import { readTimestampResponse } from './timestamp-response.ts';
import { readToken } from './timestamp-token.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

test.each<readonly [string, string, RegExp]>([
  ['not allowed', '3009300702010203020520', /refused the request: it does not allow such a request\.$/],
  ['unreadable request', '3009300702010203020204', /refused the request: it could not read the request\.$/],
  ['in words', '300b300902010230040c026e6f', /refused the request\. It says: "no"\.$/],
  ['no clock', '300a30080201020303010002', /refused the request: its clock is not available\.$/],
  ['granted without a token', '30053003020100', /granted the request but sent no token/],
  ['waiting', '30053003020103', /put the request off/],
  ['an unknown status', '30053003020109', /not a time-stamp response/],
  ['a web page', '3c68746d6c3e', /not a time-stamp response/],
  ['nothing', '', /not a time-stamp response/],
])('no token: %s', (_, bytes, sentence) => {
  expect(readTimestampResponse(hex(bytes))).toMatchObject({
    token: null,
    failure: expect.stringMatching(sentence),
  });
});

test('hostile bytes give sentences, never an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readTimestampResponse(bytes).token).toBeNull();
      expect(readToken(bytes).ok).toBe(false);
    }),
  );
});

test('deep nesting is refused at once', () => {
  const deep = Buffer.concat(Array.from({ length: 20_000 }, () => Buffer.of(0x30, 0x80)));
  expect(readToken(deep).ok).toBe(false);
  expect(readTimestampResponse(deep).token).toBeNull();
});

test('a request is DER with the hash, the nonce as a positive number, and the wish for certificates', () => {
  const bytes = timestampRequest({
    message: Buffer.from('abc'),
    nonce: hex('ff00000000000001'),
    certReq: true,
  });
  expect(Buffer.from(bytes).toString('hex')).toBe(
    `3044020101${'3031300d060960864801650304020105000420'}ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad${'020900ff00000000000001'}0101ff`,
  );
});

test.each([['00'.repeat(7)], ['00'.repeat(33)], ['']])('a nonce of the wrong length is refused', (nonce) => {
  expect(() => timestampRequest({ message: hex(''), nonce: hex(nonce), certReq: true })).toThrow(/8 to 32/);
});

test('a nonce is a number, most significant byte first', () => {
  expect(nonceNumber(hex('0100'))).toBe(256n);
  expect(nonceNumber(hex(''))).toBe(0n);
});

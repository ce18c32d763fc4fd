/** XChaCha20-Poly1305 against Wycheproof, through the functions that seal records. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBytes, sealBytes } from './xchacha.ts';

const VECTORS = resolve(
  import.meta.dirname,
  '../../../../shared/vectors/wycheproof/testvectors_v1/xchacha20_poly1305_test.json',
);
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

interface Vector {
  readonly tcId: number;
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
  readonly result: 'valid' | 'invalid';
}

/** Whether a vector comes out as published, both ways. */
function isRight(vector: Vector, ivSize: number): boolean {
  const [key, binding, nonce] = [hex(vector.key), hex(vector.aad), hex(vector.iv)];
  const sealed = hex(vector.iv + vector.ct + vector.tag);
  const seal = (): Uint8Array => sealBytes({ key, content: hex(vector.msg), binding, random: () => nonce });
  if (ivSize !== 192) {
    // A nonce of another length cannot be handed in: the random bytes must be 24.
    expect(seal).toThrow(/24 bytes/);
    return vector.result === 'invalid';
  }
  const opened = openBytes({ key, sealed, binding });
  if (vector.result === 'invalid') return opened === null;
  const isSame = opened !== null && Buffer.from(opened).equals(hex(vector.msg));
  return isSame && Buffer.from(seal()).equals(sealed);
}

if (!existsSync(VECTORS)) {
  if (process.env.CI === 'true') test('CI needs ../shared/vectors', () => expect.unreachable());
  else test.skip('SKIPPED: ../shared/vectors is absent', () => undefined);
} else {
  describe('published vectors', () => {
    test('Wycheproof XChaCha20-Poly1305: all of them', () => {
      const { testGroups, numberOfTests } = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
        readonly numberOfTests: number;
        readonly testGroups: readonly { readonly ivSize: number; readonly tests: readonly Vector[] }[];
      };
      const outcomes = testGroups.flatMap(({ ivSize, tests }) =>
        tests.map((vector) => [vector.tcId, isRight(vector, ivSize)] as const),
      );
      expect(outcomes.filter(([, right]) => !right)).toEqual([]);
      expect([outcomes.length, numberOfTests]).toEqual([315, 315]);
    });
  });
}

test('draft-irtf-cfrg-xchacha-03 A.3.1', () => {
  const key = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
  const nonce = hex('404142434445464748494a4b4c4d4e4f5051525354555657');
  const content = new TextEncoder().encode(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  );
  const sealed = sealBytes({ key, content, binding: hex('50515253c0c1c2c3c4c5c6c7'), random: () => nonce });
  expect(Buffer.from(sealed.subarray(24, 40)).toString('hex')).toBe('bd6d179d3e83d43b9576579493c0e939');
  expect(Buffer.from(sealed.subarray(-16)).toString('hex')).toBe('c0875924c1c7987947deafd8780acf49');
});

test('the library as a whole seals the same bytes', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const some = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(bytes(32), bytes(24), some, some, (key, nonce, binding, content) => {
      const sealed = sealBytes({ key, content, binding, random: () => nonce });
      const whole = xchacha20poly1305(key, nonce, binding).encrypt(content);
      expect(Buffer.from(sealed.subarray(24)).equals(whole)).toBe(true);
      expect(openBytes({ key, sealed, binding })).toEqual(content);
    }),
  );
});

test('misuse is refused, and what is too short does not open', () => {
  const random = (count: number): Uint8Array => new Uint8Array(count);
  const input = { key: new Uint8Array(31), content: new Uint8Array(1), binding: new Uint8Array(0), random };
  expect(() => sealBytes(input)).toThrow(/32 bytes/);
  const key = new Uint8Array(32);
  expect(() => openBytes({ key: input.key, sealed: new Uint8Array(50), binding: input.binding })).toThrow(
    /32 bytes/,
  );
  for (const length of [0, 24, 39]) {
    expect(openBytes({ key, sealed: new Uint8Array(length), binding: input.binding })).toBeNull();
  }
});

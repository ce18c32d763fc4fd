/** The published vectors behind the keys; every count is asserted, so that a vector cannot go missing in silence. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ageVectors,
  argon2Vectors,
  chachaVectors,
  ed25519Vectors,
  hkdfVectors,
  x25519Vectors,
} from './key-vectors.cases.ts';

const VECTORS = resolve(import.meta.dirname, '../../../shared/vectors');
const WYCHEPROOF = resolve(VECTORS, 'wycheproof/testvectors_v1');

if (!existsSync(VECTORS)) {
  if (process.env.CI === 'true') test('CI needs ../shared/vectors', () => expect.unreachable());
  else test.skip('SKIPPED: ../shared/vectors is absent', () => undefined);
} else {
  describe('published vectors', () => {
    test('age testkit: 143 of 143, 66 of them also through our own stanza and payload code', async () => {
      expect(await ageVectors(resolve(VECTORS, 'age/age/testdata'))).toEqual({
        total: 143,
        passed: 143,
        failed: [],
        throughOurs: 66,
      });
    });
    test.each([
      ['Ed25519', ed25519Vectors, 151],
      ['X25519', x25519Vectors, 518],
      ['ChaCha20-Poly1305', chachaVectors, 325],
      ['HKDF-SHA256', hkdfVectors, 86],
    ] as const)('Wycheproof %s', (_, run, total) => {
      expect(run(WYCHEPROOF)).toEqual({ total, passed: total, failed: [] });
    });
  });
}

test('Argon2id: RFC 9106 §5.3, and the library agrees with node:crypto', () => {
  expect(argon2Vectors()).toEqual({ total: 7, passed: 7, failed: [] });
});

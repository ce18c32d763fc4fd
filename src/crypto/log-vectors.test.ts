import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { merkleVectors, tesseraCheckpoints, tesseraProofs, tesseraTiles } from './log-vectors.cases.ts';
import { noteKeyManglings, noteVectors } from './note-vectors.cases.ts';

const VECTORS = resolve(import.meta.dirname, '../../../shared/vectors');

test('golang.org/x/mod note_test.go: 5,434 mangled and 2 wrong keys refused', () => {
  expect(noteKeyManglings()).toEqual({ total: 5436, passed: 5436, failed: [] });
});

test('golang.org/x/mod note_test.go and C2SP signed-note: 24 notes signed, opened or refused', () => {
  expect(noteVectors()).toEqual({ total: 24, passed: 24, failed: [] });
});

if (!existsSync(VECTORS)) {
  if (process.env.CI === 'true') test('CI needs ../shared/vectors', () => expect.unreachable());
  else test.skip('SKIPPED: ../shared/vectors is absent', () => undefined);
} else {
  test('transparency-dev/merkle: 196 of 196 proofs judged right', () => {
    expect(merkleVectors(`${VECTORS}/merkle`)).toEqual({ total: 196, passed: 196, failed: [] });
  });

  describe('transparency-dev/tessera', () => {
    test('15 checkpoints and the empty one: same root, signed again to the same bytes', async () => {
      expect(await tesseraCheckpoints(`${VECTORS}/tessera`)).toEqual({ total: 16, passed: 16, failed: [] });
    });

    test('15 tiles and 15 entry bundles written again to the same bytes', () => {
      expect(tesseraTiles(`${VECTORS}/tessera`)).toEqual({ total: 30, passed: 30, failed: [] });
    });

    test('120 pairs consistent, 120 entries included', async () => {
      expect(await tesseraProofs(`${VECTORS}/tessera`)).toEqual({ total: 240, passed: 240, failed: [] });
    });
  });
}

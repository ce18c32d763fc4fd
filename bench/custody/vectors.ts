/** Every published vector behind the proofs, keys, time-stamps and packages, run by the functions that the tests run. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ageVectors,
  argon2Vectors,
  chachaVectors,
  ed25519Vectors,
  hkdfVectors,
  type VectorResult,
  x25519Vectors,
} from '../../src/crypto/key-vectors.cases.ts';
import {
  merkleVectors,
  tesseraCheckpoints,
  tesseraProofs,
  tesseraTiles,
} from '../../src/crypto/log-vectors.cases.ts';
import { noteKeyManglings, noteVectors } from '../../src/crypto/note-vectors.cases.ts';
import { realTokens } from '../../src/crypto/timestamp/real-tokens.cases.ts';
import { runBagitSuite } from '../../src/exchange/bagit/bagit-suite.cases.ts';
import type { Context, Figures, Part } from './part.ts';

const VECTORS = resolve(import.meta.dirname, '../../../shared/vectors');
const WYCHEPROOF = join(VECTORS, 'wycheproof/testvectors_v1');
const TESSERA = join(VECTORS, 'tessera');

type Outcome = Pick<VectorResult, 'total' | 'passed' | 'failed'>;

/** Each with where it comes from. */
const SETS: Readonly<Record<string, readonly [from: string, run: () => Outcome | Promise<Outcome>]>> = {
  merkle: ['transparency-dev/merkle, size1 = 0 refused', () => merkleVectors(join(VECTORS, 'merkle'))],
  note_manglings: ['golang.org/x/mod note_test.go, every mangled key', noteKeyManglings],
  notes: ['golang.org/x/mod note_test.go and C2SP signed-note', noteVectors],
  tessera_checkpoints: [
    'tessera log: root, signed again to the same bytes',
    () => tesseraCheckpoints(TESSERA),
  ],
  tessera_tiles: ['tessera log: tiles and entry bundles', () => tesseraTiles(TESSERA)],
  tessera_proofs: ['tessera log: every pair of sizes, every entry', () => tesseraProofs(TESSERA)],
  age: ['C2SP/CCTV age testkit', () => ageVectors(join(VECTORS, 'age/age/testdata'))],
  wycheproof_ed25519: ['Wycheproof', () => ed25519Vectors(WYCHEPROOF)],
  wycheproof_x25519: ['Wycheproof', () => x25519Vectors(WYCHEPROOF)],
  wycheproof_chacha20_poly1305: ['Wycheproof', () => chachaVectors(WYCHEPROOF)],
  wycheproof_hkdf_sha256: ['Wycheproof', () => hkdfVectors(WYCHEPROOF)],
  argon2id: ['RFC 9106 §5.3, and the library against node:crypto', argon2Vectors],
  rfc3161: [
    'tokens of public authorities: 2 accepted at their own time, 2 refused',
    () => realTokens(join(VECTORS, 'rfc3161/tests/data/timestamping')),
  ],
  bagit: ['Library of Congress conformance suite', () => runBagitSuite(join(VECTORS, 'bagit'))],
};

async function run({ say }: Context): Promise<Figures> {
  if (!existsSync(VECTORS)) {
    say('SKIPPED: ../shared/vectors is absent');
    return { vectors: null };
  }
  const vectors: Record<string, { total: number; passed: number }> = {};
  for (const [name, [from, runSet]] of Object.entries(SETS)) {
    const { total, passed, failed } = await runSet();
    vectors[name] = { total, passed };
    say(`${name.padEnd(30)} ${`${passed} of ${total}`.padStart(14)}   ${from}`);
    for (const one of failed.slice(0, 5)) say(`  FAILED ${one}`);
  }
  return { vectors };
}

export const VECTOR_SETS: Part = {
  name: 'vectors',
  about: 'Published vectors against our own code, each judged as its authors say.',
  sizes: [],
  run,
};

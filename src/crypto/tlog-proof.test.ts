import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCheckpoint } from './checkpoint.ts';
import { addCosignature } from './cosignature.ts';
import { readerOf } from './log-vectors.cases.ts';
import { leafHash } from './merkle.ts';
import { ED25519_COSIGNATURE, noteSigner } from './note-key.ts';
import { signNote } from './signed-note.ts';
import { formatTlogProof, parseTlogProof, type TlogProof, verifyTlogProof } from './tlog-proof.ts';
import { inclusionProof, treeRoot } from './tree-proofs.ts';

const ORIGIN = 'log.example.org/vault';
const seed = (n: number) => new Uint8Array(32).fill(n);
const log = noteSigner(ORIGIN, seed(1));
const witness = noteSigner('witness.example.org', seed(2), ED25519_COSIGNATURE);
const SIZE = 300;
const entries = Array.from({ length: SIZE }, (_, i) => Buffer.from(`entry ${i}`));
const read = readerOf(entries.map(leafHash));

async function proofOf(index: number, size = SIZE): Promise<TlogProof> {
  const root = await treeRoot(size, read);
  const checkpoint = signNote(formatCheckpoint({ origin: ORIGIN, size, root, extensions: [] }), log);
  return { index, hashes: await inclusionProof(index, size, read), checkpoint, extra: null };
}

const entryAt = (index: number) => entries[index] ?? expect.unreachable();

test('the file is laid out as C2SP tlog-proof@v1', async () => {
  const proof = await proofOf(1, 2);
  const sibling = Buffer.from(leafHash(entryAt(0))).toString('base64');
  expect(formatTlogProof(proof)).toBe(`c2sp.org/tlog-proof@v1\nindex 1\n${sibling}\n\n${proof.checkpoint}`);
  expect(formatTlogProof({ ...proof, extra: Buffer.from('more') })).toBe(
    `c2sp.org/tlog-proof@v1\nextra bW9yZQ==\nindex 1\n${sibling}\n\n${proof.checkpoint}`,
  );
});

test('every entry is proved, from its file and from nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: SIZE }), fc.nat(), fc.nat(), async (size, a, b) => {
      const [index, other] = [a % size, b % size];
      const proof = await proofOf(index, size);
      const file = formatTlogProof(proof);
      expect(parseTlogProof(Buffer.from(file))).toEqual({ ok: true, proof });
      const verdict = verifyTlogProof({ proof: file, leafBytes: entryAt(index), verifiers: [log] });
      expect(verdict).toMatchObject({ ok: true, index, checkpoint: { origin: ORIGIN, size }, cosigners: [] });
      const wrong = verifyTlogProof({ proof: file, leafBytes: entryAt(other), verifiers: [log] });
      expect(wrong.ok).toBe(other === index);
    }),
    { numRuns: 60 },
  );
});

test('witnesses are named with their times; unknown ones are left out', async () => {
  const proof = await proofOf(7);
  const cosigned = addCosignature(proof.checkpoint, witness, 1679315147);
  const checkpoint = cosigned.ok ? cosigned.note : expect.unreachable();
  const check = { proof: { ...proof, checkpoint }, leafBytes: entryAt(7) };
  const verdict = verifyTlogProof({ ...check, verifiers: [log, witness] });
  expect(verdict.ok && verdict.cosigners.map(({ name, time }) => [name, time])).toEqual([
    ['witness.example.org', 1679315147],
  ]);
  const alone = verifyTlogProof({ ...check, verifiers: [log] });
  expect(alone.ok && alone.cosigners).toEqual([]);
  expect(verifyTlogProof({ ...check, verifiers: [witness] })).toEqual({
    ok: false,
    fault: 'The checkpoint is not signed by a key of the log that it names as its origin.',
  });
});

test('any character changed is noticed, but for the unsigned extra', async () => {
  const file = formatTlogProof({ ...(await proofOf(200)), extra: Buffer.from('more') });
  const extraLine = file.split('\n')[1] ?? '';
  for (let i = 0; i < file.length; i += 1) {
    if (i >= file.indexOf(extraLine) && i < file.indexOf(extraLine) + extraLine.length) continue;
    const changed = file.slice(0, i) + String.fromCharCode(file.charCodeAt(i) ^ 1) + file.slice(i + 1);
    const verdict = verifyTlogProof({ proof: changed, leafBytes: entryAt(200), verifiers: [log] });
    expect(verdict.ok, `character ${i}`).toBe(false);
  }
});

test('a proof of another log, another size or another place is refused in words', async () => {
  const proof = await proofOf(5);
  const leafBytes = entryAt(5);
  const fault = (changed: Partial<TlogProof>, verifiers = [log]) => {
    const verdict = verifyTlogProof({ proof: { ...proof, ...changed }, leafBytes, verifiers });
    return verdict.ok ? null : verdict.fault;
  };
  expect(fault({})).toBeNull();
  expect(fault({}, [])).toMatch(/not signed by any of the keys/);
  expect(fault({ index: 6 })).toBe('The entry is not the one at index 6 of the log that was signed.');
  expect(fault({ index: 300 })).toBe('The proof is for entry 300 (counted from 0) of a log of 300.');
  expect(fault({ hashes: proof.hashes.slice(1) })).toMatch(/not the one at index 5/);
  const elsewhere = noteSigner('other.example.org', seed(4));
  const note = signNote(proof.checkpoint.slice(0, proof.checkpoint.lastIndexOf('\n\n') + 1), elsewhere);
  expect(fault({ checkpoint: note }, [log, elsewhere])).toMatch(/names as its origin/);
  expect(fault({ checkpoint: signNote('A letter.\n', log) })).toMatch(/three lines/);
});

const HEAD = 'c2sp.org/tlog-proof@v1';
const NOTE = signNote('o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n', log);

// After torchwood's proof_test.go, with every fault of a file told at once.
test.each<[string, string | Uint8Array, readonly RegExp[]]>([
  ['no header', `index 0\n\n${NOTE}`, [/Line 1/, /Line 2: should be "index"/]],
  ['another header', `wrong-header\nindex 0\n\n${NOTE}`, [/Line 1/]],
  ['a later version', `c2sp.org/tlog-proof@v2\nindex 0\n\n${NOTE}`, [/Line 1/]],
  ['no index', `${HEAD}\n\n${NOTE}`, [/Line 2/]],
  ['an index in words', `${HEAD}\nindex notanumber\n\n${NOTE}`, [/Line 2/]],
  ['a negative index', `${HEAD}\nindex -1\n\n${NOTE}`, [/Line 2/]],
  ['a leading zero', `${HEAD}\nindex 01\n\n${NOTE}`, [/Line 2/]],
  ['a bad extra', `${HEAD}\nextra not-valid-base64!!!\nindex 0\n\n${NOTE}`, [/Line 2: what follows "extra"/]],
  ['an empty extra', `${HEAD}\nextra \nindex 0\n\n${NOTE}`, [/Line 2: what follows "extra"/]],
  ['an extra after the index', `${HEAD}\nindex 0\nextra bW9yZQ==\n\n${NOTE}`, [/Line 3: is not a hash/]],
  ['a bad hash', `${HEAD}\nindex 0\nnot-valid-base64!!!\n\n${NOTE}`, [/Line 3: is not a hash/]],
  ['a short hash', `${HEAD}\nindex 0\nAAAAAAAAAAAAAAAAAAAAAA==\n\n${NOTE}`, [/Line 3: is not a hash/]],
  ['too many hashes', `${HEAD}\nindex 0\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n${NOTE}`, [/64 hashes/]],
  ['no checkpoint', `${HEAD}\nindex 0\n`, [/cut off/]],
  ['an unsigned checkpoint', `${HEAD}\nindex 0\n\no\n1\n${'A'.repeat(43)}=\n`, [/no signature lines/]],
  [
    'a note that is no checkpoint',
    `${HEAD}\nindex 0\n\n${signNote('x\n', log)}`,
    [/three lines/, /size/, /root/],
  ],
  [
    'converted line ends',
    `${HEAD}\nindex 0\n\n${NOTE}`.replaceAll('\n', '\r\n'),
    [/^The proof has a carriage return in line 1/],
  ],
  ['no last newline', `${HEAD}\nindex 0\n\n${NOTE}`.slice(0, -1), [/^The proof must end with a newline/]],
  ['bad UTF-8', Uint8Array.of(0xff), [/UTF-8/]],
  ['nothing', '', [/newline/, /Line 1/, /Line 2/, /cut off/]],
  ['everything', 'x\nextra !\nindex x\n!\n\ny', [/newline/, /Line 1/, /Line 2/, /Line 3/, /Line 4/]],
])('refused with all that is wrong: %s', (_, file, faults) => {
  expect(parseTlogProof(file)).toEqual({
    ok: false,
    faults: faults.map((fault) => expect.stringMatching(fault)),
  });
  expect(verifyTlogProof({ proof: file, leafBytes: new Uint8Array(), verifiers: [log] }).ok).toBe(false);
});

test.each<[string, Partial<TlogProof>]>([
  ['a negative index', { index: -1 }],
  ['a short hash', { hashes: [new Uint8Array(31)] }],
  ['an empty hash', { hashes: [new Uint8Array()] }],
  ['an empty extra', { extra: new Uint8Array() }],
  ['no checkpoint', { checkpoint: 'x\n' }],
])('misuse: writing %s', async (_, wrong) => {
  const proof = await proofOf(0, 2);
  expect(() => formatTlogProof({ ...proof, ...wrong })).toThrow(TypeError);
});

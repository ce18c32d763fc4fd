import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { parseCheckpoint } from '../../crypto/checkpoint.ts';
import { leafHash, verifyInclusion } from '../../crypto/merkle.ts';
import { parseVkey } from '../../crypto/note-key.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { decodeEntryBundle, decodeTile } from '../../crypto/tiles.ts';
import { inclusionProof } from '../../crypto/tree-proofs.ts';
import { logTiles } from './log-tiles.ts';

test('a mirror of the tiles alone proves every entry against the signed head', async () => {
  const desk = memoryDesk();
  const body = { action: 'fixity-checked', captures: 0, entries: 0, faults: 0, items: [] } as const;
  const entry = { at: '2031-05-01T08:00:00Z', agent: 'machine', subject: 'log', body } as const;
  for (let n = 0; n < 300; n += 1) await desk.store.append([entry]);
  const { files, size } = await logTiles(desk.store);
  expect([...files.keys()].toSorted()).toEqual([
    'checkpoint',
    'tile/0/000',
    'tile/0/001.p/44',
    'tile/1/000.p/1',
    'tile/entries/000',
    'tile/entries/001.p/44',
  ]);
  const key = parseVkey(desk.store.identity.vkey);
  const note = openNote(files.get('checkpoint') ?? '', key.ok ? [key.key] : []);
  const head = parseCheckpoint(note.ok ? note.text : '');
  if (!head.ok) throw new Error(head.faults.join(' '));
  const items = (path: string, width: number) => {
    const read = path.includes('entries') ? decodeEntryBundle : decodeTile;
    const tile = read(files.get(path) ?? new Uint8Array(0), width);
    return tile.ok ? tile.items : [];
  };
  const leaves = [...items('tile/entries/000', 256), ...items('tile/entries/001.p/44', 44)];
  const hashes = [[...items('tile/0/000', 256), ...items('tile/0/001.p/44', 44)], items('tile/1/000.p/1', 1)];
  const read = async (level: number, start: number, count: number) =>
    (hashes[level] ?? []).slice(start, start + count);
  for (const index of [0, 255, 256, 299]) {
    const leaf = leaves[index] ?? new Uint8Array(0);
    const proof = await inclusionProof(index, size, read);
    const { root } = head.checkpoint;
    expect(verifyInclusion({ index, size, leafHash: leafHash(leaf), proof, root })).toBe(true);
  }
  const words = [...files.values()].map((bytes) => Buffer.from(bytes).toString('latin1')).join('');
  expect(words).not.toContain('machine');
});

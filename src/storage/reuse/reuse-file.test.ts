/** The file of the index: nothing of a text readable in it, one process at a time, made anew when it cannot be used. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaptureId } from '../../record/id.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { openReuseFile, removeReuseFile } from './reuse-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-reuse-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY = new Uint8Array(32).fill(9);
const WORDS = Uint16Array.from({ length: 200 }, (_, i) => (i * 7919) % 65536);
const ENTRIES = Uint32Array.from({ length: 80 }, (_, i) => i * 50_000_017);
const indexed = (capture: string) => ({ capture: capture as CaptureId, outlet: 'The Mirror', words: WORDS });
const file = (): string => join(folder, 'reuse.sqlite');

async function fill(key: Uint8Array | null): Promise<void> {
  const blocks = await openReuseFile(file(), key);
  blocks.together(() => {
    blocks.addCapture(indexed('cap_1'));
    blocks.addBlocks(4, [{ block: 3, entries: ENTRIES }]);
    blocks.addRun({ id: 4, bits: 2, entries: 40, upTo: 1 });
  });
  blocks.close();
}

/** Everything in the folder, file after file. */
function bytesOnDisk(): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

test.each([
  ['encrypted', KEY],
  ['not encrypted', null],
])('what was written is read again: %s', async (_, key) => {
  await fill(key);
  const blocks = await openReuseFile(file(), key);
  expect([...blocks.captures(0)]).toEqual([{ capture: 'cap_1', outlet: 'The Mirror', length: 200 }]);
  expect(blocks.words(0)).toEqual(WORDS);
  expect(blocks.runs()).toEqual([{ id: 4, bits: 2, entries: 40, upTo: 1 }]);
  expect([blocks.block(4, 3), blocks.block(4, 2), blocks.block(3, 3)]).toEqual([ENTRIES, null, null]);
  blocks.addCapture(indexed('cap_2'));
  blocks.dropRun(4);
  expect([[...blocks.captures(0)].length, blocks.runs(), blocks.block(4, 3)]).toEqual([2, [], null]);
  blocks.close();
  expect(statSync(file()).mode & 0o077).toBe(0);
});

test('in an encrypted vault neither words, names, ids nor fingerprints can be found in the files', async () => {
  const pieces = [
    Buffer.from(WORDS.buffer, 20, 16),
    Buffer.from(ENTRIES.buffer, 40, 16),
    Buffer.from('The Mirror'),
    Buffer.from('cap_1'),
    Buffer.from('CREATE TABLE'),
  ];
  const seen = async (key: Uint8Array | null): Promise<boolean[]> => {
    await fill(key);
    // Also while it is open, and what is written goes through the log beside it.
    const blocks = await openReuseFile(file(), key);
    blocks.addCapture(indexed('cap_1'));
    const bytes = bytesOnDisk();
    blocks.close();
    removeReuseFile(file());
    return pieces.map((piece) => bytes.includes(piece));
  };
  expect(await seen(null)).toEqual([true, true, true, true, true]);
  expect(await seen(KEY)).toEqual([false, false, false, false, false]);
});

test('a file that another process has open is refused', async () => {
  const blocks = await openReuseFile(file(), KEY);
  await expect(openReuseFile(file(), KEY)).rejects.toMatchObject({ code: 'vault-busy' });
  blocks.close();
  (await openReuseFile(file(), KEY)).close();
}, 30_000);

test.each([
  ['of another key', async () => void 0, new Uint8Array(32).fill(1)],
  ['without the bytes that its key needs', async () => rmSync(`${file()}.salt`), KEY],
  ['with half of those bytes', async () => writeFileSync(`${file()}.salt`, randomBytes(16)), KEY],
  ['with damaged first pages', async () => writeFileSync(file(), readFileSync(file()).fill(7, 4096)), KEY],
  ['of random bytes', async () => writeFileSync(file(), randomBytes(9000)), KEY],
  [
    'in clear that somebody put there',
    async () => {
      rmSync(file());
      (await openDatabase(file(), { readOnly: false, busyTimeout: 1, create: true, key: null })).close();
    },
    KEY,
  ],
])('a file %s is made anew', async (_, spoil, key) => {
  await fill(KEY);
  await spoil();
  const blocks = await openReuseFile(file(), key);
  expect([[...blocks.captures(0)], blocks.runs()]).toEqual([[], []]);
  blocks.addCapture(indexed('cap_9'));
  blocks.close();
  const again = await openReuseFile(file(), key);
  expect([...again.captures(0)]).toHaveLength(1);
  again.close();
});

test('damage that shows while it is read takes the file away and says so, without a word of the texts', async () => {
  const full = await openReuseFile(file(), KEY);
  for (let i = 0; i < 400; i += 1) full.addCapture(indexed(`cap_${i}`));
  full.close();
  const bytes = readFileSync(file());
  // What opening reads lies in the first half.
  bytes.fill(7, bytes.length - 40_000);
  writeFileSync(file(), bytes);
  const blocks = await openReuseFile(file(), KEY);
  expect([...blocks.captures(0)]).toHaveLength(400);
  expect(() => blocks.words(399)).toThrow(/^The index of shared words was damaged and has been removed/);
  expect(existsSync(file())).toBe(false);
});

test('taking it away leaves nothing, and a copy of the file cannot be read with the key of the vault', async () => {
  await fill(KEY);
  const kept = readFileSync(file());
  removeReuseFile(file());
  expect(readdirSync(folder)).toEqual([]);
  removeReuseFile(file());
  writeFileSync(file(), kept);
  const blocks = await openReuseFile(file(), KEY);
  expect([...blocks.captures(0)]).toEqual([]);
  blocks.close();
});

test('an emptied file gets another key', async () => {
  await fill(KEY);
  const salt = readFileSync(`${file()}.salt`);
  const blocks = await openReuseFile(file(), KEY);
  await blocks.clear();
  expect([...blocks.captures(0)]).toEqual([]);
  blocks.addCapture(indexed('cap_2'));
  blocks.close();
  expect(readFileSync(`${file()}.salt`).equals(salt)).toBe(false);
});

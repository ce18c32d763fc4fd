import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSingleFiles } from './single-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const BYTES = new Uint8Array([1, 2, 3]);

test('a staged file stands in its place only when it is kept, whole', async () => {
  const files = openSingleFiles();
  const path = join(folder, 'a.bin');
  const staged = await files.stage(path, BYTES);
  expect(await readdir(folder)).not.toContain('a.bin');
  await staged.keep();
  expect(await readdir(folder)).toEqual(['a.bin']);
  expect(await files.read(path)).toEqual(BYTES);
});

test('a dropped file leaves nothing', async () => {
  await (await openSingleFiles().stage(join(folder, 'a.bin'), BYTES)).drop();
  expect(await readdir(folder)).toEqual([]);
});

test('a file that is there is never replaced, also when it came meanwhile', async () => {
  const path = join(folder, 'a.bin');
  const staged = await openSingleFiles().stage(path, BYTES);
  await writeFile(path, 'mine');
  await expect(staged.keep()).rejects.toMatchObject({ code: 'bad-usage' });
  await staged.drop();
  await expect(openSingleFiles().stage(path, BYTES)).rejects.toMatchObject({ code: 'bad-usage' });
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(await readdir(folder)).toEqual(['a.bin']);
});

test('what is not there, a folder, and what is too large are told apart', async () => {
  const path = join(folder, 'a.bin');
  await expect(openSingleFiles().read(path)).rejects.toMatchObject({ code: 'not-found' });
  await expect(openSingleFiles().read(folder)).rejects.toMatchObject({ code: 'unreadable-file' });
  await expect(openSingleFiles().stage(join(path, 'b'), BYTES)).rejects.toMatchObject({ code: 'not-found' });
  await writeFile(path, BYTES);
  await expect(openSingleFiles(2).read(path)).rejects.toMatchObject({ code: 'too-large' });
});

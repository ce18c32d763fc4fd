import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';
import { openOutputFolder } from './output-folder.ts';
import { openPackageFolder } from './package-folder.ts';
import { createVault } from './vault.ts';

const dir = mkdtempSync(join(tmpdir(), 'onrecord-make-'));
afterAll(() => rmSync(dir, { recursive: true }));
const away = join(dir, 'stick');
symlinkSync(join(dir, 'not-plugged-in'), away);
writeFileSync(join(dir, 'file'), '');

test('folders above are made, and one that is there stays', () => {
  const path = join(dir, 'a/b');
  makeFolder(path, 0o700);
  makeFolder(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

test.each([
  ['a link to a disk that is away', join(away, 'x'), 'not-found'],
  ['a file in the path', join(dir, 'file', 'x'), 'not-found'],
  ['a file of this name', join(dir, 'file'), 'bad-usage'],
  ['where nothing can be made, at once', '/proc/onrecord-nothing', 'not-found'],
])('%s is told in words: %s', (_, path, code) => {
  expect(() => makeFolder(path, 0o700, 'the name')).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(/the name .*name/u) }),
  );
});

test('vaults, dossiers and packages say it, and leave nothing', async () => {
  const path = join(away, 'x');
  const wanted = { code: 'not-found', message: expect.stringContaining(`The folder ${path} cannot be made`) };
  await expect(createVault(path, { keys: { kind: 'none' } })).rejects.toMatchObject(wanted);
  await expect(openOutputFolder().write(path, [])).rejects.toMatchObject(wanted);
  await expect(openPackageFolder().stage(path)).rejects.toMatchObject(wanted);
});

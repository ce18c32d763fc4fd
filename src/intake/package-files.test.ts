import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePackage } from '../desk/package/write-package.ts';
import { custodyPackage } from '../exchange/custody-package/custody-package.ts';
import { sampleParts } from '../exchange/custody-package/sample-package.cases.ts';
import { verifyPackage } from '../exchange/custody-package/verify-package.ts';
import { openPackageFolder } from '../storage/package-folder.ts';
import { openPackageReader } from './package-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'onrecord-package-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sample = async () => new Map(await custodyPackage(await sampleParts()));

async function faultsAt(where: string): Promise<string[]> {
  const files = await openPackageReader().open(where);
  const { faults } = await verifyPackage(files, { logKey: null, rootsPem: null });
  await files.close();
  return faults.map(({ path: at, message }) => `${at} ${message}`);
}

async function zipped(more: Zippable = {}, top = ''): Promise<string> {
  const entries: Zippable = {};
  for (const [name, bytes] of await sample()) entries[`${top}${name}`] = bytes;
  const file = path.join(folder, 'package.zip');
  writeFileSync(file, zipSync({ ...entries, ...more }));
  return file;
}

test('a folder is read as it lies', async () => {
  const where = await writePackage(openPackageFolder(), path.join(folder, 'package'), await sample());
  expect(await faultsAt(where)).toEqual([]);
});

test('a zip is read without unpacking it, with and without a folder around', async () => {
  expect(await faultsAt(await zipped())).toEqual([]);
  expect(await faultsAt(await zipped({}, 'statements/'))).toEqual([]);
});

test.each([
  ['../../outside.txt', 'outside the package'],
  ['/etc/cron.d/x', 'outside the package'],
  ['verify/../../x', 'outside the package'],
  ['..\\outside.txt', 'outside the package'],
  ['C:/x', 'outside the package'],
  ['~/x', 'outside the package'],
  ['data/more.txt', 'is in the package, but not in'],
])('a zip with the name %s is refused', async (name, why) => {
  const told = await faultsAt(await zipped({ [name]: Uint8Array.of(1) }));
  expect(told.join('\n')).toContain(why);
  const inFolder = await faultsAt(await zipped({ [name]: Uint8Array.of(1) }, 'top/'));
  expect(inFolder.length).toBeGreaterThan(0);
});

test('a link in a zip is refused', async () => {
  const link = [new TextEncoder().encode('/etc/passwd'), { os: 3, attrs: 0o120777 * 65_536 }] as const;
  expect(await faultsAt(await zipped({ 'data/link': [...link] }))).toEqual([
    'data/link is a link; no link is followed',
  ]);
});

test('links and pipes in a folder are told and never opened', async () => {
  const where = await writePackage(openPackageFolder(), path.join(folder, 'package'), await sample());
  symlinkSync('/etc/passwd', path.join(where, 'data/link'));
  symlinkSync('/etc', path.join(where, 'verify/etc'));
  execFileSync('mkfifo', [path.join(where, 'pipe')]);
  const told = await faultsAt(where);
  expect(told).toHaveLength(3);
  expect(told.join('\n')).toMatch(/data\/link is a link/);
  expect(told.join('\n')).toMatch(/verify\/etc is a link/);
  expect(told.join('\n')).toMatch(/pipe is neither a file nor a folder/);
});

test('a member that is a link instead of its file is missing', async () => {
  const where = await writePackage(openPackageFolder(), path.join(folder, 'package'), await sample());
  rmSync(path.join(where, 'verify/log.vkey'));
  symlinkSync('/etc/hostname', path.join(where, 'verify/log.vkey'));
  expect((await faultsAt(where)).join('\n')).toMatch(/verify\/log\.vkey is missing/);
});

test('what is no package is told in words', async () => {
  const reader = openPackageReader();
  await expect(reader.open(path.join(folder, 'absent'))).rejects.toMatchObject({ code: 'not-found' });
  writeFileSync(path.join(folder, 'x.zip'), 'no zip at all');
  await expect(reader.open(path.join(folder, 'x.zip'))).rejects.toMatchObject({ code: 'unreadable-file' });
  const cut = await zipped();
  truncateSync(cut, 3_000);
  await expect(reader.open(cut)).rejects.toMatchObject({ code: 'unreadable-file' });
  expect(await faultsAt(folder)).toContain('bagit.txt is missing: this is not a bag');
});

test('an entry that lies about its size, and one that is broken, are faults and not exceptions', async () => {
  const file = await zipped();
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(file);
  // The sizes in the central directory: the first entry's uncompressed size stands 24 bytes into its header.
  const central = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(3, central + 24);
  writeFileSync(file, bytes);
  expect((await faultsAt(file)).length).toBeGreaterThan(0);
});

test('a bomb is not unpacked', async () => {
  const file = await zipped({ 'data/bomb': new Uint8Array(120_000_000) });
  await expect(openPackageReader().open(file)).rejects.toMatchObject({ code: 'too-large' });
});

test('a package is written whole, into a new folder only', async () => {
  const where = path.join(folder, 'package');
  const writer = openPackageFolder();
  mkdirSync(where);
  await writePackage(writer, where, await sample());
  await expect(writePackage(writer, where, await sample())).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(
    writePackage(writer, path.join(folder, 'x'), new Map([['../y', Uint8Array.of(1)]])),
  ).rejects.toThrow(TypeError);
  await expect(openPackageReader().open(path.join(folder, 'x'))).rejects.toMatchObject({ code: 'not-found' });
});

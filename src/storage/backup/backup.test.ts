import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWithPassphrase, openWithRecoveryKey } from '../../crypto/key-envelope.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { sampleId } from '../contract/sample-record.ts';
import { restoreBackup, surveyBackup } from '../restore/restore-vault.ts';
import { openVault } from '../vault.ts';
import type { VaultFile } from '../vault-file.ts';
import { filledVault, opening } from './fixtures/filled-vault.ts';
import {
  addSources,
  CANARY,
  encryptedVault,
  everythingOf,
  filesUnder,
  groupKey,
  PASSPHRASE,
  RECOVERY,
} from './fixtures/invented-vault.ts';
import { backupVault } from './write-backup.ts';

test('a restored vault is the vault that was backed up', async () => {
  const { folder, dir, master, vault, file } = await filledVault(5);
  const report = await backupVault(vault, file);
  expect(report).toMatchObject({ before: 0, entries: 15, of: 15, blobs: 5, texts: 5, missing: [], cut: 0 });
  expect(report.checkpoint).toBe((await vault.store.checkpoint())?.note);
  await vault.close();
  const again = join(folder, 'again');
  const restored = await restoreBackup(file, again, opening(master));
  expect(restored).toMatchObject({ entries: 15, missing: [], fault: null, unfinished: 0 });
  expect(await everythingOf(again, master)).toEqual(await everythingOf(dir, master));
  expect(await readFile(join(again, 'vault.json'), 'utf8')).toBe(
    await readFile(join(dir, 'vault.json'), 'utf8'),
  );
  expect((await readdir(again)).toSorted()).toEqual(['data-1', 'vault.json']);
});

test('passphrase and recovery key of the vault open its backup, others do not', async () => {
  const { folder, vault, file } = await filledVault(1);
  await backupVault(vault, file);
  await vault.close();
  const open = (file: VaultFile, how: 'passphrase' | 'recovery' | 'wrong') => {
    if (file.protection.kind === 'none') return null;
    const { envelope } = file.protection;
    if (how === 'recovery') return openWithRecoveryKey(envelope, RECOVERY);
    return openWithPassphrase(envelope, how === 'wrong' ? 'another passphrase' : PASSPHRASE);
  };
  for (const how of ['passphrase', 'recovery'] as const) {
    const dir = join(folder, how);
    const report = await restoreBackup(file, dir, { master: async (found) => open(found, how), groupKey });
    expect(report.entries).toBe(3);
  }
  const wrong = { master: async (found: VaultFile) => open(found, 'wrong'), groupKey };
  await expect(restoreBackup(file, join(folder, 'no'), wrong)).rejects.toMatchObject({ code: 'locked' });
  const other = { master: async () => new Uint8Array(32), groupKey };
  await expect(restoreBackup(file, join(folder, 'no'), other)).rejects.toMatchObject({ code: 'damaged' });
  expect(await readdir(folder)).not.toContain('no');
});

test('a continued backup restores to the same as one made at once', async () => {
  const { folder, master, vault, file } = await filledVault(2);
  await backupVault(vault, file);
  const first = await readFile(file);
  await addSources(vault, 3, 6);
  expect(await backupVault(vault, file)).toMatchObject({ before: 6, entries: 18, rewritten: null });
  expect((await readFile(file)).subarray(0, first.length).equals(first)).toBe(true);
  await backupVault(vault, `${file}.whole`);
  await vault.close();
  const parts = join(folder, 'parts');
  const whole = join(folder, 'whole');
  await restoreBackup(file, parts, opening(master));
  await restoreBackup(`${file}.whole`, whole, opening(master));
  expect(await everythingOf(parts, master)).toEqual(await everythingOf(whole, master));
});

test('a run without anything new adds an end alone; an empty vault can be backed up and restored', async () => {
  const { folder, master, vault, file } = await filledVault(0);
  expect(await backupVault(vault, file)).toMatchObject({ entries: 0, of: 0 });
  await restoreBackup(file, join(folder, 'empty'), opening(master));
  const { size } = await stat(file);
  expect(await backupVault(vault, file)).toMatchObject({ before: 0, entries: 0 });
  expect((await stat(file)).size - size).toBeLessThan(2000);
  await vault.close();
});

test('an interrupted run is cut off and continued; what is whole before it stays', async () => {
  const { folder, master, vault, file } = await filledVault(4);
  await backupVault(vault, file);
  const before = await readFile(file);
  await addSources(vault, 5, 6);
  await backupVault(vault, file);
  const after = await readFile(file);
  for (const length of [
    before.length + 1,
    before.length + 46,
    before.length + 47,
    before.length + 300,
    after.length - 1,
  ]) {
    await writeFile(file, after.subarray(0, length));
    expect(await surveyBackup(file, opening(master))).toMatchObject({
      fault: null,
      end: { entries: 12 },
      unfinished: length - before.length,
    });
    expect(await backupVault(vault, file), String(length)).toMatchObject({
      before: 12,
      entries: 18,
      cut: length - before.length,
    });
    expect((await readFile(file)).subarray(0, before.length).equals(before)).toBe(true);
  }
  await writeFile(file, after.subarray(0, before.length + 300));
  await vault.close();
  const dir = join(folder, 'early');
  expect(await restoreBackup(file, dir, opening(master))).toMatchObject({
    entries: 12,
    unfinished: 300,
  });
});

test('Ctrl-C stops with what is written so far, and the next run goes on', async () => {
  const { folder, dir, master, vault, file } = await filledVault(6);
  const stop = new AbortController();
  const onProgress = ({ entries }: { entries: number }) => void (entries === 7 && stop.abort());
  const stopped = await backupVault(vault, file, { signal: stop.signal, onProgress });
  expect(stopped).toMatchObject({ entries: 7, of: 18 });
  const early = join(folder, 'early');
  expect(await restoreBackup(file, early, opening(master))).toMatchObject({
    entries: 7,
    end: { head: 18 },
  });
  expect(await backupVault(vault, file)).toMatchObject({ before: 7, entries: 18 });
  await vault.close();
  const again = join(folder, 'again');
  await restoreBackup(file, again, opening(master));
  expect(await everythingOf(again, master)).toEqual(await everythingOf(dir, master));
});

test('every byte of a backup matters: a flip is found and its segment named', {
  timeout: 120_000,
}, async () => {
  const { master, vault, file } = await filledVault(2);
  await backupVault(vault, file);
  await addSources(vault, 3, 3);
  await backupVault(vault, file);
  await vault.close();
  const whole = await readFile(file);
  const heads = [...whole.toString('latin1').matchAll(/segment \d{8} \d{12} [0-9a-f]{16}\n/g)].map(
    ({ index }) => index,
  );
  expect(heads).toHaveLength(4);
  const near = heads.flatMap((head) => Array.from({ length: 60 }, (_, n) => head - 5 + n));
  const sampled = Array.from({ length: 500 }, (_, n) => Math.floor((n * whole.length) / 500));
  for (const at of new Set([
    ...near,
    ...sampled,
    ...Array.from({ length: 110 }, (_, n) => n),
    whole.length - 1,
  ])) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    await writeFile(file, flipped);
    const segment = heads.filter((head) => head <= at).length;
    const found = await surveyBackup(file, opening(master)).then(
      ({ fault }) => fault,
      (error: unknown) => error,
    );
    if (segment === 0) expect(found, `byte ${at}`).toMatchObject({ name: 'OnRecordError' });
    else expect(found, `byte ${at}`).toMatchObject({ segment, position: heads[segment - 1] });
  }
});

test('segments removed, exchanged, doubled or cut away inside are found', async () => {
  const { master, vault, file } = await filledVault(1);
  for (let number = 2; number <= 4; number += 1) {
    await backupVault(vault, file);
    await addSources(vault, number, number);
  }
  await backupVault(vault, file);
  await vault.close();
  const whole = await readFile(file);
  const heads = [...whole.toString('latin1').matchAll(/segment \d{8} \d{12} [0-9a-f]{16}\n/g)].map(
    ({ index }) => index,
  );
  const pieces = [...heads, whole.length].map((at, n, all) => whole.subarray(n === 0 ? 0 : all[n - 1], at));
  expect(pieces).toHaveLength(9);
  const look = async (order: readonly number[]) => {
    await writeFile(file, Buffer.concat(order.map((n) => pieces[n] ?? Buffer.alloc(0))));
    return surveyBackup(file, opening(master));
  };
  expect((await look([0, 1, 2, 3, 4, 5, 6, 7, 8])).fault).toBeNull();
  expect((await look([0, 1, 2, 4, 5, 6, 7, 8])).fault).toMatchObject({ segment: 3 });
  expect((await look([0, 1, 2, 5, 4, 5, 6, 7, 8])).fault).toMatchObject({ segment: 3 });
  expect((await look([0, 1, 2, 2, 3, 4])).fault).toMatchObject({ segment: 3 });
  expect((await look([0, 2, 1])).fault).toMatchObject({ segment: 1 });
  // Cut at a border it is an earlier, whole backup, or one that was interrupted: it says until where it goes.
  for (let kept = 1; kept <= 8; kept += 1) {
    const found = await look(Array.from({ length: kept + 1 }, (_, n) => n));
    expect(found.fault).toBeNull();
    expect(found.end?.entries ?? 0, String(kept)).toBe(Math.floor(kept / 2) * 3);
    expect(found.unfinished > 0).toBe(kept % 2 === 1);
  }
});

test('damage in the middle: nothing is cut off, nothing restored unless asked for', async () => {
  const { folder, master, vault, file } = await filledVault(2);
  await backupVault(vault, file);
  const middle = (await stat(file)).size;
  await addSources(vault, 3, 4);
  await backupVault(vault, file);
  const whole = await readFile(file);
  const options = opening(master);
  for (const at of [middle + 10, middle + 400]) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    await writeFile(file, flipped);
    const dir = join(folder, `at-${at}`);
    await expect(restoreBackup(file, dir, options)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('segment 3'),
    });
    expect(await restoreBackup(file, dir, { ...options, asFarAsWhole: true })).toMatchObject({ entries: 6 });
  }
  const head = Buffer.from(whole);
  head[middle + 10] = 65;
  await writeFile(file, head);
  await expect(backupVault(vault, file)).rejects.toMatchObject({ code: 'damaged' });
  expect((await readFile(file)).equals(head)).toBe(true);
  await vault.close();
});

test('files that are no backup of this vault are left alone', async () => {
  const { folder, vault, file } = await filledVault(1);
  const other = await encryptedVault(join(folder, 'other'));
  const otherVault = await openVault(other.dir, { master: other.master });
  await backupVault(otherVault, file);
  await otherVault.close();
  const cases: readonly (readonly [string, Buffer])[] = [
    ['another vault', await readFile(file)],
    ['a letter', Buffer.from('Dear colleagues,\n')],
    ['a newer format', Buffer.from('onrecord-backup 2\n')],
  ];
  for (const [name, bytes] of cases) {
    await writeFile(file, bytes);
    await expect(backupVault(vault, file), name).rejects.toMatchObject({ name: 'OnRecordError' });
    expect((await readFile(file)).equals(bytes), name).toBe(true);
  }
  expect((await readdir(folder)).filter((name) => name.includes('lock') || name.includes('.new'))).toEqual(
    [],
  );
  await vault.close();
});

test('places that hold no backup, or would lose it', async () => {
  const { folder, vault, file } = await filledVault(0);
  const cases = [
    [join(folder, 'nowhere', 'b'), 'not-found'],
    [folder, 'bad-usage'],
    [join(vault.dir, 'b'), 'bad-usage'],
  ] as const;
  for (const [path, code] of cases)
    await expect(backupVault(vault, path), path).rejects.toMatchObject({ code });
  await vault.close();
  await expect(surveyBackup(file, {})).rejects.toMatchObject({ code: 'not-found' });
  await expect(surveyBackup(vault.dir, {})).rejects.toMatchObject({ code: 'bad-usage' });
});

test('a vault older than its backup, and one with another history, are refused', async () => {
  const { folder, master, vault, file } = await filledVault(2);
  const early = join(folder, 'early.backup');
  await backupVault(vault, early);
  await addSources(vault, 3, 3);
  await backupVault(vault, file);
  await vault.close();
  const dir = join(folder, 'again');
  await restoreBackup(early, dir, opening(master));
  const older = await openVault(dir, { master });
  await expect(backupVault(older, file)).rejects.toMatchObject({ code: 'bad-usage' });
  await addSources(older, 7, 9);
  await expect(backupVault(older, file)).rejects.toMatchObject({ code: 'verify-failed' });
  await older.close();
});

test('a source that spans segments comes back to the byte', async () => {
  const { folder, master, vault, file } = await filledVault(1);
  const bytes = Uint8Array.from({ length: 20_000_000 }, (_, n) => (n * 2654435761) >>> 24);
  await vault.blobs.put(bytes);
  const { inventedSource } = await import('./fixtures/invented-vault.ts');
  await vault.store.append(inventedSource(9, bytes));
  await backupVault(vault, file);
  await vault.close();
  const survey = await surveyBackup(file, opening(master));
  expect(survey.segments).toBeGreaterThan(3);
  await restoreBackup(file, join(folder, 'again'), opening(master));
  const again = await openVault(join(folder, 'again'), { master });
  expect(sha256Hex((await again.blobs.get(sha256Hex(bytes))) ?? new Uint8Array(0))).toBe(sha256Hex(bytes));
  await again.close();
});

test('nothing in a backup and beside a restored vault is in clear', async () => {
  const { folder, master, vault, file } = await filledVault(3);
  await backupVault(vault, file);
  await vault.close();
  await restoreBackup(file, join(folder, 'again'), opening(master));
  for (const [path, bytes] of await filesUnder(folder))
    for (const word of [CANARY, 'fishermen', 'source-captured', 'Harbour Daily', sampleId('claim', 2)])
      expect(bytes.includes(word), `${word} in ${path}`).toBe(false);
});

test('a restore writes only into a new or an empty folder', async () => {
  const { folder, master, vault, file } = await filledVault(1);
  await backupVault(vault, file);
  await vault.close();
  const options = opening(master);
  await expect(restoreBackup(file, join(folder, 'vault'), options)).rejects.toMatchObject({
    code: 'vault-exists',
  });
  await expect(restoreBackup(file, folder, options)).rejects.toMatchObject({ code: 'bad-usage' });
  const dir = join(folder, 'new');
  const stop = new AbortController();
  const onProgress = ({ step }: { step: string }) => void (step === 'writing' && stop.abort());
  stop.abort();
  await expect(
    restoreBackup(file, dir, { ...options, signal: stop.signal, onProgress }),
  ).rejects.toMatchObject({
    code: 'bad-usage',
  });
  await restoreBackup(file, dir, options);
  await expect(restoreBackup(file, dir, options)).rejects.toMatchObject({ code: 'vault-exists' });
});

test('two backups into one file at once: one is told to wait', async () => {
  const { vault, file } = await filledVault(3);
  const both = await Promise.allSettled([backupVault(vault, file), backupVault(vault, file)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'vault-busy' } });
  await writeFile(`${file}.lock`, '');
  await expect(backupVault(vault, file)).rejects.toMatchObject({ code: 'vault-busy' });
  await writeFile(`${file}.lock`, `999999999 ${hostname()}\n`);
  expect(await backupVault(vault, file)).toMatchObject({ before: 9 });
  await writeFile(`${file}.lock`, '999999999 somewhere-gone\n');
  await expect(backupVault(vault, file)).rejects.toMatchObject({ code: 'vault-busy' });
  await rm(`${file}.lock`);
  await copyFile(file, `${file}.copy`);
  expect(await backupVault(vault, `${file}.copy`)).toMatchObject({ before: 9 });
  await vault.close();
});

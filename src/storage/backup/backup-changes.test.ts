import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveKey } from '../../crypto/derive-key.ts';
import { changePassphrase, openWithPassphrase } from '../../crypto/key-envelope.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { sampleId } from '../contract/sample-record.ts';
import { restoreBackup } from '../restore/restore-vault.ts';
import { openVault } from '../vault.ts';
import { readVaultFile, sealVaultFile, type VaultFile, writeVaultFile } from '../vault-file.ts';
import { filledVault, opening } from './fixtures/filled-vault.ts';
import {
  addSources,
  CHEAP,
  eraseSource,
  everythingOf,
  filesUnder,
  groupKey,
  inventedBytes,
  inventedText,
  PASSPHRASE,
} from './fixtures/invented-vault.ts';
import { backupVault } from './write-backup.ts';

test('what was erased is gone from the backup after the next run', async () => {
  const { folder, dir, master, vault, file } = await filledVault(4);
  await backupVault(vault, file);
  await eraseSource(vault, 2);
  expect(await backupVault(vault, file)).toMatchObject({
    rewritten: 'erasure',
    entries: 13,
    blobs: 3,
    texts: 3,
  });
  expect(await readdir(folder)).not.toContain('kessar.backup.new');
  await addSources(vault, 5, 5);
  await eraseSource(vault, 5);
  expect(await backupVault(vault, file)).toMatchObject({ rewritten: null, entries: 17, blobs: 3 });
  await vault.close();
  const again = join(folder, 'again');
  await restoreBackup(file, again, opening(master));
  expect(await everythingOf(again, master)).toEqual(await everythingOf(dir, master));
  const restored = await openVault(again, { master });
  expect(await restored.store.source(sampleId('source', 2))).toBeNull();
  expect(await restored.blobs.get(sha256Hex(inventedBytes(2)))).toBeNull();
  expect(await restored.store.text(sha256Hex(inventedText(2)))).toBeNull();
  await restored.close();
});

test('stopped inside an erasure, a backup ends where it can be restored', async () => {
  const { folder, master, vault, file } = await filledVault(4);
  await eraseSource(vault, 2);
  const stop = new AbortController();
  const onProgress = ({ entries }: { entries: number }) => void (entries === 8 && stop.abort());
  expect(await backupVault(vault, file, { signal: stop.signal, onProgress })).toMatchObject({ entries: 0 });
  await expect(restoreBackup(file, join(folder, 'x'), opening(master))).rejects.toMatchObject({
    code: 'damaged',
  });
  expect(await backupVault(vault, file)).toMatchObject({ before: 0, entries: 13 });
  await vault.close();
});

test('bytes that the vault has lost are named, and taken in when they are there again', async () => {
  const { folder, master, vault, file } = await filledVault(3);
  const lost = sha256Hex(inventedBytes(2));
  const stored = await filesUnder(join(vault.dir, 'data-1', 'blobs'));
  await (await vault.blobs.remove(lost))();
  expect(await backupVault(vault, file)).toMatchObject({ missing: [lost], blobs: 2, entries: 9 });
  const report = await restoreBackup(file, join(folder, 'a'), opening(master));
  expect(report.missing).toEqual([lost]);
  for (const [path, bytes] of stored) await writeFile(path, bytes);
  expect(await backupVault(vault, file)).toMatchObject({ missing: [], blobs: 3, rewritten: 'found-bytes' });
  await vault.close();
});

test('after a change of the passphrase the old one does not open the backup any more', async () => {
  const { folder, master, vault, file } = await filledVault(2);
  await backupVault(vault, file);
  await vault.close();
  const { protection, ...rest } = await readVaultFile(vault.dir);
  if (protection.kind === 'none') return;
  const random = (count: number) => new Uint8Array(count).fill(count);
  const envelope = changePassphrase(protection.envelope, {
    master,
    passphrase: 'a new one',
    cost: CHEAP,
    random,
  });
  const key = deriveKey(master, 'onrecord/vault-file/v1');
  const changed = sealVaultFile({ ...rest, protection: { kind: 'encrypted', envelope } }, key);
  await writeVaultFile(vault.dir, changed, 'replace');
  const again = await openVault(vault.dir, { master, groupKey });
  expect(await backupVault(again, file)).toMatchObject({ rewritten: 'passphrase', entries: 6 });
  await again.close();
  const open = (passphrase: string) => ({
    groupKey,
    master: async ({ protection: found }: VaultFile) =>
      found.kind === 'none' ? null : openWithPassphrase(found.envelope, passphrase),
  });
  await expect(restoreBackup(file, join(folder, 'a'), open(PASSPHRASE))).rejects.toMatchObject({
    code: 'locked',
  });
  expect(await restoreBackup(file, join(folder, 'a'), open('a new one'))).toMatchObject({ entries: 6 });
});

test('whatever was stored, erased, backed up, stopped and torn before: the last run restores the vault', {
  timeout: 120_000,
}, async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), much: fc.nat(4000) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), much: fc.nat(4000) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('backup' as const), much: fc.constant(0) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('stop' as const), much: fc.nat(20) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('tear' as const), much: fc.integer({ min: 1, max: 400 }) }),
    },
  );
  const run = async (steps: readonly { readonly do: string; readonly much: number }[]) => {
    const { folder, dir, master, vault, file } = await filledVault(1);
    let count = 1;
    const erased = new Set([1]);
    for (const { do: what, much } of steps) {
      const number = 2 + (much % Math.max(1, count - 1));
      if (what === 'add') {
        count += 1;
        await addSources(vault, count, count, 300 + much);
      } else if (what === 'erase' && count > 1 && !erased.has(number)) {
        erased.add(number);
        await eraseSource(vault, number);
      } else if (what === 'backup') await backupVault(vault, file);
      else if (what === 'stop') {
        const stop = new AbortController();
        const onProgress = ({ entries }: { entries: number }) => void (entries % 20 === much && stop.abort());
        await backupVault(vault, file, { signal: stop.signal, onProgress });
      } else if (what === 'tear') {
        const held = await readFile(file).catch(() => null);
        if (held !== null) await writeFile(file, Buffer.concat([held, held.subarray(-much, -1)]));
      }
    }
    const report = await backupVault(vault, file);
    expect(report.entries).toBe((await vault.store.counts()).entries);
    await vault.close();
    await restoreBackup(file, join(folder, 'again'), opening(master));
    expect(await everythingOf(join(folder, 'again'), master)).toEqual(await everythingOf(dir, master));
    await rm(folder, { recursive: true });
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), run), { numRuns: 15 });
});

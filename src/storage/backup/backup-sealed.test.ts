/** Sealed records in backups and under changed keys: ciphertext and wrapped keys come along, old keys do not. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import { sampleId } from '../contract/sample-record.ts';
import { DOCUMENT_BYTES, erased } from '../contract/sample-sealed.ts';
import { rekeyVault } from '../rekey/rekey-vault.ts';
import { restoreBackup } from '../restore/restore-vault.ts';
import { openVault } from '../vault.ts';
import { filledVault, masterBy } from './fixtures/filled-vault.ts';
import { addSources, groupKey, KEYS } from './fixtures/invented-vault.ts';
import { addSealed, rotate, sealedOf } from './fixtures/sealed-vault.ts';
import { backupVault } from './write-backup.ts';

async function filled() {
  const made = await filledVault(0);
  await addSealed(made.vault);
  await addSources(made.vault, 1, 1);
  return made;
}

test('a backup carries ciphertext and keys; after a rotation it is written anew and holds no old key', async () => {
  const { folder, master, vault, file } = await filled();
  expect(await backupVault(vault, file)).toMatchObject({ rewritten: null, entries: 10, blobs: 2 });
  await rotate(vault);
  expect(await backupVault(vault, file)).toMatchObject({ rewritten: 'rotation', entries: 11 });
  expect(await backupVault(vault, file)).toMatchObject({ rewritten: null, before: 11 });
  const before = await sealedOf(vault);
  expect(before).toMatchObject({
    faults: [[], []],
    keys: [3, 4, 5, 6, 7].map((entry) => ({ entry, epoch: 2 })),
  });
  await vault.close();
  const again = join(folder, 'again');
  await restoreBackup(file, again, { master: async () => master.slice(), groupKey });
  const restored = await openVault(again, { master, groupKey });
  expect(await sealedOf(restored)).toEqual(before);
  expect(await backupVault(restored, file)).toMatchObject({ rewritten: null });
  await restored.close();
});

test('a sealed record that was erased is gone from the backup, and so is its document', async () => {
  const { folder, master, vault, file } = await filled();
  await backupVault(vault, file);
  const removal = await vault.blobs.remove(sha256Hex(DOCUMENT_BYTES));
  await vault.store.append([erased(sampleId('case', 1), [3, 5]), erased(sampleId('document', 1), [7])]);
  await removal();
  expect(await backupVault(vault, file)).toMatchObject({ rewritten: 'erasure', entries: 12, blobs: 1 });
  await vault.close();
  const again = join(folder, 'again');
  await restoreBackup(file, again, { master: async () => master.slice(), groupKey });
  const restored = await openVault(again, { master, groupKey });
  expect(await restored.store.sealedRecord(sampleId('case', 1))).toBeNull();
  expect(await sealedOf(restored)).toMatchObject({
    bytes: null,
    faults: [[], []],
    keys: [{ entry: 4 }, { entry: 6 }],
  });
  await restored.close();
});

test('new keys of the vault: the sealed records are as they were', async () => {
  const { dir, master, vault } = await filled();
  const before = await sealedOf(vault);
  await vault.close();
  const keys = { ...KEYS, passphrase: 'new words' };
  await rekeyVault(dir, { master, keys, groupKey });
  const fresh = await masterBy(dir, 'new words');
  const again = await openVault(dir, { master: fresh, groupKey });
  expect(await sealedOf(again)).toEqual(before);
  await again.close();
});

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWithRecoveryKey } from '../../crypto/key-envelope.ts';
import { filledVault, masterBy } from '../backup/fixtures/filled-vault.ts';
import { freshFolder } from '../backup/fixtures/fresh-folder.ts';
import {
  addSources,
  CANARY,
  CHEAP,
  encryptedVault,
  eraseSource,
  everythingOf,
  filesUnder,
  groupKey,
  PASSPHRASE,
  RECOVERY,
} from '../backup/fixtures/invented-vault.ts';
import { backupVault } from '../backup/write-backup.ts';
import { createVault, openVault } from '../vault.ts';
import { readVaultFile } from '../vault-file.ts';
import { removeOtherData } from './other-data.ts';
import { rekeyVault } from './rekey-vault.ts';

const FRESH = Uint8Array.from({ length: 32 }, (_, n) => 255 - n);
const keys = {
  kind: 'encrypted',
  passphrase: 'a new one for the herons',
  recoveryKey: FRESH,
  cost: CHEAP,
} as const;

test('new keys: the same record under another master key; the old one opens nothing', async () => {
  const { folder, dir, master, vault } = await filledVault(4);
  await eraseSource(vault, 3);
  const { id, log } = vault.file;
  await backupVault(vault, join(folder, 'old.backup'));
  await vault.close();
  const before = await everythingOf(dir, master);
  expect(await rekeyVault(dir, { master, keys, groupKey })).toMatchObject({
    entries: 13,
    wasUnencrypted: false,
  });
  expect((await readdir(dir)).toSorted()).toEqual(['data-2', 'vault.json']);
  expect(await masterBy(dir, PASSPHRASE)).toBeNull();
  const fresh = await masterBy(dir, keys.passphrase);
  expect(await everythingOf(dir, fresh)).toEqual(before);
  const file = await readVaultFile(dir);
  expect(file).toMatchObject({ id, log: { origin: log.origin, vkey: log.vkey } });
  if (file.protection.kind === 'encrypted') {
    expect(openWithRecoveryKey(file.protection.envelope, RECOVERY)).toBeNull();
    expect(openWithRecoveryKey(file.protection.envelope, FRESH)).toEqual(fresh);
  }
  await expect(openVault(dir, { master })).rejects.toMatchObject({ code: 'damaged' });
  const again = await openVault(dir, { master: fresh, groupKey });
  await expect(backupVault(again, join(folder, 'old.backup'))).rejects.toMatchObject({ code: 'bad-usage' });
  expect(await backupVault(again, join(folder, 'new.backup'))).toMatchObject({ entries: 13 });
  await again.close();
});

test('a vault without encryption becomes an encrypted one', async () => {
  const folder = await freshFolder();
  const dir = join(folder, 'vault');
  await createVault(dir, { keys: { kind: 'none' } });
  const vault = await openVault(dir, { groupKey });
  await addSources(vault, 1, 3);
  await vault.close();
  const before = await everythingOf(dir, null);
  expect(await rekeyVault(dir, { master: null, keys, groupKey })).toMatchObject({ wasUnencrypted: true });
  expect(await everythingOf(dir, await masterBy(dir, keys.passphrase))).toEqual(before);
  for (const [path, bytes] of await filesUnder(dir))
    for (const word of [CANARY, 'fishermen', 'source-captured'])
      expect(bytes.includes(word), path).toBe(false);
});

test('refused while anybody has the vault open, and with a wrong key; nothing is changed then', async () => {
  const folder = await freshFolder();
  const { dir, master } = await encryptedVault(join(folder, 'vault'));
  const reader = await openVault(dir, { master, groupKey, readOnly: true });
  await expect(rekeyVault(dir, { master, keys, groupKey })).rejects.toMatchObject({ code: 'vault-busy' });
  await reader.close();
  const writer = await openVault(dir, { master, groupKey });
  await addSources(writer, 1, 1);
  await expect(rekeyVault(dir, { master, keys, groupKey })).rejects.toMatchObject({ code: 'vault-busy' });
  await addSources(writer, 2, 2);
  await writer.close();
  const wrong = new Uint8Array(32);
  await expect(rekeyVault(dir, { master: wrong, keys, groupKey })).rejects.toMatchObject({ code: 'damaged' });
  expect((await readdir(dir)).toSorted()).toEqual(['data-1', 'vault.json']);
  const stop = new AbortController();
  stop.abort();
  await expect(rekeyVault(dir, { master, keys, groupKey, signal: stop.signal })).rejects.toThrow();
  expect((await readdir(dir)).toSorted()).toEqual(['data-1', 'vault.json']);
  await everythingOf(dir, master);
});

test('nobody opens the vault while its keys are changed', async () => {
  const { dir, master, vault } = await filledVault(2);
  await vault.close();
  const tried: unknown[] = [];
  const onProgress = ({ step }: { step: string }) => {
    if (step === 'checking')
      tried.push(
        openVault(dir, { master, busyTimeout: 20 }).then(
          async (open) => open.close(),
          (error: unknown) => error,
        ),
      );
  };
  await rekeyVault(dir, { master, keys, groupKey, onProgress });
  expect(await Promise.all(tried)).toMatchObject([{ code: expect.stringMatching(/vault-busy|damaged/) }]);
});

test('an old vault that lost bytes keeps its keys', async () => {
  const { dir, master, vault } = await filledVault(2);
  for await (const sha256 of vault.blobs.list()) await (await vault.blobs.remove(sha256))();
  await vault.close();
  await expect(rekeyVault(dir, { master, keys, groupKey })).rejects.toMatchObject({ code: 'damaged' });
  expect((await readdir(dir)).toSorted()).toEqual(['data-1', 'vault.json']);
});

test('what a killed change of keys left is removed, and never by somebody who read an old description', async () => {
  const folder = await freshFolder();
  const { dir, master } = await encryptedVault(join(folder, 'vault'));
  const old = await readVaultFile(dir);
  await mkdir(join(dir, 'data-7'));
  await writeFile(join(dir, 'data-7', 'record.sqlite'), 'half');
  expect(await removeOtherData(dir, old)).toEqual(['data-7']);
  await rekeyVault(dir, { master, keys, groupKey });
  await expect(removeOtherData(dir, old)).rejects.toMatchObject({ code: 'vault-busy' });
  expect((await readdir(dir)).toSorted()).toEqual(['data-2', 'vault.json']);
});

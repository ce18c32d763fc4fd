/** Backups, restores and changes of keys over the storage. */
import type { Backups } from '../desk/ports/backups.ts';
import type { VaultKeys, VaultSecret } from '../desk/ports/vault-keys.ts';
import type { VaultFile } from '../storage/vault-file.ts';
import { passphraseWork } from './passphrase-work.ts';
import { loadVaultKeys } from './vault-keys.ts';

const clock = (): Date => new Date();

/**
 * Loads what commands need of backups.
 *
 * @example
 * const backups = await loadBackups();
 */
export async function loadBackups(): Promise<Backups> {
  return {
    backUp: async (vault, file, { master, database, ...work }) => {
      const [{ openVault }, { backupVault }] = await Promise.all([
        import('../storage/vault.ts'),
        import('../storage/backup/write-backup.ts'),
      ]);
      const open = await openVault(vault, { readOnly: true, master, database, clock });
      try {
        const report = await backupVault(open, file, { ...work, clock });
        return { ...report, members: (await open.store.entriesWith('member-introduced')).length };
      } finally {
        await open.close();
      }
    },
    keysOfBackups,
    survey: async (file, { master, ...work }) => {
      const { surveyBackup } = await import('../storage/restore/restore-vault.ts');
      return surveyBackup(file, { ...work, master: async () => copyOf(master) });
    },
    restore: async (file, dir, { master, ...work }) => {
      const [{ restoreBackup }, { groupKey }] = await Promise.all([
        import('../storage/restore/restore-vault.ts'),
        import('../reckon/group-claims.ts'),
      ]);
      return restoreBackup(file, dir, { ...work, groupKey, master: async () => copyOf(master) });
    },
    isOldVault: async (path) => (await import('../storage/restore/import-version-1.ts')).isVersion1(path),
    importOld,
    refuseMisplaced: async (dir, database) => {
      const [{ readVaultFile }, { placeOfRecord }] = await Promise.all([
        import('../storage/vault-file.ts'),
        import('../storage/place-of-record.ts'),
      ]);
      placeOfRecord(await readVaultFile(dir), database, dir);
    },
    rekey,
  };
}

const importOld: Backups['importOld'] = async (from, dir, { passphrase, ...work }) => {
  const [{ importVersion1 }, { groupKey }] = await Promise.all([
    import('../storage/restore/import-version-1.ts'),
    import('../reckon/group-claims.ts'),
  ]);
  if (passphrase === null) {
    const report = await importVersion1(from, dir, { ...work, keys: { kind: 'none' }, groupKey, clock });
    return { ...report, recoveryKey: null };
  }
  const { keys, text } = await freshKeys(passphrase);
  const report = await importVersion1(from, dir, { ...work, keys, groupKey, clock });
  keys.recoveryKey.fill(0);
  return { ...report, recoveryKey: text };
};

const rekey: Backups['rekey'] = async (dir, { passphrase, onRecoveryKey, ...work }) => {
  const [{ rekeyVault }, { groupKey }] = await Promise.all([
    import('../storage/rekey/rekey-vault.ts'),
    import('../reckon/group-claims.ts'),
  ]);
  const { keys, text } = await freshKeys(passphrase);
  const onReady = () => onRecoveryKey(text);
  const report = await rekeyVault(dir, { ...work, keys, groupKey, onReady });
  keys.recoveryKey.fill(0);
  return { ...report, recoveryKey: text };
};

/** Keys for a vault, with a recovery key as it is printed; the work is measured on this machine. */
async function freshKeys(passphrase: string) {
  const { recoveryKeyText } = await import('../crypto/recovery-key.ts');
  const recoveryKey = crypto.getRandomValues(new Uint8Array(32));
  const cost = await passphraseWork();
  return {
    keys: { kind: 'encrypted', passphrase, recoveryKey, cost } as const,
    text: recoveryKeyText(recoveryKey),
  };
}

function copyOf(master: Uint8Array | null): Uint8Array | null {
  return master === null ? null : Uint8Array.from(master);
}

/** A backup may be older than the vault's present keys: what an agent holds is not asked. */
async function keysOfBackups(): Promise<VaultKeys> {
  const keys = await loadVaultKeys();
  return {
    ...keys,
    agent: { ...keys.agent, key: async () => null },
    describe: async (path) => {
      const { id, protection } = await descriptionOf(path);
      return { dir: path, id, encrypted: protection.kind === 'encrypted' };
    },
    open: async (path, secret) => openSecret(await descriptionOf(path), secret),
  };
}

async function descriptionOf(path: string): Promise<VaultFile> {
  const { openBackup } = await import('../storage/backup/backup-file.ts');
  const { handle, description } = await openBackup(path);
  await handle.close();
  return description;
}

async function openSecret({ protection }: VaultFile, secret: VaultSecret): Promise<Uint8Array | null> {
  const [{ openWithPassphrase, openWithRecoveryKey }, { passphraseFault }, { OnRecordError }] =
    await Promise.all([
      import('../crypto/key-envelope.ts'),
      import('../crypto/passphrase-key.ts'),
      import('../record/onrecord-error.ts'),
    ]);
  if (protection.kind === 'none')
    throw new OnRecordError('bad-usage', 'This backup is not encrypted: it opens without a secret.');
  if (secret.kind === 'recovery-key') return openWithRecoveryKey(protection.envelope, secret.key);
  const fault = passphraseFault(secret.passphrase);
  if (fault !== null) throw new OnRecordError('bad-usage', fault);
  return openWithPassphrase(protection.envelope, secret.passphrase);
}

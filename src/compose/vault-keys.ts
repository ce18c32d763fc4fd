/** Making of vaults, and the port through which commands open, unlock, lock and change their keys. */
import type { Clock } from '../desk/ports/clock.ts';
import type { VaultKeys, VaultSecret } from '../desk/ports/vault-keys.ts';
import type { VaultFile } from '../storage/vault-file.ts';
import { passphraseWork } from './passphrase-work.ts';

/** How a new vault is to be protected. */
export type VaultProtectionChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

export interface MadeVault {
  /** Absolute path. */
  readonly dir: string;
  /** To be printed and kept elsewhere; null for a vault without encryption. */
  readonly recoveryKey: string | null;
  /** Opens the vault at once: 32 bytes, to be overwritten after use; null without encryption. */
  readonly master: Uint8Array | null;
}

const clock: Clock = () => new Date();

/**
 * Makes an empty vault.
 *
 * @param where.database address of the PostgreSQL that is to hold the record; null: a file in the vault
 * @param where.blobs address of the object store that is to hold the bytes, `s3://…`; null: the vault's folder
 * @throws OnRecordError `vault-exists`, `read-only`, `disk-full`
 * @example
 * const { recoveryKey } = await makeVault('./onrecord-vault', { kind: 'passphrase', passphrase });
 */
export async function makeVault(
  dir: string,
  choice: VaultProtectionChoice,
  {
    database = null,
    blobs = null,
  }: { readonly database?: string | null; readonly blobs?: string | null } = {},
): Promise<MadeVault> {
  const [{ createVault }, { resolve }, { existsSync }] = await Promise.all([
    import('../storage/vault.ts'),
    import('node:path'),
    import('node:fs'),
  ]);
  const root = resolve(dir);
  if (choice.kind === 'none') {
    (await createVault(root, { clock, keys: choice, database, blobs })).fill(0);
    return { dir: root, recoveryKey: null, master: null };
  }
  if (existsSync(resolve(root, 'vault.json'))) {
    const { vaultExists } = await import('../storage/vault-file.ts');
    throw vaultExists(root);
  }
  const { recoveryKeyText } = await import('../crypto/recovery-key.ts');
  const recoveryKey = random(32);
  const { passphrase } = choice;
  const keys = { kind: 'encrypted', passphrase, recoveryKey, cost: await passphraseWork() } as const;
  const master = await createVault(root, { clock, keys, database, blobs });
  const text = recoveryKeyText(recoveryKey);
  recoveryKey.fill(0);
  return { dir: root, recoveryKey: text, master };
}

/**
 * Loads what commands need of a vault's keys.
 *
 * @example
 * const keys = await loadVaultKeys();
 */
export async function loadVaultKeys(): Promise<VaultKeys> {
  const [{ openPassphraseSource }, agent, { readRecoveryKey }] = await Promise.all([
    import('../intake/passphrase-source.ts'),
    import('../storage/key-agent/key-agent.ts'),
    import('../crypto/recovery-key.ts'),
  ]);
  return {
    source: openPassphraseSource(),
    agent: {
      key: (vaultId) => agent.agentKey(vaultId),
      start: (start) => agent.startAgent(start),
      lock: (vaultId) => agent.lockAgent(vaultId),
    },
    describe: async (dir) => {
      const { root, file } = await described(dir);
      return { dir: root, id: file.id, encrypted: file.protection.kind === 'encrypted' };
    },
    open: openSecret,
    changePassphrase: async (dir, { master, passphrase }) => {
      const [{ changePassphrase }, cost] = await Promise.all([
        import('../crypto/key-envelope.ts'),
        passphraseWork(),
      ]);
      await changeEnvelope(dir, master, (envelope) =>
        changePassphrase(envelope, { master, passphrase, cost, random }),
      );
    },
    changeRecoveryKey: newRecoveryKey,
    readRecoveryKey,
  };
}

async function openSecret(dir: string, secret: VaultSecret): Promise<Uint8Array | null> {
  const [{ openWithPassphrase, openWithRecoveryKey }, { passphraseFault }, { OnRecordError }] =
    await Promise.all([
      import('../crypto/key-envelope.ts'),
      import('../crypto/passphrase-key.ts'),
      import('../record/onrecord-error.ts'),
    ]);
  const { file, root } = await described(dir);
  if (file.protection.kind === 'none')
    throw new OnRecordError('bad-usage', `The vault in ${root} is not encrypted: it opens without a secret.`);
  const { envelope } = file.protection;
  if (secret.kind === 'recovery-key') return openWithRecoveryKey(envelope, secret.key);
  const fault = passphraseFault(secret.passphrase);
  if (fault !== null) throw new OnRecordError('bad-usage', fault);
  return openWithPassphrase(envelope, secret.passphrase);
}

async function newRecoveryKey(dir: string, { master }: { readonly master: Uint8Array }): Promise<string> {
  const [{ changeRecoveryKey }, { recoveryKeyText }] = await Promise.all([
    import('../crypto/key-envelope.ts'),
    import('../crypto/recovery-key.ts'),
  ]);
  const recoveryKey = random(32);
  await changeEnvelope(dir, master, (envelope) =>
    changeRecoveryKey(envelope, { master, recoveryKey, random }),
  );
  const text = recoveryKeyText(recoveryKey);
  recoveryKey.fill(0);
  return text;
}

type Envelope = import('../crypto/key-envelope.ts').KeyEnvelope;

async function changeEnvelope(
  dir: string,
  master: Uint8Array,
  change: (envelope: Envelope) => Envelope,
): Promise<void> {
  const [{ sealVaultFile, writeVaultFile }, { deriveKey }, { vaultKeys }, { refuseChanged }] =
    await Promise.all([
      import('../storage/vault-file.ts'),
      import('../crypto/derive-key.ts'),
      import('../storage/keys/vault-keys.ts'),
      import('../storage/rekey/other-data.ts'),
    ]);
  const { file, root } = await described(dir);
  if (file.protection.kind === 'none') return;
  vaultKeys(file, master, root).wipe();
  const envelope = change(file.protection.envelope);
  const changed = { ...file, protection: { kind: 'encrypted', envelope } as const };
  // The passphrase takes a second: a rekey may have ended meanwhile, and its description must not be overwritten.
  await refuseChanged(root, file);
  await writeVaultFile(root, sealVaultFile(changed, deriveKey(master, 'onrecord/vault-file/v1')), 'replace');
}

async function described(dir: string): Promise<{
  readonly root: string;
  readonly file: VaultFile & { readonly mac: string };
}> {
  const [{ readVaultFile }, { resolve }] = await Promise.all([
    import('../storage/vault-file.ts'),
    import('node:path'),
  ]);
  const root = resolve(dir);
  return { root, file: await readVaultFile(root) };
}

function random(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/**
 * `vault.json`: says that a folder is a vault, of which version, where its data lies, and how its keys are opened. Written
 * last, so that a half-made vault has none; replaced whole or not at all. Any change of a byte is found: the file must
 * be exactly what its content gives, and its content carries a code that only the master key makes.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeyEnvelope, parseEnvelope } from '../crypto/key-envelope.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { syncFolder } from './blobs/sync-folder.ts';

/** Name of the format. */
export const VAULT_FORMAT = 'onrecord-vault';
/** The layout this program writes: which files lie where. */
export const VAULT_VERSION = 2;

/** How the master key is kept: in an envelope, or in clear in a vault made with --no-encryption. */
export type VaultProtection =
  | { readonly kind: 'encrypted'; readonly envelope: KeyEnvelope }
  | { readonly kind: 'none'; readonly key: string };

export interface VaultFile {
  readonly format: typeof VAULT_FORMAT;
  readonly version: number;
  /** Random; names the vault to the key agent and in the log's origin. */
  readonly id: string;
  /** ISO 8601 instant, UTC. */
  readonly createdAt: string;
  /** Folder inside the vault that holds the bytes, and the record unless it lies in PostgreSQL. */
  readonly data: string;
  /** Where the record lies. */
  readonly record: 'sqlite' | 'postgres';
  readonly protection: VaultProtection;
  readonly log: {
    readonly origin: string;
    /** C2SP verifier key. */
    readonly vkey: string;
    /** The signing seed, wrapped under the master key. */
    readonly seed: string;
  };
}

const FILE = 'vault.json';
const LARGEST = 65_536;

/**
 * Reads the file and checks its form. Whether its content was changed is told by `vaultFileIsWhole` once the key is open.
 *
 * @throws OnRecordError `no-vault`, `vault-too-new`, `damaged`
 * @example
 * (await readVaultFile('/vault')).version; // 2
 */
export async function readVaultFile(dir: string): Promise<VaultFile & { readonly mac: string }> {
  let content: string;
  try {
    content = await readFile(join(dir, FILE), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
    throw new OnRecordError(
      'no-vault',
      `There is no vault in ${dir}. Make one with: onrecord init, or name one with --vault.`,
      { subject: dir, cause },
    );
  }
  const file = checkedVaultFile(content, dir);
  if (vaultFileText(file) !== content) throw notADescription(dir);
  return file;
}

/**
 * Reads the content of a vault's description, from a file, a database or a backup.
 *
 * @param where for messages
 * @throws OnRecordError `vault-too-new`, `damaged`
 * @example
 * checkedVaultFile(text, '/vault').id;
 */
export function checkedVaultFile(content: string, where: string): VaultFile & { readonly mac: string } {
  const value = parsed(content);
  if (value?.format !== VAULT_FORMAT || !Number.isInteger(value.version)) throw notADescription(where);
  if (value.version === 1) throw madeByVersion1(where);
  if (Number(value.version) > VAULT_VERSION) {
    throw new OnRecordError(
      'vault-too-new',
      `The vault in ${where} has version ${value.version}, as its vault.json says; this onrecord knows up to ${VAULT_VERSION}. Update onrecord to open it.`,
      { subject: where },
    );
  }
  const protection = protectionOf(value.protection);
  const { id, createdAt, data, record, log, mac } = value;
  if (
    typeof id !== 'string' ||
    typeof createdAt !== 'string' ||
    typeof data !== 'string' ||
    !/^data-[0-9]{1,9}$/.test(data) ||
    (record !== 'sqlite' && record !== 'postgres') ||
    protection === null ||
    typeof log?.origin !== 'string' ||
    typeof log.vkey !== 'string' ||
    typeof log.seed !== 'string' ||
    typeof mac !== 'string'
  )
    throw notADescription(where);
  const { origin, vkey, seed } = log;
  const version = VAULT_VERSION;
  const kept = { format: VAULT_FORMAT, version, id, createdAt, data, record, protection } as const;
  return { ...kept, log: { origin, vkey, seed }, mac };
}

type Unchecked = Partial<VaultFile & { mac: string }>;

function parsed(content: string): Unchecked | null {
  try {
    return content.length > LARGEST ? null : (JSON.parse(content) as Unchecked | null);
  } catch {
    return null;
  }
}

function protectionOf(value: VaultProtection | undefined): VaultProtection | null {
  if (value?.kind === 'none') return typeof value.key === 'string' ? { kind: 'none', key: value.key } : null;
  if (value?.kind !== 'encrypted') return null;
  const read = parseEnvelope(value.envelope);
  return read.ok ? { kind: 'encrypted', envelope: read.value } : null;
}

/**
 * The file's text, with the code that only the holder of the key makes.
 *
 * @param key from `deriveKey(master, 'onrecord/vault-file/v1')`
 * @example
 * vaultFileText(sealVaultFile(file, key));
 */
export function sealVaultFile(file: VaultFile, key: Uint8Array): VaultFile & { readonly mac: string } {
  const { format, version, id, createdAt, data, record, protection, log } = file;
  const bare = { format, version, id, createdAt, data, record, protection, log };
  const mac = createHmac('sha256', key).update(JSON.stringify(bare)).digest('hex');
  return { ...bare, mac };
}

/**
 * The exact characters of the file.
 *
 * @example
 * vaultFileText(file).endsWith('}\n'); // true
 */
export function vaultFileText(file: VaultFile & { readonly mac: string }): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Whether nothing in the file was changed since it was written.
 *
 * @example
 * vaultFileIsWhole(file, key); // true
 */
export function vaultFileIsWhole(file: VaultFile & { readonly mac: string }, key: Uint8Array): boolean {
  const expected = Buffer.from(sealVaultFile(file, key).mac);
  const actual = Buffer.from(file.mac);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/**
 * Writes the file whole or not at all. Of two makers at once, one wins.
 *
 * @param how `make`: refuse when there is one; `replace`: put it in the place of the present one
 * @throws OnRecordError `vault-exists`
 * @example
 * await writeVaultFile('/vault', sealVaultFile(file, key), 'make');
 */
export async function writeVaultFile(
  dir: string,
  file: VaultFile & { readonly mac: string },
  how: 'make' | 'replace',
): Promise<void> {
  const beside = join(dir, `${FILE}.${randomUUID()}`);
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(vaultFileText(file));
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (how === 'make') await moveIfFree(beside, join(dir, FILE));
    else await rename(beside, join(dir, FILE));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw vaultExists(dir);
    throw cause;
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(dir);
}

/** A link refuses where there is one already; a stick formatted with FAT has no links: there it is looked at first. */
async function moveIfFree(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) throw error;
    await (await open(to, 'wx', 0o600)).close();
    await rename(from, to);
  }
}

/**
 * The error for a second making.
 *
 * @example
 * throw vaultExists('/vault');
 */
export function vaultExists(dir: string): OnRecordError {
  return new OnRecordError(
    'vault-exists',
    `There is a vault in ${dir} already. Use it, or choose another folder with --vault.`,
    { subject: dir },
  );
}

function notADescription(where: string): OnRecordError {
  return new OnRecordError(
    'damaged',
    `${join(where, FILE)} is not a vault's description, or was changed. Keep a copy of the folder as it is, then restore a backup.`,
    { subject: where },
  );
}

function madeByVersion1(where: string): OnRecordError {
  return new OnRecordError(
    'damaged',
    `The vault in ${where} was made by onrecord 0.1, which did not encrypt. Bring it over into a new vault with: onrecord restore ${where} --vault NEW-FOLDER`,
    { subject: where },
  );
}

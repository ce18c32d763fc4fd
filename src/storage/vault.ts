/**
 * A vault: one folder with `vault.json` and a data folder; its record is a file there, or lies in PostgreSQL. This file
 * makes and opens it and turns every fault of disk and database into an error that says what to do.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BlobStore } from '../desk/ports/blob-store.ts';
import type { Clock } from '../desk/ports/clock.ts';
import type { DeskNotes } from '../desk/ports/desk-notes.ts';
import type { RecordStore } from '../desk/ports/record-store.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Moment } from './backup/record-source.ts';
import { placeBlobs } from './blobs/open-blobs.ts';
import { syncFolder } from './blobs/sync-folder.ts';
import { dataIsWhole, exists, makeBareData, makeData, newData } from './data-folder.ts';
import { type NewVaultKeys, newVaultFile } from './keys/new-vault-file.ts';
import { masterKey } from './keys/open-master.ts';
import { type VaultKeys, vaultKeys } from './keys/vault-keys.ts';
import { makeFolder } from './make-folder.ts';
import { NOTES_FILE, notesFile } from './notes/notes-file.ts';
import type { OpenedData, UnlockedVault } from './opened-data.ts';
import { placeOfRecord } from './place-of-record.ts';
import type { GroupKey } from './projection/projection.ts';
import { REUSE_FILE } from './reuse/reuse-file.ts';
import { openSqliteData } from './sqlite/open-data.ts';
import { storageFault } from './sqlite/sqlite-fault.ts';
import type { BackedItem } from './team/team-backup.ts';
import { readVaultFile, type VaultFile, vaultExists, writeVaultFile } from './vault-file.ts';

/** An open vault. */
export interface Vault {
  readonly store: RecordStore;
  readonly blobs: BlobStore;
  /** Absolute path of the folder. */
  readonly dir: string;
  /** Whether writing is refused, because asked for or because the folder cannot be written. */
  readonly readOnly: boolean;
  readonly file: VaultFile & { readonly mac: string };
  readonly keys: VaultKeys;
  /** Absolute path of the index of text reuse, which may not be there yet. */
  readonly reuseFile: string;
  /** What the desk keeps beside the record. */
  readonly notes: DeskNotes;
  /** Reads one moment of the record while others write; absent: the record is a file of the vault. */
  readonly moment?: Moment;
  /** What of the team beside the record goes into a backup; null: there is none. Absent: the record is no place for a team. */
  readonly team?: () => Promise<readonly BackedItem[] | null>;
  /** Closes the database and overwrites the keys; calling it twice does no harm. */
  close(): Promise<void>;
}

/** How to make a vault. */
export interface CreateVaultOptions {
  /** How it is protected. */
  readonly keys: NewVaultKeys;
  /** Address of the PostgreSQL database that holds the record; a file in the vault when absent. */
  readonly database?: string | null;
  /** Address of the object store that holds the bytes of sources, `s3://…`; the vault's folder when absent. */
  readonly blobs?: string | null;
  readonly clock?: Clock;
}

/** How to open a vault. */
export interface OpenVaultOptions {
  /** Opens an encrypted vault: 32 bytes, copied. */
  readonly master?: Uint8Array | null;
  /** Address of the PostgreSQL database, for a vault whose record lies there. */
  readonly database?: string | null;
  /** Refuse every write. A folder that cannot be written is opened so in any case. */
  readonly readOnly?: boolean;
  /** The blocking key under which `propositions({ groupKey })` finds a proposition. */
  readonly groupKey?: GroupKey;
  /** Milliseconds to wait for another writer before `vault-busy`; 5000 when absent. */
  readonly busyTimeout?: number;
  readonly clock?: Clock;
}

const BUSY_TIMEOUT = 5000;
const UNFINISHED_AFTER = 3_600_000;

/**
 * Makes an empty vault. The folder may exist; a making that was interrupted is finished.
 *
 * @returns its master key, to be overwritten after use
 * @throws OnRecordError `vault-exists`, `read-only`, `disk-full`; for bytes elsewhere also `bad-usage`, `unreachable`
 * @example
 * await createVault('./onrecord-vault', { keys: { kind: 'none' } });
 */
export async function createVault(dir: string, options: CreateVaultOptions): Promise<Uint8Array> {
  const root = resolve(dir);
  const clock = options.clock ?? (() => new Date());
  return faultsOf(root, async () => {
    makeFolder(root, 0o700);
    if (await exists(join(root, 'vault.json'))) throw vaultExists(root);
    // What a making that was interrupted wrote: nobody put bytes there.
    await rm(join(root, 'blobs.json'), { force: true });
    if (typeof options.blobs === 'string') await placeBlobs(root, options.blobs);
    const data = await newData(root);
    const { file, master } = newVaultFile({
      keys: options.keys,
      createdAt: clock().toISOString(),
      data,
      record: typeof options.database === 'string' ? 'postgres' : 'sqlite',
      random: randomBytes,
    });
    const keys = vaultKeys(file, master, root);
    if (typeof options.database === 'string') {
      const { createPostgresRecord } = await import('./postgres/postgres-store.ts');
      await createPostgresRecord(options.database);
      await makeBareData(root, data);
    } else await makeData(root, data, keys.database);
    keys.wipe();
    await syncFolder(root);
    await writeVaultFile(root, file, 'make');
    await dataIsWhole(root, data);
    return master;
  });
}

/**
 * Opens a vault.
 *
 * @throws OnRecordError `no-vault`, `locked`, `vault-too-new`, `vault-busy`, `read-only`, `disk-full`, `damaged`, `unsupported-runtime`
 * @example
 * const { store, close } = await openVault('./onrecord-vault', { master });
 */
export async function openVault(dir: string, options: OpenVaultOptions = {}): Promise<Vault> {
  const root = resolve(dir);
  return faultsOf(root, async () => {
    const file = await readVaultFile(root);
    const master = masterKey(file, options.master ?? null, root);
    const keys = vaultKeys(file, master, root);
    master.fill(0);
    try {
      const { store, blobs, ...opened } = await openData({ root, file, keys }, options);
      const { readOnly } = opened;
      const notes = notesFile(join(root, file.data, NOTES_FILE), { key: keys.notes, readOnly });
      const close = async (): Promise<void> => {
        await notes.close();
        await store.close();
        keys.wipe();
      };
      const reuseFile = join(root, file.data, REUSE_FILE);
      return { store, blobs, dir: root, ...opened, file, keys, reuseFile, notes, close };
    } catch (error) {
      keys.wipe();
      throw error;
    }
  });
}

async function openData(vault: UnlockedVault, options: OpenVaultOptions): Promise<OpenedData> {
  const now = (options.clock ?? (() => new Date()))().getTime();
  const opening = {
    readOnly: options.readOnly === true,
    groupKey: options.groupKey ?? plainGroupKey,
    busyTimeout: options.busyTimeout ?? BUSY_TIMEOUT,
    unfinishedBefore: now - UNFINISHED_AFTER,
  };
  const address = placeOfRecord(vault.file, options.database ?? null, vault.root);
  if (address === null) return openSqliteData(vault, opening);
  const { openPostgresData } = await import('./postgres/open-data.ts');
  return openPostgresData(vault, { ...opening, address });
}

async function faultsOf<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFault(error, dir);
  }
}

function plainGroupKey(proposition: Proposition): string {
  return `${proposition.kind}|${proposition.measure ?? ''}|${proposition.answer ?? ''}`;
}

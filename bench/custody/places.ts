/**
 * Where the bench keeps a record: in a vault folder, or in PostgreSQL with the bytes in a folder beside. Both encrypted,
 * both opened by another process from what fits in one line of JSON. Keys are made for the run and protect nothing.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatVkey, noteSigner } from '../../src/crypto/note-key.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { groupKey } from '../../src/reckon/group-claims.ts';
import { idMaker } from '../../src/record/id.ts';
import { fileBlobStore } from '../../src/storage/blobs/file-blob-store.ts';
import { blobKeyRing } from '../../src/storage/keys/blob-key-ring.ts';
import { openPostgresRecord } from '../../src/storage/postgres/postgres-store.ts';
import { createVault, openVault } from '../../src/storage/vault.ts';

/** A record that any process of the bench can open. */
export type Place =
  | { readonly kind: 'folder'; readonly dir: string; readonly master: string | null }
  | { readonly kind: 'postgres'; readonly url: string; readonly dir: string; readonly key: string };

/** A desk that is closed at the end. */
export type ClosingDesk = Desk & { close(): Promise<void> };

/** The least that is allowed: what a passphrase costs is measured by the part "unlock" alone. */
const CHEAP = { memoryKib: 65_536, passes: 1, lanes: 1 };

/**
 * Makes an empty vault.
 *
 * @param protection `none`: as --no-encryption makes it
 * @example
 * const place = await newFolderPlace('/tmp/vault', 'encrypted');
 */
export async function newFolderPlace(dir: string, protection: 'encrypted' | 'none'): Promise<Place> {
  const keys =
    protection === 'none'
      ? ({ kind: 'none' } as const)
      : ({ kind: 'encrypted', passphrase: 'bench only', recoveryKey: randomBytes(32), cost: CHEAP } as const);
  const master = await createVault(dir, { keys });
  return { kind: 'folder', dir, master: protection === 'none' ? null : Buffer.from(master).toString('hex') };
}

/**
 * Names an empty database as a record; its tables are made when it is opened first.
 *
 * @param dir where the bytes of sources lie
 * @example
 * const place = newPostgresPlace(await server.createDatabase(), '/tmp/blobs');
 */
export function newPostgresPlace(url: string, dir: string): Place {
  mkdirSync(join(dir, 'scratch'), { recursive: true });
  return { kind: 'postgres', url, dir, key: randomBytes(32).toString('hex') };
}

/**
 * Opens a record for writing.
 *
 * @throws OnRecordError as the stores do
 * @example
 * const desk = await openPlace(place);
 */
export async function openPlace(place: Place): Promise<ClosingDesk> {
  const clock = (): Date => new Date();
  const newId = idMaker((count) => randomBytes(count));
  if (place.kind === 'folder') {
    const master = place.master === null ? null : Buffer.from(place.master, 'hex');
    const { store, blobs, close } = await openVault(place.dir, { master, groupKey });
    return { store, blobs, clock, newId, close };
  }
  const key = Buffer.from(place.key, 'hex');
  const signer = noteSigner('onrecord.log/bench', key);
  const ring = blobKeyRing(key, randomBytes);
  const { store, blobKeys } = await openPostgresRecord(place.url, {
    readOnly: false,
    groupKey,
    signer,
    identity: { origin: signer.name, vkey: formatVkey(signer) },
    random: randomBytes,
    blobKeys: ring,
    scratchDir: join(place.dir, 'scratch'),
    busyTimeout: 5000,
  });
  const cover = ring.cover(blobKeys);
  const blobs = fileBlobStore({ dir: join(place.dir, 'blobs'), readOnly: false, cover });
  return { store, blobs, clock, newId, close: () => store.close() };
}

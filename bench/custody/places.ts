/**
 * Where the bench keeps a record: in a vault's own file, or in PostgreSQL with keys and bytes in the vault's folder. Both
 * are opened by another process from what fits in one line of JSON. Keys are made for the run and protect nothing.
 */
import { randomBytes } from 'node:crypto';
import type { Desk } from '../../src/desk/desk.ts';
import { groupKey } from '../../src/reckon/group-claims.ts';
import { idMaker } from '../../src/record/id.ts';
import { createVault, openVault } from '../../src/storage/vault.ts';

/** A record that any process of the bench can open. */
export interface Place {
  readonly dir: string;
  /** Hexadecimal; null: not encrypted. */
  readonly master: string | null;
  /** Address of the PostgreSQL that holds the record; null: a file in the vault. */
  readonly database: string | null;
}

/** A desk that is closed at the end. */
export type ClosingDesk = Desk & { close(): Promise<void> };

/** The least that is allowed: what a passphrase costs is measured by the part "unlock" alone. */
const CHEAP = { memoryKib: 65_536, passes: 1, lanes: 1 };

/**
 * Makes an empty vault.
 *
 * @param protection `none`: as --no-encryption makes it
 * @example
 * const place = await newFolderPlace('./vault', 'encrypted');
 */
export function newFolderPlace(dir: string, protection: 'encrypted' | 'none'): Promise<Place> {
  return newPlace(dir, protection, null);
}

/**
 * Makes an empty encrypted vault whose record lies in an empty database.
 *
 * @param dir where keys and bytes lie
 * @example
 * const place = await newPostgresPlace(await server.createDatabase(), './vault');
 */
export function newPostgresPlace(url: string, dir: string): Promise<Place> {
  return newPlace(dir, 'encrypted', url);
}

async function newPlace(
  dir: string,
  protection: 'encrypted' | 'none',
  database: string | null,
): Promise<Place> {
  const keys =
    protection === 'none'
      ? ({ kind: 'none' } as const)
      : ({ kind: 'encrypted', passphrase: 'bench only', recoveryKey: randomBytes(32), cost: CHEAP } as const);
  const master = await createVault(dir, { keys, database });
  return { dir, master: protection === 'none' ? null : Buffer.from(master).toString('hex'), database };
}

/**
 * Opens a record for writing.
 *
 * @throws OnRecordError as the stores do
 * @example
 * const desk = await openPlace(place);
 */
export async function openPlace({ dir, master, database }: Place): Promise<ClosingDesk> {
  const clock = (): Date => new Date();
  const newId = idMaker((count) => randomBytes(count));
  const key = master === null ? null : Buffer.from(master, 'hex');
  const { store, blobs, close } = await openVault(dir, { master: key, database, groupKey });
  return { store, blobs, clock, newId, close };
}

/** A vault made of a record that is brought from elsewhere: it is there whole and proved, or nothing of it is left. */
import type { VaultFile } from '../vault-file.ts';
import { beginFolder, dropFolder, finishFolder } from './new-folder.ts';
import { openTarget } from './open-target.ts';
import type { RestoreTarget, TargetOptions } from './restore-target.ts';

/** Where it is made. */
export interface NewVaultPlace extends Omit<TargetOptions, 'move'> {
  /** Address of the PostgreSQL database for the record; null: a file in the vault's folder. */
  readonly database: string | null;
  /** Address of the object store for the bytes; null: the vault's folder. */
  readonly blobs: string | null;
}

/** What is put into it. */
export interface NewVaultContent<T> {
  /** Description of the vault, written last. */
  readonly file: VaultFile & { readonly mac: string };
  /** Plays the record and proves what was played; throws when it does not hold. */
  play(target: RestoreTarget): Promise<T>;
  /** Writes what lies beside the record, once that is proved and closed. */
  beside?(): Promise<void>;
}

/**
 * Makes it.
 *
 * @returns what `play` gave
 * @throws OnRecordError `vault-exists`, `bad-usage`, `read-only`, `unreachable`, `vault-busy`, and what `play` throws
 * @example
 * const missing = await newVault(place, { file, play: async (target) => proveTarget(target, head) });
 */
export async function newVault<T>(place: NewVaultPlace, content: NewVaultContent<T>): Promise<T> {
  const { root, data, keys, groupKey, database, blobs } = place;
  try {
    await beginFolder(root, data, blobs);
    const target = await openTarget({ root, data, keys, groupKey }, database);
    try {
      const played = await content.play(target);
      await target.finish();
      await target.close();
      await content.beside?.();
      await finishFolder(root, content.file);
      return played;
    } catch (error) {
      await target.clear().catch(() => undefined);
      throw error;
    } finally {
      await target.close();
    }
  } catch (error) {
    await dropFolder(root, data);
    throw error;
  }
}

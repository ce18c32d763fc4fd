/**
 * Stops a capture in the middle of its batch: waits until some files are stored, then holds the vault's write lock.
 * What a test does until it lets go surely happens between two files.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';

export interface Held {
  /** Captures stored while the vault is held. */
  readonly stored: number;
  release(): void;
}

/** Waits for `atLeast` stored captures, then holds. */
export async function holdVault(vault: string, atLeast: number): Promise<Held> {
  const database = new Database(join(vault, 'data-1', 'record.sqlite'));
  const stored = (): number => Number(database.prepare('SELECT count(*) AS n FROM log').pluck().get());
  while (stored() < atLeast) await new Promise((resolve) => setTimeout(resolve, 1));
  database.exec('BEGIN IMMEDIATE');
  return {
    stored: stored(),
    release() {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

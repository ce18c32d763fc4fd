/** The flags that a suggested command line needs so that it finds the same record. */
import { DEFAULT_VAULT } from './command.ts';
import { holdsPassword } from './database-option.ts';

/** Where a command found the record; a `Call` is one. */
export interface Place {
  /** The vault's folder, as the person named it. */
  readonly vault: string;
  /** Address of the PostgreSQL that holds the record; null: the vault holds it. */
  readonly database: string | null;
}

/**
 * Flags with a space before each, to stand behind a command; nothing for what is found without: the default vault, and
 * what the environment names. An address that holds a password is never shown.
 *
 * @example
 * placeFlags({ vault: './other', database: 'postgres://maria@db.example/record' });
 * // ' --vault ./other --database postgres://maria@db.example/record'
 */
export function placeFlags({ vault, database }: Place): string {
  const isFound = vault === DEFAULT_VAULT || vault === process.env.ONRECORD_VAULT;
  return `${isFound ? '' : ` --vault ${shellWord(vault)}`}${databaseFlag(database)}`;
}

function databaseFlag(database: string | null): string {
  if (database === null || database === process.env.ONRECORD_DATABASE) return '';
  return ` --database ${holdsPassword(database) ? 'ADDRESS' : shellWord(database)}`;
}

/** As the shell of this machine reads it: one word, in which nothing is put in place of anything. */
function shellWord(text: string): string {
  if (process.platform === 'win32') return /^[\w./\\:@,+=~-]+$/u.test(text) ? text : `"${text}"`;
  if (/^[\w./:@,+%=~-]+$/u.test(text)) return text;
  return /["$`\\!]/u.test(text) ? `'${text.replaceAll("'", String.raw`'\''`)}'` : `"${text}"`;
}

/** `--database`: where the record lies when it is in PostgreSQL. A password in it is refused: others could read it. */
import { OnRecordError } from '../desk/desk.ts';
import type { CommandFile, Options } from './command.ts';

/** Flag of every command that opens a vault. */
export const DATABASE_OPTIONS: CommandFile['options'] = [
  [
    '--database <address>',
    'PostgreSQL that holds the record: postgres://user@host/name (else ONRECORD_DATABASE)',
  ],
];

/**
 * The address of the database; null: the record lies in the vault.
 *
 * @throws OnRecordError `bad-usage` for a password on the command line
 * @example
 * databaseOf(call.options); // 'postgres://maria@db.example/record'
 */
export function databaseOf({ database }: Options): string | null {
  if (typeof database !== 'string') return process.env.ONRECORD_DATABASE || null;
  if (URL.canParse(database) && holdsPassword(database))
    throw new OnRecordError(
      'bad-usage',
      'A password is never taken from the command line: other users of this machine can read it. Put the address into ONRECORD_DATABASE, or the password into PGPASSWORD or a password file (~/.pgpass).',
    );
  return database;
}

/**
 * Whether an address holds a password, or cannot be read and may therefore hold one.
 *
 * @example
 * holdsPassword('postgres://maria:secret@db.example/record'); // true
 */
export function holdsPassword(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { password, searchParams } = new URL(address);
  return password !== '' || [...searchParams.keys()].some((name) => /pass/iu.test(name));
}

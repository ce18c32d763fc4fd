/** Faults of SQLite and of the file system as the house's error codes, with what to do. Never carries SQL or content. */
import { OnRecordError } from '../../record/onrecord-error.ts';

/**
 * Turns what a database or file operation threw into an OnRecordError; others are returned as they are.
 *
 * @param dir the vault's folder, for the message
 * @example
 * try { write(); } catch (error) { throw storageFault(error, dir); }
 */
export function storageFault(error: unknown, dir: string): unknown {
  if (error instanceof OnRecordError) return error;
  const code = codeOf(error);
  if (code === null) return error;
  const make = MESSAGES.find(([pattern]) => pattern.test(code));
  if (make === undefined) return error;
  const [, kind, message] = make;
  return new OnRecordError(kind, `${message} (${dir}; ${code})`, { subject: dir, cause: error });
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

const BUSY =
  'Another process is writing to this vault and has not finished. Wait for it, then run this again.';
const FULL =
  'The disk is full, or a limit on file size was reached: nothing of this step was stored. Make room, then run it again.';
const READ_ONLY =
  'This vault can be read but not written. Check the permissions of the folder, or copy it to a disk that can be written.';
const DAMAGED_RECORD =
  'The record of this vault, the file record.sqlite, is damaged and cannot be used as it is. Keep a copy of the folder as it is, then restore a backup.';
const DAMAGED =
  'The vault is damaged and cannot be used as it is. Keep a copy of the folder as it is, then restore a backup.';

const MESSAGES: readonly (readonly [RegExp, ConstructorParameters<typeof OnRecordError>[0], string])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'vault-busy', BUSY],
  [
    /^(SQLITE_FULL|SQLITE_IOERR_(WRITE|SHMSIZE|FSYNC|DIR_FSYNC|TRUNCATE)|ENOSPC|EDQUOT|EFBIG)$/,
    'disk-full',
    FULL,
  ],
  [
    /^(SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|SQLITE_CANTOPEN|EROFS$|EACCES$|EPERM$)/,
    'read-only',
    READ_ONLY,
  ],
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT|IOERR)/, 'damaged', DAMAGED_RECORD],
  [/^EIO$/, 'damaged', DAMAGED],
];

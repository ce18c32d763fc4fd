/**
 * Faults of PostgreSQL and of the way to it as the house's error codes, with what to do. What the server says is not
 * passed on: its details may quote the record, and the driver's errors may hold the address with a password.
 */
import { type ErrorCode, OnRecordError } from '../../record/onrecord-error.ts';

type Fault = readonly [pattern: RegExp, code: ErrorCode, message: string];

const LOST =
  'The connection to the database was lost. Nothing of this step was stored. Look whether the server runs and can be reached, then run this again.';
const BUSY =
  'Another process is writing to this record and has not finished. Wait for it, then run this again.';
const CERTIFICATE =
  'The certificate of the database server cannot be trusted. Give the certificate of its authority with ?sslrootcert=FILE, or correct the host name.';

/** By SQLSTATE (PostgreSQL documentation, appendix A) or by the error code of Node. The first that fits. */
const FAULTS: readonly Fault[] = [
  [
    /^(28P01|28000)$/,
    'unreachable',
    'The database refused the user name or the password. Give the password in PGPASSWORD or a .pgpass file.',
  ],
  [/^3D000$/, 'unreachable', 'The server has no database of that name. Make it with: createdb NAME'],
  [
    /^(ECONNREFUSED|ENOENT|ECONNABORTED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT)$/,
    'unreachable',
    'The database server cannot be reached. Look at the host and the port in the address, and whether the server runs.',
  ],
  [
    /^NO_ENCRYPTION$/,
    'unreachable',
    'The database server offers no encrypted connection, and the record would cross the network in clear. Switch encryption on at the server; ?sslmode=disable is for a network that nobody else can read.',
  ],
  [/^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/, 'unreachable', CERTIFICATE],
  [/^57P03$/, 'unreachable', 'The database server is starting or stopping. Wait, then run this again.'],
  [
    /^(53300|53400)$/,
    'vault-busy',
    'The database server takes no more connections. Wait, then run this again.',
  ],
  [/^(55P03|40001|40P01|57014)$/, 'vault-busy', BUSY],
  [
    /^53100$/,
    'disk-full',
    'The database server has no room left: nothing of this step was stored. Make room there, then run it again.',
  ],
  [
    /^(25006|42501)$/,
    'read-only',
    'This user of the database may read the record but not change it, or the server takes no changes now. Ask whoever runs it for the right.',
  ],
  [/^(57P0[0-9]|08...|25P03|ECONNRESET|EPIPE|CONNECTION_LOST)$/, 'unreachable', LOST],
  [
    /^(XX001|XX002|58030|23...|3F000|42P01|42703|42883|OR001)$/,
    'damaged',
    'The tables of the record in the database are not as they should be. Change nothing by hand; run onrecord verify, then restore a backup.',
  ],
];

/** What the driver says without a code, told apart by its words. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/timeout expired|timeout exceeded|connection timeout/i, 'CONNECT_TIMEOUT'],
  [/does not support SSL/i, 'NO_ENCRYPTION'],
  [/terminated|connection (was )?closed|not queryable|closed the connection/i, 'CONNECTION_LOST'],
  [/password must be a string/i, '28P01'],
];

/**
 * Turns what the driver threw into an OnRecordError. What has no code of the house becomes a plain Error that names the
 * code alone.
 *
 * @param shown the database for messages, without a password
 * @example
 * try { await work(); } catch (error) { throw postgresFault(error, address.shown); }
 */
export function postgresFault(error: unknown, shown: string): unknown {
  if (error instanceof OnRecordError) return error;
  const code = faultCode(error);
  if (code === null) return error;
  const found = FAULTS.find(([pattern]) => pattern.test(code));
  if (found === undefined) return new Error(`PostgreSQL refused a statement (${shown}; ${code}).`);
  const [, kind, message] = found;
  return new OnRecordError(kind, `${message} (${shown}; ${code})`, { subject: shown });
}

/**
 * Whether an error says that the connection is gone, so that nobody knows what became of the last statement.
 *
 * @example
 * isLost(new Error('Connection terminated unexpectedly')); // true
 */
export function isLost(error: unknown): boolean {
  const code = faultCode(error);
  return code !== null && /^(57P0[0-2]|08...|25P03|ECONNRESET|EPIPE|ETIMEDOUT|CONNECTION_LOST)$/.test(code);
}

function faultCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('errors' in error && Array.isArray(error.errors)) return faultCode(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (!(error instanceof Error)) return null;
  return WORDS.find(([words]) => words.test(error.message))?.[1] ?? null;
}

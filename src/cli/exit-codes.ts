/** What the process says when it ends. Documented, with "retry or not", in docs/guide/errors.md. */
import type { ErrorCode } from '../desk/desk.ts';

export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  someFailed: 3,
  notFound: 4,
  cannotWrite: 5,
  differs: 6,
  damaged: 7,
  locked: 8,
} as const;

/** One of the documented exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const OF_CODE: Readonly<Record<ErrorCode, ExitCode>> = {
  'bad-usage': EXIT.usage,
  'invalid-record': EXIT.usage,
  'vault-exists': EXIT.usage,
  'not-found': EXIT.notFound,
  'no-vault': EXIT.notFound,
  'vault-busy': EXIT.cannotWrite,
  'changed-meanwhile': EXIT.cannotWrite,
  locked: EXIT.locked,
  unreachable: EXIT.cannotWrite,
  'read-only': EXIT.cannotWrite,
  'disk-full': EXIT.cannotWrite,
  'vault-too-new': EXIT.damaged,
  damaged: EXIT.damaged,
  'file-vanished': EXIT.someFailed,
  'unreadable-file': EXIT.someFailed,
  'too-large': EXIT.someFailed,
  'verify-failed': EXIT.differs,
  'unsupported-runtime': EXIT.unexpected,
};

/**
 * The exit code for an error of the house.
 *
 * @example
 * exitCodeOf('no-vault'); // 4
 */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return OF_CODE[code];
}

/**
 * The one error of the house: a code from a closed list, a sentence that says what to do, and the subject.
 * It never carries testimony or secrets: `subject` holds ids, file names and positions only.
 */

/** Why something could not be done. Each code has a heading in docs/guide/errors.md and one exit code. */
export type ErrorCode =
  | 'bad-usage'
  | 'invalid-record'
  | 'not-found'
  | 'no-vault'
  | 'vault-exists'
  | 'vault-too-new'
  | 'vault-busy'
  | 'changed-meanwhile'
  | 'locked'
  | 'unreachable'
  | 'read-only'
  | 'disk-full'
  | 'file-vanished'
  | 'unreadable-file'
  | 'too-large'
  | 'damaged'
  | 'verify-failed'
  | 'unsupported-runtime';

/** One thing wrong with an input: where it is and what to do about it. */
export interface Fault {
  /** Dotted path of the field, or a file position; '' for the whole input. */
  readonly path: string;
  /** A sentence for a person: what is wrong and what would be right. */
  readonly message: string;
}

/**
 * Thrown for broken I/O and for input that a caller should have checked. Parsers return faults instead.
 *
 * @example
 * throw new OnRecordError('not-found', 'No source has the id src_x. List them with: onrecord show', { subject: 'src_x' });
 */
export class OnRecordError extends Error {
  readonly code: ErrorCode;
  /** Ids or a file name; never quoted testimony, never a secret. */
  readonly subject: string | null;
  /** Every fault found, not the first; empty when the code says all. */
  readonly faults: readonly Fault[];
  /** The message for whoever has pages before them and no command line; null: the same, without its commands. */
  readonly onPage: string | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: { subject?: string; faults?: readonly Fault[]; onPage?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'OnRecordError';
    this.code = code;
    this.subject = options.subject ?? null;
    this.onPage = options.onPage ?? null;
    this.faults = Object.freeze([...(options.faults ?? [])]);
  }
}

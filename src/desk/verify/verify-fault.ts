/** One thing that a check found to be not as it should be. */

export interface VerifyFault {
  /** `bytes`, `log`, `text`, `reading`, `passage`, or `anchor`: a time-stamp or a cosignature. */
  readonly check: 'bytes' | 'log' | 'text' | 'reading' | 'passage' | 'anchor';
  /** An id, hash or entry number; never content. */
  readonly item: string;
  readonly message: string;
}

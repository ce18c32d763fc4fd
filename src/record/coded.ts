/** A code from a named list: never a bare digit, because lists count in opposite directions. */
export interface Coded {
  /** Key of a file in vocab/, for example "huridocs-28" or "ucdp-where-prec". */
  readonly scheme: string;
  readonly code: string;
}

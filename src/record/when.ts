/** Uncertain time: an EDTF level 1 string (ISO 8601-2) plus what a span means. */

/** `throughout`: on every day of the span. `within`: on at least one day inside it. */
export type Extent = 'throughout' | 'within';

/** EDTF level 1 without seasons; UTC days. See docs/vocabulary.md#when. */
export interface When {
  readonly edtf: string;
  readonly extent: Extent;
}

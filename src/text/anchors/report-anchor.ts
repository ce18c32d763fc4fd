/** A detail of a report that survives translation and rewriting: a number, a date, a name, a link, a picture. */

/** `number`, `date` and `name` are read in the text; `address` and `image` come from the page. */
export type ReportAnchorKind = 'number' | 'date' | 'name' | 'address' | 'image';

/** One detail, told once a report. */
export interface ReportAnchor {
  readonly kind: ReportAnchorKind;
  /** The same in every language and script: "number:other:at-least:26", "date:2031-03-05", "name:tfn". */
  readonly key: string;
  /** As the report has it, for a person. */
  readonly words: string;
  /** Where its first mention stands, UTF-16 code units, end exclusive; null for `address` and `image`. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** Share of reports about other things that may be expected to have it: what is assumed before any report was seen. */
  readonly expected: number;
}

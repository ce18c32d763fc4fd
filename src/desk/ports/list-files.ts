/** What the desk needs to read a table of people from a file, row by row, without holding it. */

/** A row with something in it. */
export interface TableRow {
  /** 1-based, counted as the file or sheet counts, empty rows too. */
  readonly row: number;
  /** As a person sees them; dates of a workbook as ISO days. Empty cells are ''. */
  readonly cells: readonly string[];
}

export interface ListFile {
  readonly shownAs: string;
  /** Base name. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Names of the sheets of a workbook, in its order; empty for a text file. */
  readonly sheets: readonly string[];
  /** True: a bare number in a column of dates is a day as workbooks count them, from 1900. */
  readonly numbersAreDays: boolean;
  /**
   * Rows from the first to the last; may be asked again.
   *
   * @param sheet by its name; null: the first
   * @throws OnRecordError `unreadable-file`, `too-large`, `not-found` for a sheet
   */
  rows(sheet: string | null): AsyncIterable<TableRow>;
  /** What a person should know of how it was read; whole after a walk through all rows. */
  notes(): readonly string[];
  /** @throws OnRecordError `too-large` when it is too large to be kept */
  bytes(): Promise<Uint8Array>;
}

export interface ListFiles {
  /**
   * Opens a table: CSV in any separator, or a workbook (.xlsx).
   *
   * @param encoding WHATWG name for a text file; null: found out
   * @throws OnRecordError `not-found`, `unreadable-file`, `too-large`, `bad-usage` for an encoding that is not known
   */
  open(path: string, encoding: string | null): Promise<ListFile>;
}

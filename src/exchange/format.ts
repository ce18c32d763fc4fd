/** What an exchange format is: how it is made, what it can hold of a record, and what it cannot. */
import type { RecordFile } from './record-file/record-file.ts';
import type { TableSet } from './tables/table-set.ts';

/** One file of an export; `tables`: to be written as a database by an adapter. */
export type ExportedFile =
  | { readonly path: string; readonly content: string }
  | { readonly path: string; readonly tables: TableSet };

/** Something that a format has no place for, in words for people. */
export interface Loss {
  /** What of a record is not in the export, for example "denials". */
  readonly what: string;
  /** Why, and where it can be found instead. */
  readonly why: string;
}

/** Things of this very record that are not in this very export. */
export interface LeftOut {
  readonly what: string;
  readonly count: number;
  readonly why: string;
}

export interface Exported {
  readonly files: readonly ExportedFile[];
  readonly leftOut: readonly LeftOut[];
}

export interface ExportOptions {
  /** What ids are put behind to become addresses; ends with "/", "#" or ":". */
  readonly base: string;
}

/** Ids without a place on the web. */
export const URN_BASE = 'urn:onrecord:';

export interface ExchangeFormat {
  /** As it is typed after --as. */
  readonly name: string;
  /** Whose format, which version, for people. */
  readonly standard: string;
  /** One sentence: what is written. */
  readonly writes: string;
  /** True: what is written can be read back by `readBack` tests and by `onrecord import`. */
  readonly readsBack: boolean;
  readonly losses: readonly Loss[];
  render(file: RecordFile, options: ExportOptions): Exported;
}

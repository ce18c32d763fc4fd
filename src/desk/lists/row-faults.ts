/** Faults of a table, gathered: all of them are counted, and the first ones of very many are told. They never repeat a cell. */

/** One fault: where it is, and what would be right. */
export interface RowFault {
  /** 1-based, as the file counts; null: a whole column or the whole table. */
  readonly row: number | null;
  /** Header; null: the whole row. */
  readonly column: string | null;
  /** A sentence without subject: "must be a date: …". */
  readonly message: string;
  /** True: the cell alone may be set aside, kept as written and not read. */
  readonly canSetAside: boolean;
}

export interface FaultSheet {
  note(fault: RowFault): void;
  /** The first ones. */
  readonly faults: readonly RowFault[];
  /** How many there are in all, and how many of them cannot be set aside. */
  counts(): { readonly all: number; readonly hard: number };
}

/** Faults told one by one; more are counted. */
export const MOST_TOLD = 10_000;

/**
 * Starts an empty sheet.
 *
 * @example
 * const sheet = faultSheet();
 */
export function faultSheet(): FaultSheet {
  const faults: RowFault[] = [];
  let all = 0;
  let hard = 0;
  return {
    faults,
    note: (fault) => {
      all += 1;
      if (!fault.canSetAside) hard += 1;
      if (faults.length < MOST_TOLD) faults.push(fault);
    },
    counts: () => ({ all, hard }),
  };
}

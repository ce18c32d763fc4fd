/** What an import finds in a file of others: texts to capture as sources, and what it leaves, with the reason. Nothing is guessed. */
import type { Fault } from '../../record/onrecord-error.ts';

/** One text with what the file says of it. Null: not said. */
export interface ImportItem {
  /** Where it stands in the file: "line 12". */
  readonly at: string;
  /** Base name that it is kept under, without an ending. */
  readonly name: string;
  /** The words, with what the file says of them above as "Header: value" lines. */
  readonly text: string;
  readonly title: string | null;
  readonly url: string | null;
  /** EDTF year, month or day. */
  readonly date: string | null;
  /** BCP 47. */
  readonly lang: string | null;
  readonly publisher: string | null;
}

/** Something in the file that is not taken in, and what to do about it. */
export interface NotTaken {
  readonly what: string;
  readonly count: number;
  readonly why: string;
}

export type ImportRead =
  | { readonly ok: true; readonly items: readonly ImportItem[]; readonly notTaken: readonly NotTaken[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A format that is taken in. */
export interface ImportFormat {
  /** As it is typed. */
  readonly name: string;
  /** Whose file, and how one gets it. */
  readonly file: string;
  /** What of it becomes what. */
  readonly takes: string;
  /** What is left, and why. */
  readonly leaves: string;
  read(content: string): ImportRead;
}

const DAY = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/u;
const SHORTER = /^\d{4}(-\d\d)?$/u;

/**
 * The day, month or year in a cell; null when it is empty; a fault when it is written otherwise.
 *
 * @example
 * dayIn('2021-03-04T10:00:00', 'line 2', faults); // '2021-03-04'
 */
export function dayIn(cell: string, at: string, faults: Fault[]): string | null {
  const written = cell.trim();
  if (written === '') return null;
  const day = DAY.exec(written)?.[1] ?? (SHORTER.test(written) ? written : null);
  if (day === null)
    faults.push({
      path: at,
      message: 'has a date that is not written as 2021-03-04: export it so, or correct it',
    });
  return day;
}

/**
 * The address in a cell; null when there is none; a fault when it is no web address.
 *
 * @example
 * addressIn('ftp://x', 'line 2', faults); // null, and a fault
 */
export function addressIn(cell: string, at: string, faults: Fault[]): string | null {
  const written = cell.trim();
  if (written === '') return null;
  if (URL.canParse(written) && /^https?:$/u.test(new URL(written).protocol)) return written;
  faults.push({ path: at, message: 'has an address that does not begin with https:// or http://' });
  return null;
}

/**
 * A text with header lines, in the order given; what is empty is left out.
 *
 * @example
 * textWith([['Title', 'A raid'], ['Link', '']], 'Words.'); // 'Title: A raid\n\nWords.\n'
 */
export function textWith(heads: readonly (readonly [string, string | null])[], body: string | null): string {
  const lines = heads.flatMap(([name, value]) =>
    value === null || value.trim() === '' ? [] : [`${name}: ${value.trim().replace(/\s*[\r\n]+\s*/gu, ' ')}`],
  );
  const words = body?.trim() ?? '';
  return `${[...lines, ...(words === '' ? [] : ['', words])].join('\n').trim()}\n`;
}

/** Why a text is no CSV, in words for whoever saved it; the reading library's own words never come through. */
import type { Fault } from '../../record/onrecord-error.ts';

const WORDS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'has a quotation mark that is never closed: close it, or write it twice where it is meant as a sign',
  CSV_INVALID_CLOSING_QUOTE:
    'has words right behind a closed quotation mark: write a quotation mark inside a cell twice',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE:
    'has words right behind a closed quotation mark: write a quotation mark inside a cell twice',
  INVALID_OPENING_QUOTE:
    'has a quotation mark in the middle of a cell, or the file is no CSV: put the whole cell in quotation marks and write the one inside twice, or save the table as CSV in UTF-8',
};

/**
 * The fault of a table that could not be taken apart.
 *
 * @param error what the reading library threw
 * @returns with the line on which it gave up, 1-based, or without one where it is not told
 * @example
 * csvFault(error); // { path: 'line 3', message: 'has a quotation mark that is never closed: …' }
 */
export function csvFault(error: unknown): Fault {
  const { code, lines } = error as { readonly code?: unknown; readonly lines?: unknown };
  const path = typeof lines === 'number' ? `line ${lines}` : '';
  return { path, message: WORDS[String(code)] ?? 'is no CSV: save the table as CSV in UTF-8' };
}

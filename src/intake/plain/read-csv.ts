/**
 * A list as CSV (`csv-1`): each row becomes one paragraph "column: value; column: value", so that a list can be
 * read and cited like any text. Comma, semicolon or tab; quotes as in RFC 4180.
 */
import { parse } from 'csv-parse/sync';
import { NOTHING_STATED } from '../../desk/ports/document-reader.ts';
import { decodeBytes } from '../decode-bytes.ts';
import type { Limits } from '../limits.ts';
import { type Reading, type TextHints, withText } from '../reading.ts';

const STATED = Object.freeze({ ...NOTHING_STATED, kind: 'list' as const });

function delimiterOf(text: string): string {
  const head = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

/** A row without empty cells; a cell's own line ends become spaces. */
function rowText(header: readonly string[], row: readonly string[]): string {
  const cells = row.map((cell, index) => {
    const value = cell.replace(/\s*\n\s*/g, ' ').trim();
    const name = header[index]?.trim() ?? '';
    return value === '' ? '' : name === '' ? value : `${name}: ${value}`;
  });
  return cells.filter((cell) => cell !== '').join('; ');
}

/**
 * Reads a CSV file.
 *
 * @example
 * readCsv(new TextEncoder().encode('place,killed\nDvinsk,2'), { charset: null, now: new Date() }, DEFAULT_LIMITS).text?.content
 * // 'place: Dvinsk; killed: 2'
 */
export function readCsv(bytes: Uint8Array, hints: TextHints, limits: Limits): Reading {
  const decoded = decodeBytes(bytes, hints.charset, null);
  const base = { mediaType: 'text/csv', normaliser: 'csv-1', stated: STATED, textUnits: limits.textUnits };
  try {
    const rows = parse(decoded.text, {
      bom: true,
      delimiter: delimiterOf(decoded.text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    });
    const [header = [], ...body] = rows;
    const raw = body.length === 0 ? header.join('; ') : body.map((row) => rowText(header, row)).join('\n\n');
    return withText({ ...base, raw, notes: decoded.notes });
  } catch {
    const note =
      'The table could not be taken apart (unfinished quote?); it is kept line by line as written.';
    return withText({ ...base, raw: decoded.text, notes: [...decoded.notes, note] });
  }
}

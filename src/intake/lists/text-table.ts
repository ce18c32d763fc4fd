/**
 * A table as separated text: comma, semicolon, tab or bar; any encoding that can be told from the first megabytes. Read as a
 * stream: what is held is one record and what the parser has not handed over yet.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { ListFile, TableRow } from '../../desk/ports/list-files.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { separatorOf } from './separator.ts';

/** What is known of a file before it is read. */
export interface AboutFile {
  readonly path: string;
  readonly shownAs: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

/** Bytes from which encoding and separator are told. */
const SAMPLE = 4_000_000;
/** Characters of one record; more is an unfinished quotation mark. */
const MOST_RECORD = 1_000_000;

/**
 * Opens a text table.
 *
 * @param encoding WHATWG name; null: found out
 * @throws OnRecordError `unreadable-file`, `bad-usage`
 * @example
 * const file = await openTextTable(about, null);
 */
export async function openTextTable(about: AboutFile, encoding: string | null): Promise<ListFile> {
  const sample = await sampleOf(about);
  const told = encoding === null ? null : knownEncoding(encoding);
  const decoded = decodeBytes(sample, told, null);
  const used = told ?? decoded.encoding;
  const text = told === null ? decoded.text : new TextDecoder(told).decode(sample);
  if (/[\0]/u.test(text.slice(0, 100_000)))
    throw new OnRecordError(
      'unreadable-file',
      `${about.shownAs} is no table: give a CSV file or an .xlsx workbook.`,
      { subject: about.shownAs },
    );
  const separator = separatorOf(text);
  const notes = [
    ...(told === null ? decoded.notes.filter((note) => !note.includes('U+FFFD')) : []),
    ...(separator === ',' ? [] : [`Cells are separated by ${NAMES[separator] ?? separator}.`]),
  ];
  const { path, ...rest } = about;
  return {
    ...rest,
    mediaType: 'text/csv',
    sheets: [],
    numbersAreDays: false,
    notes: () => notes,
    rows: (sheet) => {
      if (sheet === null) return rowsOf(about, { encoding: used, separator });
      throw new OnRecordError('not-found', `${about.shownAs} is no workbook: it has no sheets.`, {
        subject: about.shownAs,
      });
    },
  };
}

const NAMES: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch (cause) {
    throw new OnRecordError(
      'bad-usage',
      'This encoding is not known: give for example utf-8, windows-1251 or utf-16le.',
      { cause },
    );
  }
}

/** Cut at a line end, so that no character is cut in two. */
async function sampleOf({ path, size }: AboutFile): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const length = Math.min(size, SAMPLE);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    const read = buffer.subarray(0, bytesRead);
    if (size <= SAMPLE) return read;
    const end = read.lastIndexOf(0x0a);
    // In UTF-16 the other half of the line end may stand behind it; an even length keeps pairs together.
    return read.subarray(0, end < 0 ? read.length & ~1 : (end + 1) & ~1);
  } finally {
    await file.close();
  }
}

async function* rowsOf(
  { path, shownAs }: AboutFile,
  { encoding, separator }: { readonly encoding: string; readonly separator: string },
): AsyncGenerator<TableRow> {
  const parser = parse({
    bom: true,
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_RECORD,
  });
  const input = createReadStream(path, { highWaterMark: 1 << 18 });
  const decoding = decoder(encoding);
  input.on('error', (error) => parser.destroy(error));
  input.pipe(decoding).pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } catch (error) {
    throw faultOf(error, shownAs, row);
  } finally {
    input.destroy();
    decoding.destroy();
    parser.destroy();
  }
}

function decoder(encoding: string): Transform {
  const decoding = new TextDecoder(encoding);
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform: (chunk: Uint8Array, _, done) => done(null, decoding.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoding.decode()),
  });
}

function faultOf(error: unknown, file: string, row: number): unknown {
  if (!(error instanceof CsvError)) {
    return new OnRecordError('unreadable-file', `${file} could not be read to its end.`, {
      subject: file,
      cause: error,
    });
  }
  const quote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const message = quote
    ? `${file} cannot be taken apart after row ${row}: a quotation mark there is never closed. Close it, or write it twice where it is meant as a sign.`
    : `${file} cannot be taken apart after row ${row}: save it again as CSV in UTF-8.`;
  return new OnRecordError('unreadable-file', message, {
    subject: file,
    faults: [
      { path: `row ${row + 1}`, message: quote ? 'A quotation mark is never closed.' : 'It is no CSV.' },
    ],
  });
}

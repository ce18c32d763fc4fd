/**
 * Opens tables of people: separated text or a workbook, told apart by their first bytes. Old workbooks, workbooks with a
 * password and tables of other programs are refused with what to do.
 */
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ListFile, ListFiles } from '../../desk/ports/list-files.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { MOST_BYTES } from '../input-files.ts';
import { openTextTable } from './text-table.ts';
import { openWorkbook } from './workbook.ts';

const OLD_WORKBOOK = 'd0cf11e0';
const ZIP = '504b0304';

/**
 * The way to tables on disk.
 *
 * @example
 * const file = await openListFiles().open('list.csv', null);
 * for await (const { row, cells } of file.rows(null)) show(row, cells);
 */
export function openListFiles(): ListFiles {
  return { open: openListFile };
}

async function openListFile(path: string, encoding: string | null): Promise<ListFile> {
  const size = await sizeOf(path);
  if (size === 0) throw unreadable(path, 'is empty: check where it came from and save it again.');
  const start = await firstBytes(path);
  const about = { path, shownAs: path, fileName: basename(path), size, bytes: () => wholeFile(path, size) };
  if (start === OLD_WORKBOOK)
    throw unreadable(
      path,
      'is a workbook from before 2007, or one with a password: save it as .xlsx without a password, or as CSV in UTF-8.',
    );
  return start === ZIP ? openWorkbook(about) : openTextTable(about, encoding);
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size;
  } catch (cause) {
    throw new OnRecordError(
      'not-found',
      `There is no file ${path} that can be read. Check the spelling, where you stand, and whether this user may read it.`,
      {
        subject: path,
        cause,
      },
    );
  }
  throw new OnRecordError('not-found', `${path} is no file: give one table.`, { subject: path });
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString('hex');
  } finally {
    await file.close();
  }
}

async function wholeFile(path: string, size: number): Promise<Uint8Array> {
  if (size <= MOST_BYTES) return readFile(path);
  throw new OnRecordError(
    'too-large',
    `${path} has ${size} bytes; a file of a list is kept whole up to ${MOST_BYTES}. Split it and import each part as a list of its own.`,
    { subject: path },
  );
}

function unreadable(path: string, why: string): OnRecordError {
  return new OnRecordError('unreadable-file', `${path} ${why}`, { subject: path });
}

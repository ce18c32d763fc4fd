/**
 * Reads one file that a person points at, its sidecar, or standard input: whole, never beyond the limit, never from a
 * pipe or device that took a file's place. Every failure is an OnRecordError with the file's name and what to do.
 */

import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { InputFile } from '../desk/ports/input-files.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { limitWords, MIB } from '../record/size-words.ts';

/** A sidecar holds a few lines: 1 MiB. */
const MOST_SIDECAR_BYTES = MIB;

/**
 * A file at a path.
 *
 * @param mostBytes a larger file is refused
 * @example
 * await fileAt('reports/a.html', MOST_BYTES).read()
 */
export function fileAt(path: string, mostBytes: number): InputFile {
  return {
    shownAs: path,
    fileName: basename(path),
    method: 'file',
    read: () => readLimited(path, mostBytes),
    sidecar: () => readSidecarOf(path),
  };
}

/**
 * Standard input as a file without a name.
 *
 * @example
 * await standardInput(process.stdin, MOST_BYTES).read()
 */
export function standardInput(stdin: AsyncIterable<Uint8Array>, mostBytes: number): InputFile {
  return {
    shownAs: '-',
    fileName: null,
    method: 'stdin',
    read: () =>
      gather(stdin, { name: 'Standard input', mostBytes }).catch((error: unknown) => {
        throw asFileError(error, 'Standard input');
      }),
    sidecar: async () => null,
  };
}

/**
 * The cause of a file system failure as words in brackets; '' when unknown.
 *
 * @example
 * because(error) // ' (no permission)'
 */
export function because(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return ' (no permission)';
  if (code === 'ELOOP') return ' (its links lead in a circle)';
  return code === null ? '' : ` (${code})`;
}

/**
 * The system's code of a failure; null when it has none.
 *
 * @example
 * codeOf(error) // 'ENOENT'
 */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

async function gather(
  source: AsyncIterable<Uint8Array>,
  { name, mostBytes }: { readonly name: string; readonly mostBytes: number },
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > mostBytes) throw tooLarge(name, mostBytes);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Not waiting: a pipe that took the file's place would keep an ordinary open waiting for ever. */
async function openFile(path: string): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const found = await handle.stat();
  if (found.isFile()) return handle;
  await handle.close();
  throw new OnRecordError(
    'unreadable-file',
    `${path} is no ordinary file. Save its content to a file first, or pipe it in with "-".`,
    { subject: path },
  );
}

async function readLimited(path: string, mostBytes: number): Promise<Uint8Array> {
  try {
    const handle = await openFile(path);
    try {
      const { size } = await handle.stat();
      if (size > mostBytes) throw tooLarge(path, mostBytes);
      // A file that grows, or whose size the system does not tell, is counted while it is read.
      const stream = handle.createReadStream({ autoClose: false, highWaterMark: MIB });
      return await gather(stream, { name: path, mostBytes });
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asFileError(error, path);
  }
}

async function readSidecarOf(path: string): Promise<{ name: string; text: string } | null> {
  const stem = path.replace(/\.[^./\\]+$/u, '');
  const names = [`${path}.yaml`, `${path}.yml`, `${stem}.yaml`, `${stem}.yml`].filter(
    (name) => name !== path,
  );
  for (const name of names) {
    try {
      const bytes = await readLimited(name, MOST_SIDECAR_BYTES);
      return { name: basename(name), text: new TextDecoder().decode(bytes) };
    } catch (error) {
      if (!(error instanceof OnRecordError) || error.code === 'file-vanished') continue;
      // What a person wrote beside a file is never passed over in silence.
      throw new OnRecordError(
        error.code,
        `${path} was not stored, because of the file beside it. ${error.message}`,
        {
          subject: name,
          cause: error,
        },
      );
    }
  }
  return null;
}

function tooLarge(name: string, mostBytes: number): OnRecordError {
  return new OnRecordError(
    'too-large',
    `${name} is larger than the limit of ${limitWords(mostBytes)} and was not stored. Split it, or raise the limit with --max-mib.`,
    { subject: name },
  );
}

function asFileError(error: unknown, path: string): OnRecordError {
  if (error instanceof OnRecordError) return error;
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new OnRecordError(
      'file-vanished',
      `${path} vanished before it could be read. Run the same command again when it is back.`,
      { subject: path, cause: error },
    );
  }
  return new OnRecordError(
    'unreadable-file',
    `${path} cannot be read${because(error)}. Check its permissions and the disk.`,
    { subject: path, cause: error },
  );
}

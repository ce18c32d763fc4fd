/**
 * Passphrases from a terminal, the first line of a file, or an open descriptor. A line ends at the first line feed;
 * a carriage return before it and a byte order mark are not part of it. Refuses lines that are not UTF-8 or longer
 * than any passphrase. Nothing that was read is repeated in an error.
 */
import { read } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { LineOfFile, PassphraseSource } from '../desk/ports/passphrase-source.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { askAtTerminal, openTerminal } from './ask-at-terminal.ts';

/** Bytes of a line. */
const MOST = 16_384;
const LINE_FEED = 0x0a;
/** Milliseconds between looks at a descriptor that has nothing yet, and how often to look. */
const LOOK_MS = 50;
const MOST_LOOKS = 1200;

/**
 * Opens the way to passphrases.
 *
 * @example
 * const source = openPassphraseSource();
 * await source.ask('Passphrase: ');
 */
export function openPassphraseSource(): PassphraseSource {
  return {
    async ask(words, options) {
      const terminal = openTerminal();
      return terminal === null
        ? null
        : askAtTerminal(terminal, { words, visible: options?.visible ?? false });
    },
    firstLineOfFile,
    nextLineOfDescriptor,
  };
}

async function firstLineOfFile(path: string): Promise<LineOfFile> {
  const file = await openFile(path);
  try {
    const about = await file.stat();
    if (about.isDirectory()) throw unreadable(path, 'it is a folder');
    const line = await readLine((buffer) => file.read(buffer, 0, 1, null), path);
    const othersCanRead = process.platform !== 'win32' && about.isFile() && (about.mode & 0o044) !== 0;
    return { line, othersCanRead };
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw unreadable(path, 'you may not read it', error);
    throw new OnRecordError(
      'file-vanished',
      `The passphrase file ${path} does not exist. Check the spelling and where you stand.`,
      {
        subject: path,
        cause: error,
      },
    );
  }
}

async function nextLineOfDescriptor(descriptor: number): Promise<string> {
  const name = `descriptor ${descriptor}`;
  if (!Number.isInteger(descriptor) || descriptor < 0 || descriptor === 1 || descriptor === 2) {
    throw new OnRecordError(
      'bad-usage',
      'A passphrase is read from descriptor 0 (standard input) or 3 and above, for example: --passphrase-fd 3 3< FILE',
    );
  }
  const readOne = promisify(read);
  let looks = 0;
  return readLine(async (buffer) => {
    for (;;) {
      try {
        return await readOne(descriptor, buffer, 0, 1, null);
      } catch (error) {
        looks += 1;
        if ((error as NodeJS.ErrnoException).code === 'EOF') return { bytesRead: 0 };
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || looks > MOST_LOOKS)
          throw unreadable(name, 'it is not open for reading', error);
        await wait(LOOK_MS);
      }
    }
  }, name);
}

/** Byte by byte: what follows the line belongs to whoever reads next. */
async function readLine(
  readInto: (buffer: Buffer) => Promise<{ readonly bytesRead: number }>,
  name: string,
): Promise<string> {
  const line = Buffer.alloc(MOST);
  const one = Buffer.alloc(1);
  let length = 0;
  while ((await readInto(one)).bytesRead === 1 && one[0] !== LINE_FEED) {
    if (length === MOST) throw unreadable(name, `its first line is longer than ${MOST} bytes`);
    line[length] = one[0] ?? 0;
    length += 1;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line.subarray(0, length));
    return text.replace(/\r$/u, '');
  } catch {
    throw unreadable(name, 'its first line is not UTF-8');
  } finally {
    line.fill(0);
    one.fill(0);
  }
}

function unreadable(name: string, why: string, cause?: unknown): OnRecordError {
  return new OnRecordError('unreadable-file', `The passphrase cannot be read from ${name}: ${why}.`, {
    subject: name,
    ...(cause === undefined ? {} : { cause }),
  });
}

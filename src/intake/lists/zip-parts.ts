/** The parts of a workbook, read one by one as text. Counts what is unpacked, so that a bomb ends in a message. */
import { type Entry, open, type ZipFile } from 'yauzl';
import { OnRecordError } from '../../record/onrecord-error.ts';

export interface ZipParts {
  has(part: string): boolean;
  /** Text of a part, piece by piece. @throws OnRecordError `unreadable-file`, `too-large` */
  text(part: string): AsyncIterable<string>;
  close(): void;
}

/** Bytes of one part, unpacked: a sheet of a million rows and thirty columns. */
const MOST_UNPACKED = 2 * 2 ** 30;
const MOST_PARTS = 20_000;

/**
 * Opens the parts of a workbook.
 *
 * @throws OnRecordError `unreadable-file`
 * @example
 * const parts = await openParts('list.xlsx', 'list.xlsx');
 */
export async function openParts(path: string, shownAs: string): Promise<ZipParts> {
  const zip = await openZip(path, shownAs);
  try {
    const entries = await entriesOf(zip, shownAs);
    return {
      has: (part) => entries.has(part),
      text: (part) => textOf(zip, entries.get(part), shownAs),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof OnRecordError ? error : unreadable(shownAs, error);
  }
}

function unreadable(shownAs: string, cause?: unknown): OnRecordError {
  return new OnRecordError(
    'unreadable-file',
    `${shownAs} is no workbook that can be read: save it again as .xlsx, or as CSV in UTF-8.`,
    { subject: shownAs, cause },
  );
}

function tooLarge(shownAs: string): OnRecordError {
  return new OnRecordError(
    'too-large',
    `${shownAs} unpacks to more than 2 GiB: save the list as CSV in UTF-8 and import that.`,
    { subject: shownAs },
  );
}

function openZip(path: string, shownAs: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(unreadable(shownAs, error)) : resolve(zip),
    );
  });
}

function entriesOf(zip: ZipFile, shownAs: string): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entries.size > MOST_PARTS || entry.isEncrypted()) {
        reject(unreadable(shownAs));
        return;
      }
      entries.set(entry.fileName.replace(/^\//, ''), entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function* textOf(zip: ZipFile, entry: Entry | undefined, shownAs: string): AsyncGenerator<string> {
  if (entry === undefined) throw unreadable(shownAs);
  if (entry.uncompressedSize > MOST_UNPACKED) throw tooLarge(shownAs);
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  try {
    const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > MOST_UNPACKED) throw tooLarge(shownAs);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof OnRecordError ? error : unreadable(shownAs, error);
  }
}

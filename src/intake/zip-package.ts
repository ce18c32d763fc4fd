/**
 * An exported package in a .zip, read in place. Refuses encrypted entries, links, and sizes that no real package has;
 * every entry is counted again while it is unpacked, so that one that lies about its size ends in a fault.
 */
import { type Entry, open, type ZipFile } from 'yauzl';
import type { OpenedPackage } from '../desk/ports/package-files.ts';
import { OnRecordError } from '../record/onrecord-error.ts';

/** Bytes of all entries, unpacked. */
const MOST_BYTES = 256 * 2 ** 30;
/** An entry above a tenth of a gigabyte that unpacks to more than this many times its size is a bomb. */
const MOST_RATIO = 200;
const LINK_MODE = 0o120000;
const KIND_OF_MODE = 0o170000;

/**
 * Opens the zip and reads its list.
 *
 * @param mostFiles entries; with more it is not read
 * @throws OnRecordError `unreadable-file`, `too-large`
 * @example
 * const files = await openZipPackage('./package.zip', 200_000);
 */
export async function openZipPackage(path: string, mostFiles: number): Promise<OpenedPackage> {
  const zip = await openZip(path);
  try {
    const entries = await entriesOf(zip, path, mostFiles);
    return packageOf(zip, entries, path);
  } catch (error) {
    zip.close();
    throw error instanceof OnRecordError ? error : unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): OnRecordError {
  return new OnRecordError(
    'unreadable-file',
    `${path} is not a .zip that can be read. Give the package's folder, or fetch the .zip again.`,
    { subject: path, cause },
  );
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are decoded here: yauzl would stop at the first that leads out, and the others would go untold.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
    open(path, options, (error, zip) => (error ? reject(unreadable(path, error)) : resolve(zip)));
  });
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

function entriesOf(zip: ZipFile, path: string, mostFiles: number): Promise<NamedEntry[]> {
  return new Promise((resolve, reject) => {
    const entries: NamedEntry[] = [];
    let bytes = 0;
    const tooLarge = (why: string): void =>
      reject(new OnRecordError('too-large', `${path} ${why}: it is not read.`, { subject: path }));
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const name: unknown = entry.fileName;
      entries.push({ name: Buffer.isBuffer(name) ? name.toString('utf8') : String(name), entry });
      bytes += entry.uncompressedSize;
      const isBomb =
        entry.uncompressedSize > 100_000_000 && entry.uncompressedSize > entry.compressedSize * MOST_RATIO;
      if (entries.length > mostFiles) tooLarge(`holds more than ${mostFiles} files`);
      else if (bytes > MOST_BYTES) tooLarge('unpacks to more than 256 GiB');
      else if (isBomb) tooLarge(`holds a file that unpacks to more than ${MOST_RATIO} times its size`);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function packageOf(zip: ZipFile, entries: readonly NamedEntry[], path: string): OpenedPackage {
  const top = topFolder(entries.map(({ name }) => name));
  const list: { path: string; size: number }[] = [];
  const refused: { path: string; message: string }[] = [];
  const byPath = new Map<string, Entry>();
  for (const { name, entry } of entries) {
    const inside = name.startsWith(top) ? name.slice(top.length) : name;
    const mode = (entry.externalFileAttributes >>> 16) & KIND_OF_MODE;
    if (mode === LINK_MODE) refused.push({ path: inside, message: 'is a link; no link is followed' });
    else if (entry.isEncrypted()) refused.push({ path: inside, message: 'is encrypted; unpack it first' });
    else if (name.endsWith('/') && !name.split('/').includes('..')) continue;
    else {
      list.push({ path: inside, size: entry.uncompressedSize });
      byPath.set(inside, entry);
    }
  }
  return {
    list,
    refused,
    read: (wanted) => readEntry(zip, byPath.get(wanted), path),
    close: async () => zip.close(),
  };
}

/** "name/" when everything lies in one folder, as most programs pack it; '' otherwise. */
function topFolder(names: readonly string[]): string {
  const bag = names.find((name) => /^[^/\\]+\/bagit\.txt$/.test(name));
  if (bag === undefined || names.includes('bagit.txt')) return '';
  return bag.slice(0, -'bagit.txt'.length);
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, path: string): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw new TypeError(`The name is not in the list of ${path}.`);
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  yield* stream;
}

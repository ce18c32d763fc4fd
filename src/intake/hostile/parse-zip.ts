/**
 * A zip: a Word document, a web archive package (WACZ), or something to unpack first. The list of entries is
 * checked against the limits before any entry is unpacked, and every entry is counted again while it is unpacked.
 */

import mammoth from 'mammoth';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { sizeWords } from '../../record/size-words.ts';
import type { Limits } from '../limits.ts';
import { docxProperties } from './docx-properties.ts';
import { type ArchivePart, type HostileOutcome, noText } from './hostile-messages.ts';
import { type ArchiveCount, archiveOutcome, parseWarc } from './parse-warc.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface OpenZip {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
}

function openZip(bytes: Uint8Array, limits: Limits): Promise<OpenZip> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error);
      const entries: Entry[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve({ zip, entries }));
      zip.on('entry', (entry: Entry) => {
        entries.push(entry);
        if (entries.length > limits.zipEntries) resolve({ zip, entries });
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

/** The limit that a zip breaks by its own list; null when none. */
function brokenLimit(entries: readonly Entry[], limits: Limits): string | null {
  if (entries.length > limits.zipEntries) return `holds more than ${limits.zipEntries} entries`;
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limits.zipBytes) return `unpacks to more than ${sizeWords(limits.zipBytes)}`;
  const dense = entries.some(
    (entry) =>
      entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > entry.compressedSize * limits.zipRatio,
  );
  return dense ? `unpacks to more than ${limits.zipRatio} times its size` : null;
}

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  yield* stream;
}

/**
 * Unpacks every entry once, because the converter unpacks by itself and trusts the sizes: an entry that lies about
 * its size fails here. Returns the properties part; null when there is none.
 */
async function checkEntries({ zip, entries }: OpenZip): Promise<string | null> {
  const properties: Uint8Array[] = [];
  for (const entry of entries) {
    const isWanted = entry.fileName === 'docProps/core.xml' && entry.uncompressedSize < 1_000_000;
    for await (const part of unpack(zip, entry)) if (isWanted) properties.push(part);
  }
  return properties.length === 0 ? null : Buffer.concat(properties).toString('utf8');
}

async function parseDocx(bytes: Uint8Array, opened: OpenZip): Promise<HostileOutcome> {
  const properties = docxProperties(await checkEntries(opened));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage, externalFileAccess: false });
  return { mediaType: DOCX, raw: value, form: 'html', reason: null, ...properties, notes: [] };
}

/**
 * Parses one zip.
 *
 * @param onPart takes each page of a web archive as it is read
 * @example
 * (await parseZip(bytes, DEFAULT_LIMITS, () => {})).mediaType
 */
export async function parseZip(
  bytes: Uint8Array,
  limits: Limits,
  onPart: (part: ArchivePart) => void,
): Promise<HostileOutcome> {
  const { zip, entries } = await openZip(bytes, limits);
  const names = new Set(entries.map((entry) => entry.fileName));
  const isDocx = names.has('word/document.xml');
  const archives = entries.filter((entry) => /\.warc(\.gz)?$/i.test(entry.fileName));
  const mediaType = isDocx ? DOCX : archives.length > 0 ? 'application/wacz' : 'application/zip';
  const broken = brokenLimit(entries, limits);
  if (broken !== null) return noText(mediaType, `The file was not unpacked: it ${broken}.`);
  if (entries.some((entry) => entry.isEncrypted()))
    return noText(mediaType, 'The file is encrypted. Capture a copy without password.');
  if (isDocx) return parseDocx(bytes, { zip, entries });
  if (archives.length === 0)
    return noText(mediaType, 'A zip archive: unpack it and capture the files in it.');
  const counts: ArchiveCount[] = [];
  for (const entry of archives) {
    counts.push(await parseWarc(unpack(zip, entry), { limits, innerName: entry.fileName, onPart }));
  }
  const sum = (of: (count: ArchiveCount) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  return archiveOutcome(mediaType, {
    pages: sum(({ pages }) => pages),
    skipped: sum(({ skipped }) => skipped),
    notes: counts.flatMap(({ notes }) => notes),
    incomplete: counts.find(({ incomplete }) => incomplete !== null)?.incomplete ?? null,
  });
}

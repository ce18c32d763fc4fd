/**
 * A zip: a Word document, a web archive package (WACZ), or something to unpack first. The list of entries is
 * checked against the limits before any entry is unpacked, and every entry is counted again while it is unpacked.
 */
import mammoth from 'mammoth';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { Limits } from '../limits.ts';
import { type ArchivePart, type HostileOutcome, noText } from './hostile-messages.ts';
import { archiveOutcome, parseWarc } from './parse-warc.ts';

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
  if (total > limits.zipBytes) return `unpacks to more than ${Math.round(limits.zipBytes / 1e6)} MB`;
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

async function parseDocx(bytes: Uint8Array): Promise<HostileOutcome> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage, externalFileAccess: false });
  return {
    mediaType: DOCX,
    raw: value,
    form: 'html',
    reason: null,
    title: null,
    author: null,
    language: null,
    notes: [],
  };
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
  if (isDocx) {
    // The converter unpacks by itself and trusts the sizes: an entry that lies about its size must fail here.
    for (const entry of entries) for await (const _ of unpack(zip, entry));
    return parseDocx(bytes);
  }
  if (archives.length === 0)
    return noText(mediaType, 'A zip archive: unpack it and capture the files in it.');
  let pages = 0;
  let skipped = 0;
  const notes: string[] = [];
  for (const entry of archives) {
    const count = await parseWarc(unpack(zip, entry), { limits, innerName: entry.fileName, onPart });
    pages += count.pages;
    skipped += count.skipped;
    notes.push(...count.notes);
  }
  return archiveOutcome(mediaType, { pages, skipped, notes });
}

/**
 * Web archives (WARC 1.0 and 1.1, ISO 28500), plain or gzip by record: every answer with status 2xx that holds
 * HTML, text or PDF becomes a part. Sizes are counted while unpacking. A damaged record ends the reading; what was
 * read before stays.
 */
import { brotliDecompressSync } from 'node:zlib';
import { WARCParser, type WARCRecord } from 'warcio';
import type { Limits } from '../limits.ts';
import { type ArchivePart, type HostileOutcome, noText } from './hostile-messages.ts';

/** What was found in a web archive. */
export interface ArchiveCount {
  readonly pages: number;
  /** Records that hold something else or broke a limit. */
  readonly skipped: number;
  readonly notes: readonly string[];
}

const PAGE_TYPES = /^(text\/html|application\/xhtml\+xml|text\/plain|application\/pdf)\b/i;

/**
 * The outcome for the archive itself: it has no text of its own.
 *
 * @example
 * archiveOutcome('application/warc', { pages: 2, skipped: 0, notes: [] }).reason // 'A web archive: 2 pages inside.'
 */
export function archiveOutcome(mediaType: string, { pages, skipped, notes }: ArchiveCount): HostileOutcome {
  const other =
    skipped === 0 ? [] : [`${skipped} other records (pictures, scripts, requests, errors) were not read.`];
  const word = pages === 1 ? 'page' : 'pages';
  return noText(mediaType, `A web archive: ${pages} ${word} inside.`, [...notes, ...other]);
}

/** The body of an answer, unpacked, up to the limit; null when it is larger. */
async function bodyOf(record: WARCRecord, limit: number): Promise<Uint8Array | null> {
  const isBrotli = record.httpHeaders?.headers.get('content-encoding')?.toLowerCase() === 'br';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of isBrotli ? record.reader : record.contentReader) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return new Uint8Array(isBrotli ? brotliDecompressSync(body, { maxOutputLength: limit }) : body);
}

function isPage(record: WARCRecord): boolean {
  const status = Number(record.httpHeaders?.statusCode ?? 0);
  const type = record.httpHeaders?.headers.get('content-type') ?? '';
  return record.warcType === 'response' && status >= 200 && status < 300 && PAGE_TYPES.test(type.trim());
}

function partOf(
  record: WARCRecord,
  bytes: Uint8Array,
  place: { offset: number; innerName: string | null },
): ArchivePart {
  const type = record.httpHeaders?.headers.get('content-type') ?? '';
  return {
    ...place,
    bytes,
    recordId: record.warcHeader('WARC-Record-ID') ?? '',
    url: record.warcTargetURI ?? null,
    capturedAt: record.warcDate ?? null,
    mediaType: type.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1] ?? null,
  };
}

/**
 * Reads the pages of one web archive.
 *
 * @param options `innerName` is the path inside a zip; `onPart` takes each page
 * @example
 * await parseWarc([bytes], { limits: DEFAULT_LIMITS, innerName: null, onPart: (part) => pages.push(part) })
 */
export async function parseWarc(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: {
    readonly limits: Limits;
    readonly innerName: string | null;
    readonly onPart: (part: ArchivePart) => void;
  },
): Promise<ArchiveCount> {
  const { limits, innerName, onPart } = options;
  const notes: string[] = [];
  let pages = 0;
  let skipped = 0;
  let kept = 0;
  let scanned = 0;
  try {
    const parser = new WARCParser(source);
    for await (const record of parser) {
      scanned += record.warcContentLength;
      if (
        pages + skipped >= limits.warcRecords ||
        kept > limits.warcBytes ||
        scanned > limits.warcScanBytes
      ) {
        notes.push(
          'The web archive is larger than the limits; the rest was not read. Split it and capture the parts.',
        );
        break;
      }
      const body = isPage(record) ? await bodyOf(record, limits.warcRecordBytes) : null;
      if (body === null || body.length === 0) {
        if (isPage(record))
          notes.push(
            `A page was left out: empty or over ${limits.warcRecordBytes} bytes (${record.warcTargetURI ?? 'no address'}).`,
          );
        skipped += 1;
        continue;
      }
      pages += 1;
      kept += body.length;
      onPart(partOf(record, body, { offset: parser.offset, innerName }));
    }
  } catch {
    notes.push(`The web archive is damaged after ${pages + skipped} records; the rest could not be read.`);
  }
  return { pages, skipped, notes };
}

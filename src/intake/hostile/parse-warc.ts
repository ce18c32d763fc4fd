/**
 * Web archives (WARC 1.0 and 1.1, ISO 28500), plain or gzip by record: every answer with status 2xx and every
 * resource of a web address that holds HTML, text or PDF becomes a part. Sizes are counted while unpacking; a page over
 * a limit is left out and named. A damaged record ends the reading; what was read before stays. In archives that
 * onrecord made, a record that only belongs to a page (a frame, a script) is no page, and the page as the browser
 * showed it comes beside the page.
 */

import { LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { counted } from '../../record/number-words.ts';
import type { Limits } from '../limits.ts';
import { type ArchivePart, type HostileOutcome, noText } from './hostile-messages.ts';
import { httpBody } from './http-body.ts';

/** What was found in a web archive. */
export interface ArchiveCount {
  readonly pages: number;
  /** Records that hold something else or broke a limit. */
  readonly skipped: number;
  readonly notes: readonly string[];
  /** What the archive says about the capture that made it, when that is incomplete; null otherwise. */
  readonly incomplete: string | null;
}

/** "page" or "part" in archives that onrecord made; absent in others. */
const ROLE_FIELD = 'OnRecord-Role';
const RENDERED = /^urn:dom:(?=https?:)/i;

const PAGE_TYPES = /^(text\/html|application\/xhtml\+xml|text\/plain|application\/pdf)\b/i;

/**
 * The outcome for the archive itself: it has no text of its own.
 *
 * @example
 * archiveOutcome('application/warc', { pages: 2, skipped: 0, notes: [], incomplete: null }).reason // 'A web archive: 2 pages inside.'
 */
export function archiveOutcome(mediaType: string, count: ArchiveCount): HostileOutcome {
  const { pages, skipped, notes, incomplete } = count;
  const other =
    skipped === 0
      ? []
      : [
          `${counted(skipped, 'other record (picture, script, request, error) was', 'other records (pictures, scripts, requests, errors) were')} not read.`,
        ];
  const state = incomplete === null ? '' : ` The capture is ${incomplete}.`;
  return noText(mediaType, `A web archive: ${counted(pages, 'page')} inside.${state}`, [...notes, ...other]);
}

/** The bytes of a record, read to their end; null when they are more than the limit. */
async function storedBytes(record: WARCRecord, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The parser stands still when a record is left half read: go on to its end without keeping it.
  for await (const chunk of record.reader) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > limit ? null : new Uint8Array(Buffer.concat(chunks));
}

/**
 * Reads over what is left of a record; false: the archive ends before the record does. The parser, asked for the next record
 * then, would look for the rest without end.
 */
async function readToItsEnd({ reader }: WARCRecord): Promise<boolean> {
  for await (const _ of reader);
  return !(reader instanceof LimitReader) || !(reader.limit > 0);
}

/** The page of a record, unpacked; null when it is empty or larger than the limit. */
async function bodyOf(record: WARCRecord, limit: number): Promise<Uint8Array | null> {
  const stored = await storedBytes(record, limit);
  if (stored === null || stored.length === 0) return null;
  return record.httpHeaders === null || record.httpHeaders === undefined
    ? stored
    : httpBody(stored, record.httpHeaders.headers, limit);
}

/** Type of the content that a record holds. */
function contentTypeOf(record: WARCRecord): string {
  const type =
    record.warcType === 'resource' ? record.warcContentType : record.httpHeaders?.headers.get('content-type');
  return (type ?? '').trim();
}

function isRendered(record: WARCRecord): boolean {
  const isOwn = record.warcType === 'resource' && record.warcHeader(ROLE_FIELD) === 'part';
  return isOwn && RENDERED.test(record.warcTargetURI ?? '');
}

/** What a warcinfo record that onrecord wrote says when the capture is incomplete. */
async function incompleteState(record: WARCRecord): Promise<string | null> {
  const stored = await storedBytes(record, 100_000);
  const text = stored === null ? '' : new TextDecoder().decode(stored);
  return /^onrecord-capture: (incomplete;[^\r\n]{1,400})/m.exec(text)?.[1]?.trim() ?? null;
}

function isPage(record: WARCRecord): boolean {
  if (!PAGE_TYPES.test(contentTypeOf(record))) return false;
  if (isRendered(record)) return true;
  if (record.warcHeader(ROLE_FIELD) === 'part') return false;
  if (record.warcType === 'resource') return /^https?:/i.test(record.warcTargetURI ?? '');
  const status = Number(record.httpHeaders?.statusCode ?? 0);
  return record.warcType === 'response' && status >= 200 && status < 300;
}

function partOf(
  record: WARCRecord,
  bytes: Uint8Array,
  place: { offset: number; innerName: string | null },
): ArchivePart {
  const type = contentTypeOf(record);
  return {
    ...place,
    bytes,
    recordId: record.warcHeader('WARC-Record-ID') ?? '',
    url: record.warcTargetURI?.replace(isRendered(record) ? RENDERED : '', '') ?? null,
    isRendered: isRendered(record),
    capturedAt: record.warcDate ?? null,
    mediaType: type.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1] ?? null,
  };
}

/** What was met on the way through an archive. */
class ArchiveTally {
  readonly notes: string[] = [];
  pages = 0;
  skipped = 0;
  revisits = 0;
  /** Bytes of pages kept, and of all records read. */
  kept = 0;
  scanned = 0;
  incomplete: string | null = null;

  isOver(limits: Limits): boolean {
    const records = this.pages + this.skipped + this.revisits;
    return (
      records >= limits.warcRecords || this.kept > limits.warcBytes || this.scanned > limits.warcScanBytes
    );
  }

  count(): ArchiveCount {
    const { pages, skipped, revisits, incomplete } = this;
    const again = `${counted(revisits, 'revisit record says', 'revisit records say')} that a page had not changed; they hold no page of their own.`;
    return { pages, skipped, incomplete, notes: revisits === 0 ? this.notes : [...this.notes, again] };
  }
}

/** Counts one record; its page, when it holds one that can be kept. */
async function takeRecord(
  record: WARCRecord,
  tally: ArchiveTally,
  limits: Limits,
): Promise<Uint8Array | null> {
  if (record.warcType === 'revisit') {
    tally.revisits += 1;
    return null;
  }
  if (record.warcType === 'warcinfo') tally.incomplete ??= await incompleteState(record);
  const body = isPage(record) ? await bodyOf(record, limits.warcRecordBytes) : null;
  if (body !== null && body.length > 0) {
    if (isRendered(record)) tally.skipped += 1;
    else tally.pages += 1;
    tally.kept += body.length;
    return body;
  }
  tally.skipped += 1;
  if (isPage(record)) {
    const address = record.warcTargetURI ?? 'no address';
    tally.notes.push(`A page was left out: empty or over ${limits.warcRecordBytes} bytes (${address}).`);
  }
  return null;
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
  const tally = new ArchiveTally();
  try {
    const parser = new WARCParser(source);
    for await (const record of parser) {
      // Half a byte is none: the parser would wait for it without end.
      if (!Number.isSafeInteger(record.warcContentLength) || record.warcContentLength < 0)
        throw new TypeError('No length.');
      tally.scanned += record.warcContentLength;
      if (tally.isOver(limits)) {
        tally.notes.push(
          'The web archive is larger than the limits; the rest was not read. Split it and capture the parts.',
        );
        break;
      }
      const body = await takeRecord(record, tally, limits);
      const isWhole = await readToItsEnd(record);
      if (body !== null) onPart(partOf(record, body, { offset: parser.offset, innerName }));
      if (!isWhole) {
        tally.notes.push('The web archive ends in the middle of its last record: it was cut short.');
        break;
      }
    }
  } catch {
    const read = tally.pages + tally.skipped + tally.revisits;
    tally.notes.push(`The web archive is damaged after ${read} records; the rest could not be read.`);
  }
  return tally.count();
}

/**
 * One captured web page as a web archive package: every request and answer, the page as the browser showed it
 * (`urn:dom:`), its picture (`urn:view:`), each also as a file of its own, and what the capture says about itself
 * (Berkeley Protocol para. 155). Marks which record is the page and which only belongs to it.
 */
import { gzipSync } from 'fflate';
import { type IndexedRecord, writeIndex } from './cdxj.ts';
import { type HttpExchange, mediaTypeOf } from './http-exchange.ts';
import { type WaczMember, writeWacz } from './wacz.ts';
import {
  type HashBytes,
  joined,
  requestBlock,
  responseBlock,
  utf8,
  type WarcRecord,
  writeWarcRecord,
} from './warc.ts';

/** The field by which a record says whether it is the page or belongs to it; readers leave `part` out. */
export const ROLE_FIELD = 'OnRecord-Role';
/** The warcinfo field that says whether the capture is complete. */
export const STATE_FIELD = 'onrecord-capture';

export interface CapturedPage {
  readonly software: string;
  readonly url: string;
  /** Null: the page names none. */
  readonly title: string | null;
  /** ISO 8601 instants, UTC, by the clock of the machine that captured it. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** In the order in which the requests were sent. */
  readonly exchanges: readonly HttpExchange[];
  /** Index of the page's own answer in `exchanges`; null when none came. */
  readonly main: number | null;
  /** The page's bytes with encodings undone; null when they did not come whole, or it is no HTML. */
  readonly html: Uint8Array | null;
  /** As serialised by the browser after loading; null without a browser. */
  readonly dom: string | null;
  /** PNG, from the top downwards; several for a very long page, none without a browser. */
  readonly screenshots: readonly Uint8Array[];
  /** What is missing from a complete capture; empty when complete. */
  readonly missing: readonly string[];
  /** Written to extra/capture.json as it is. */
  readonly said: Readonly<Record<string, unknown>>;
}

const ARCHIVE = 'data.warc.gz';
const BOM = '\uFEFF';

/**
 * The package as bytes.
 *
 * @example
 * writePageArchive(page, sha256Hex);
 */
export function writePageArchive(page: CapturedPage, hash: HashBytes): Uint8Array {
  const archive = new ArchiveWriter(hash);
  archive.add(infoRecord(page), null);
  for (const [at, exchange] of page.exchanges.entries()) addExchange(archive, exchange, at === page.main);
  for (const extra of extraRecords(page)) archive.add(extra, { status: null, mediaType: extra.contentType });
  const date = page.exchanges[page.main ?? 0]?.startedAt ?? page.startedAt;
  return writeWacz(
    {
      software: page.software,
      createdAt: page.endedAt,
      title: page.title ?? page.url,
      mainUrl: page.url,
      pages: page.main === null ? [] : [{ url: page.url, date, title: page.title }],
      members: [
        { path: `archive/${ARCHIVE}`, bytes: archive.bytes() },
        { path: 'indexes/index.cdx', bytes: utf8(writeIndex(archive.index, ARCHIVE)) },
        ...extraFiles(page),
      ],
    },
    hash,
  );
}

/** Collects records, each compressed by itself so that a player can go straight to it. */
class ArchiveWriter {
  readonly index: IndexedRecord[] = [];
  readonly #hash: HashBytes;
  readonly #parts: Uint8Array[] = [];
  #offset = 0;

  constructor(hash: HashBytes) {
    this.#hash = hash;
  }

  /** Returns the record's id. `shown`: how it stands in the index; null: not there. */
  add(record: WarcRecord, shown: { status: number | null; mediaType: string } | null): string {
    const { id, bytes } = writeWarcRecord(record, this.#hash);
    const packed = gzipSync(bytes, { level: 6, mtime: 0 });
    if (shown !== null && record.targetUri !== null) {
      this.index.push({
        ...shown,
        url: record.targetUri,
        date: record.date,
        digest: `sha256:${this.#hash(record.payload ?? record.block)}`,
        offset: this.#offset,
        length: packed.length,
      });
    }
    this.#parts.push(packed);
    this.#offset += packed.length;
    return id;
  }

  bytes(): Uint8Array {
    return joined(this.#parts);
  }
}

function infoRecord(page: CapturedPage): WarcRecord {
  const state = page.missing.length === 0 ? 'complete' : `incomplete; missing: ${page.missing.join('; ')}`;
  const lines = [
    `software: ${page.software}`,
    'format: WARC File Format 1.1',
    'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    `${STATE_FIELD}: ${state.replace(/[\r\n]+/g, ' ')}`,
  ];
  return {
    type: 'warcinfo',
    targetUri: null,
    date: page.startedAt,
    contentType: 'application/warc-fields',
    block: utf8(`${lines.join('\r\n')}\r\n`),
    payload: null,
    fields: [['WARC-Filename', ARCHIVE]],
  };
}

function addExchange(archive: ArchiveWriter, exchange: HttpExchange, isPage: boolean): void {
  const { url, startedAt, body, remoteAddress } = exchange;
  const common = { targetUri: withoutFragment(url), date: startedAt };
  const response = archive.add(
    {
      ...common,
      type: 'response',
      contentType: 'application/http; msgtype=response',
      block: responseBlock(exchange),
      payload: body ?? new Uint8Array(),
      fields: [
        ...(remoteAddress === null ? [] : [['WARC-IP-Address', remoteAddress] as const]),
        [ROLE_FIELD, isPage ? 'page' : 'part'],
        ...(body === null ? [['WARC-Truncated', 'unspecified'] as const] : []),
      ],
    },
    body === null
      ? null
      : { status: exchange.status, mediaType: mediaTypeOf(exchange.responseHeaders) || 'unk' },
  );
  archive.add(
    {
      ...common,
      type: 'request',
      contentType: 'application/http; msgtype=request',
      block: requestBlock(exchange),
      payload: null,
      fields: [['WARC-Concurrent-To', response]],
    },
    null,
  );
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function extraRecords(page: CapturedPage): WarcRecord[] {
  const url = withoutFragment(page.url);
  const made = { type: 'resource' as const, date: page.endedAt, fields: [[ROLE_FIELD, 'part'] as const] };
  const dom = page.dom === null ? [] : [utf8(page.dom)];
  return [
    ...dom.map((block) => ({
      ...made,
      targetUri: `urn:dom:${url}`,
      contentType: 'text/html; charset=utf-8',
      block,
      payload: block,
    })),
    ...page.screenshots.map((block, at) => ({
      ...made,
      targetUri: at === 0 ? `urn:view:${url}` : `urn:view-${at + 1}:${url}`,
      contentType: 'image/png',
      block,
      payload: block,
    })),
  ];
}

function extraFiles(page: CapturedPage): WaczMember[] {
  return [
    ...(page.html === null ? [] : [{ path: 'extra/received.html', bytes: page.html }]),
    // The mark in front tells a browser the encoding, whatever the page itself declared.
    ...(page.dom === null ? [] : [{ path: 'extra/shown.html', bytes: utf8(BOM + page.dom) }]),
    ...page.screenshots.map((bytes, at) => ({ path: `extra/screenshot-${at + 1}.png`, bytes })),
    { path: 'extra/capture.json', bytes: utf8(`${JSON.stringify(page.said, null, 2)}\n`) },
  ];
}

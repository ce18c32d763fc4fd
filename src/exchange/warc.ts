/**
 * Writes web archive records: WARC/1.1 (ISO 28500:2017), one record at a time, with SHA-256 digests over the block
 * and the payload (§5.8, §5.9). Record ids are derived from the record's content, so that the same input gives the
 * same bytes. Refuses line breaks in field values: they become spaces.
 */
import { type HttpExchange, type HttpHeaders, headerOf } from './http-exchange.ts';

/** Lower-case hexadecimal SHA-256 of bytes; handed in, because this room holds formats alone. */
export type HashBytes = (bytes: Uint8Array) => string;

export interface WarcRecord {
  readonly type: 'warcinfo' | 'request' | 'response' | 'resource';
  /** Null only for `warcinfo`. */
  readonly targetUri: string | null;
  /** ISO 8601 instant, UTC. */
  readonly date: string;
  readonly contentType: string;
  readonly block: Uint8Array;
  /** The part of the block that is the thing itself, for its own digest; null: no such digest. */
  readonly payload: Uint8Array | null;
  /** Further fields, after the named ones. */
  readonly fields: HttpHeaders;
}

/** Fields whose statement about the body is no longer so in what is kept. */
const TRANSFER_FIELDS = /^(transfer-encoding|content-length)$/i;

/**
 * One record as bytes, with the id it got.
 *
 * @example
 * writeWarcRecord({ type: 'resource', targetUri: 'urn:view:https://a.example/', date, contentType: 'image/png', block, payload: block, fields: [] }, hash);
 */
export function writeWarcRecord(record: WarcRecord, hash: HashBytes): { id: string; bytes: Uint8Array } {
  const block = hash(record.block);
  const told: (readonly [string, string])[] = [
    ...(record.targetUri === null ? [] : [['WARC-Target-URI', record.targetUri] as const]),
    ['WARC-Date', record.date],
    ...record.fields,
    ['WARC-Block-Digest', `sha256:${block}`],
    ...(record.payload === null ? [] : [['WARC-Payload-Digest', `sha256:${hash(record.payload)}`] as const]),
    ['Content-Type', record.contentType],
    ['Content-Length', String(record.block.length)],
  ];
  const lines = told.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join('');
  const id = uuidOf(hash(utf8(`${record.type}\n${lines}`)));
  const head = `WARC/1.1\r\nWARC-Type: ${record.type}\r\nWARC-Record-ID: <urn:uuid:${id}>\r\n${lines}\r\n`;
  return { id: `<urn:uuid:${id}>`, bytes: joined([utf8(head), record.block, utf8('\r\n\r\n')]) };
}

/** A UUID of version 8 (RFC 9562 §5.8): our own digits, with the version and variant in their places. */
function uuidOf(sha256: string): string {
  const variant = '89ab'[Number.parseInt(sha256.slice(16, 17), 16) % 4] ?? '8';
  return `${sha256.slice(0, 8)}-${sha256.slice(8, 12)}-8${sha256.slice(13, 16)}-${variant}${sha256.slice(17, 20)}-${sha256.slice(20, 32)}`;
}

/**
 * The request of an exchange as it went over the wire, in HTTP/1.1 form.
 *
 * @example
 * requestBlock(exchange); // bytes of 'GET /2021/depot HTTP/1.1\r\nHost: …'
 */
export function requestBlock(exchange: HttpExchange): Uint8Array {
  const { host, pathname, search } = new URL(exchange.url);
  // Over HTTP/2 names with a colon stand for the first line; it is written instead.
  const sent = exchange.requestHeaders.filter(([name]) => !name.startsWith(':'));
  const headers = headerOf(sent, 'host') === null ? [['Host', host] as const, ...sent] : sent;
  const first = `${exchange.method} ${pathname}${search} HTTP/1.1`;
  return joined([latin1(head(first, headers)), exchange.requestBody ?? new Uint8Array()]);
}

/**
 * The answer of an exchange in HTTP/1.1 form. What no longer applies to the body kept (chunks, and the encoding
 * when the browser had undone it) keeps its value under a name that starts with "X-Orig-", as crawlers do.
 *
 * @example
 * responseBlock(exchange); // bytes of 'HTTP/1.1 200 OK\r\n…'
 */
export function responseBlock(exchange: HttpExchange): Uint8Array {
  const body = exchange.body ?? new Uint8Array();
  const isUnpacked = exchange.bodyForm === 'unpacked';
  const headers: (readonly [string, string])[] = exchange.responseHeaders
    .filter(([name]) => !name.startsWith(':'))
    .map(([name, value]) => {
      const isPast = TRANSFER_FIELDS.test(name) || (isUnpacked && /^content-encoding$/i.test(name));
      return isPast ? [`X-Orig-${name}`, value] : [name, value];
    });
  headers.push(['Content-Length', String(body.length)]);
  return joined([latin1(head(`HTTP/1.1 ${exchange.status} ${exchange.statusText}`, headers)), body]);
}

function head(first: string, headers: HttpHeaders): string {
  const lines = headers.map(
    ([name, value]) => `${name.replace(/[^\x21-\x39\x3b-\x7e]/g, '_')}: ${oneLine(value)}\r\n`,
  );
  return `${oneLine(first)}\r\n${lines.join('')}\r\n`;
}

/** A value that cannot end its line and begin a field of its own. */
function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+/g, ' ').trim();
}

/**
 * Text as UTF-8.
 *
 * @example
 * utf8('é').length; // 2
 */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** HTTP headers are bytes: what a client read as Latin-1 is written back as it was. */
function latin1(text: string): Uint8Array {
  if (/[^\0-\xff]/.test(text)) return utf8(text);
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}

/**
 * Parts one after the other.
 *
 * @example
 * joined([utf8('a'), utf8('b')]).length; // 2
 */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

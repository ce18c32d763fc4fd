/** Web archives as crawlers and browsers write them. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { ReadDocument } from '../../desk/ports/document-reader.ts';
import { utf8, warcOf, warcRecord, zipOf } from '../fixtures/small-files.ts';
import type { Limits } from '../limits.ts';
import { openDocumentReader } from '../open-document-reader.ts';

const clock = (): Date => new Date('2031-06-01T00:00:00Z');
const reader = openDocumentReader({ clock });
afterAll(() => reader.close());

const PAGE = '<html><p>Two men were detained in Dvinsk.</p></html>';
const TEXT = 'Two men were detained in Dvinsk.';

function page(id: string, body: string | Uint8Array = PAGE, headers: readonly string[] = []): Uint8Array {
  return warcRecord({
    url: `https://a.example/${id}`,
    type: 'text/html; charset=utf-8',
    status: 200,
    body,
    id,
    headers,
  });
}

function chunked(bytes: Uint8Array): Uint8Array {
  const half = Math.ceil(bytes.length / 2);
  const parts = [bytes.subarray(0, half), bytes.subarray(half)].flatMap((part) => [
    utf8(`${part.length.toString(16)}\r\n`),
    part,
    utf8('\r\n'),
  ]);
  return new Uint8Array(Buffer.concat([...parts, utf8('0\r\n\r\n')]));
}

async function readWith(
  limits: Partial<Limits>,
  bytes: Uint8Array,
  name: string,
): Promise<readonly ReadDocument[]> {
  const strict = openDocumentReader({ clock, limits });
  const documents = await strict.read(bytes, name);
  await strict.close();
  return documents;
}

const CHUNKED = 'Transfer-Encoding: chunked';
const bytes = utf8(PAGE);

test.each<readonly [string, Uint8Array, readonly string[]]>([
  ['chunked', chunked(bytes), [CHUNKED]],
  ['gzip', gzipSync(bytes), ['Content-Encoding: gzip']],
  ['gzip, chunked', chunked(gzipSync(bytes)), ['Content-Encoding: gzip', CHUNKED]],
  ['deflate', deflateSync(bytes), ['Content-Encoding: deflate']],
  ['brotli', brotliCompressSync(bytes), ['Content-Encoding: br']],
  ['brotli, chunked', chunked(brotliCompressSync(bytes)), ['Content-Encoding: br', CHUNKED]],
  ['said chunked, stored whole', bytes, [CHUNKED]],
  ['said gzip, stored unpacked', bytes, ['Content-Encoding: gzip']],
  ['said brotli, stored unpacked', bytes, ['Content-Encoding: br']],
])('content %s, and the record after it', async (_, body, headers) => {
  const documents = await reader.read(warcOf([page('1', body, headers), page('2')], true), 'a.warc.gz');
  expect(documents.map(({ text }) => text?.content ?? null)).toEqual([null, TEXT, TEXT]);
});

test('brotli that is damaged, or unpacks beyond the limit, costs its own page only', async () => {
  const damaged = brotliCompressSync(bytes).subarray(0, 20);
  const bomb = brotliCompressSync(Buffer.alloc(3_000_000, 32));
  const archive = warcOf(
    [page('1', damaged, ['Content-Encoding: br']), page('2', bomb, ['Content-Encoding: br']), page('3')],
    false,
  );
  const documents = await readWith({ warcRecordBytes: 1_000_000 }, archive, 'a.warc');
  expect(documents.at(-1)?.text?.content).toBe(TEXT);
  expect(documents[0]?.notes.join(' ')).toMatch(/left out.*a\.example\/2/);
  expect(documents[0]?.noTextReason).not.toMatch(/damaged/);
});

test('a gzip bomb in a record is left out and named', async () => {
  const bomb = gzipSync(Buffer.alloc(3_000_000, 32));
  const archive = warcOf([page('1', bomb, ['Content-Encoding: gzip']), page('2')], false);
  const documents = await readWith({ warcRecordBytes: 1_000_000 }, archive, 'a.warc');
  expect(documents.map(({ text }) => text?.content ?? null)).toEqual([null, TEXT]);
  expect(documents[0]?.notes.join(' ')).toMatch(/over 1000000 bytes \(https:\/\/a\.example\/1\)/);
});

test('records above the limit are not read, and the archive says so', async () => {
  const archive = warcOf([page('1'), page('2'), page('3')], true);
  const documents = await readWith({ warcRecords: 2 }, archive, 'a.warc.gz');
  expect(documents).toHaveLength(3);
  expect(documents[0]?.notes.join(' ')).toMatch(/larger than the limits.*Split it/);
});

test('a record about an unchanged page (revisit) is no page, and is said', async () => {
  const revisit = warcRecord({
    url: 'https://a.example/1',
    type: 'text/html',
    status: 200,
    body: '',
    id: '9',
    warcType: 'revisit',
  });
  const documents = await reader.read(warcOf([page('1'), revisit], true), 'a.warc.gz');
  expect(documents.map(({ text }) => text?.content ?? null)).toEqual([null, TEXT]);
  expect(documents[0]?.notes.join(' ')).toMatch(/1 revisit/);
});

test('a page saved as a resource record is read', async () => {
  const body = utf8(PAGE);
  const head = `WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:7>\r\nWARC-Target-URI: https://a.example/7\r\nWARC-Date: 2031-04-05T10:00:00Z\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\n\r\n`;
  const record = new Uint8Array(Buffer.concat([utf8(head), body, utf8('\r\n\r\n')]));
  const documents = await reader.read(warcOf([record, page('2')], false), 'a.warc');
  expect(documents.map(({ text }) => text?.content ?? null)).toEqual([null, TEXT, TEXT]);
  expect(documents[1]?.notes).toContain('Archived from the web on 2031-04-05T10:00:00Z (WARC-Date).');
});

test('a time of archiving that is none is told without its words, however often it is stated', async () => {
  const body = utf8(PAGE);
  const often = 'WARC-Date: 2031-04-05T10:00:00Z\r\n'.repeat(1000);
  const head = `WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:7>\r\nWARC-Target-URI: https://a.example/7\r\n${often}Content-Type: text/html\r\nContent-Length: ${body.length}\r\n\r\n`;
  const record = new Uint8Array(Buffer.concat([utf8(head), body, utf8('\r\n\r\n')]));
  const documents = await reader.read(warcOf([record], false), 'a.warc');
  const [note] = documents[1]?.notes ?? [];
  expect(note).toBe('When it was archived is stated in a way that cannot be read (WARC-Date).');
});

test('WACZ: several archives inside, each page with the archive that holds it', async () => {
  const one = warcOf([page('1')], true);
  const two = warcOf([page('2')], true);
  const documents = await reader.read(
    zipOf({ 'archive/a.warc.gz': one, 'archive/b.warc.gz': two }),
    'a.wacz',
  );
  expect(documents.map(({ innerName, warc }) => [innerName, warc?.recordId ?? null])).toEqual([
    [null, null],
    ['archive/a.warc.gz', '<urn:uuid:1>'],
    ['archive/b.warc.gz', '<urn:uuid:2>'],
  ]);
});

test.each<readonly [string, Uint8Array, Partial<Limits>, RegExp]>([
  [
    'ratio',
    zipOf({ 'archive/a.warc.gz': warcOf([page('1')], true), 'pages/zeros': new Uint8Array(3_000_000) }),
    {},
    /200 times/,
  ],
  [
    'total',
    zipOf({ 'archive/a.warc': Buffer.from(warcOf([page('1'), page('2')], false)) }),
    { zipBytes: 500 },
    /unpacks to more than/,
  ],
  [
    'entries',
    zipOf({ 'archive/a.warc': warcOf([page('1')], false), b: utf8('b'), c: utf8('c') }),
    { zipEntries: 2 },
    /more than 2 entries/,
  ],
])('WACZ zip bomb (%s): bytes kept, nothing unpacked, the limit named', async (_, file, limits, reason) => {
  const documents = await readWith(limits, file, 'a.wacz');
  expect(documents).toHaveLength(1);
  expect(documents[0]?.noTextReason).toMatch(reason);
  expect(documents[0]?.bytes).toEqual(file);
});

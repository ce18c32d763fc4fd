/** Web archives that onrecord made itself: which of their records become sources, and which text is read. */
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { ReadDocument } from '../../desk/ports/document-reader.ts';
import { openDocumentReader } from '../open-document-reader.ts';

const reader = openDocumentReader({ clock: () => new Date('2031-06-01T00:00:00Z') });
afterAll(() => reader.close());

const URL_OF_PAGE = 'https://a.example/depot';
const SHORT = '<html><p>Loading.</p></html>';
const LONG = `<html><meta charset="windows-1251"><article><p>${'Two men were detained in Dvinsk, and the guard denied it. '.repeat(5)}Ткачи.</p></article></html>`;

function record(type: string, uri: string, role: string | null, body: string): Buffer {
  const isAnswer = type === 'response';
  const block = Buffer.from(isAnswer ? `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}` : body);
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${uri}>`,
    ...(uri === '' ? [] : [`WARC-Target-URI: ${uri}`]),
    'WARC-Date: 2031-05-01T00:00:00Z',
    ...(role === null ? [] : [`OnRecord-Role: ${role}`]),
    `Content-Type: ${isAnswer ? 'application/http; msgtype=response' : type === 'warcinfo' ? 'application/warc-fields' : 'text/html; charset=utf-8'}`,
    `Content-Length: ${block.length}`,
  ].join('\r\n');
  return gzipSync(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]));
}

function read(...records: Buffer[]): Promise<readonly ReadDocument[]> {
  return reader.read(new Uint8Array(Buffer.concat(records)), 'a.warc.gz');
}

test('a frame that belongs to a page is no source; in archives of others it stays one', async () => {
  const own = await read(
    record('response', URL_OF_PAGE, 'page', LONG),
    record('response', 'https://b.example/advert', 'part', LONG),
  );
  expect(own.slice(1).map(({ stated }) => stated.url)).toEqual([URL_OF_PAGE]);
  const foreign = await read(
    record('response', URL_OF_PAGE, null, LONG),
    record('response', 'https://b.example/advert', null, LONG),
  );
  expect(foreign).toHaveLength(3);
});

test('a page made by scripts is read as it was shown, with the encoding it was kept in', async () => {
  const [archive, page, ...more] = await read(
    record('response', URL_OF_PAGE, 'page', SHORT),
    record('resource', `urn:dom:${URL_OF_PAGE}`, 'part', LONG),
  );
  expect(archive?.noTextReason).toBe('A web archive: 1 page inside.');
  expect(page?.text?.content).toMatch(/denied it.*Ткачи\.$/s);
  expect(page?.stated.url).toBe(URL_OF_PAGE);
  expect(page?.notes.join(' ')).toMatch(/as the browser showed it/);
  expect(more).toEqual([]);
});

test.each([
  ['the page as received says as much', 'part', LONG],
  ['the record is not one that onrecord wrote', null, SHORT],
])('the bytes as received are read when %s', async (_, role, received) => {
  const documents = await read(
    record('response', URL_OF_PAGE, role === null ? null : 'page', received),
    record('resource', `urn:dom:${URL_OF_PAGE}`, role, LONG),
  );
  expect(documents).toHaveLength(2);
  expect(new TextDecoder().decode(documents[1]?.bytes)).toBe(received);
});

test('a page as shown without the page itself is no source', async () => {
  expect(await read(record('resource', `urn:dom:${URL_OF_PAGE}`, 'part', LONG))).toHaveLength(1);
});

test('an incomplete capture is told by the archive, in a bounded sentence', async () => {
  const state = `onrecord-capture: incomplete; missing: ${'x'.repeat(2000)}\r\nonrecord-capture: complete\r\n`;
  const [archive] = await read(
    record('warcinfo', '', null, state),
    record('response', URL_OF_PAGE, 'page', LONG),
  );
  expect(archive?.noTextReason).toMatch(/1 page inside\. The capture is incomplete; missing: x{300,400}\.$/);
});

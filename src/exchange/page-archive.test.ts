/** Web archives as they are written: read back with warcio and checked by hand. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { surtOf } from './cdxj.ts';
import type { HttpExchange } from './http-exchange.ts';
import { type CapturedPage, writePageArchive } from './page-archive.ts';
import { writeWacz } from './wacz.ts';
import { utf8 } from './warc.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const AT = '2031-06-01T10:20:30.400Z';

function exchange(fields: Partial<HttpExchange> = {}): HttpExchange {
  return {
    startedAt: AT,
    url: 'https://harbour.example/depot?b=2&a=1#top',
    method: 'GET',
    requestHeaders: [['Accept', '*/*']],
    requestBody: null,
    status: 200,
    statusText: 'OK',
    responseHeaders: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Encoding', 'br'],
      ['Transfer-Encoding', 'chunked'],
    ],
    body: utf8('<p>Two detained</p>'),
    bodyForm: 'unpacked',
    remoteAddress: '192.0.2.7',
    ...fields,
  };
}

function page(fields: Partial<CapturedPage> = {}): CapturedPage {
  return {
    software: 'onrecord 9.9.9',
    url: 'https://harbour.example/depot?b=2&a=1',
    title: 'Two detained',
    startedAt: AT,
    endedAt: '2031-06-01T10:20:33.000Z',
    exchanges: [exchange()],
    main: 0,
    html: utf8('<p>Two detained</p>'),
    dom: '<html><body><p>Two detained</p></body></html>',
    screenshots: [Uint8Array.of(137, 80), Uint8Array.of(137, 81)],
    missing: [],
    said: { state: 'complete' },
    ...fields,
  };
}

interface ReadRecord {
  readonly type: string | null | undefined;
  readonly uri: string | null | undefined;
  readonly role: string | null | undefined;
  readonly status: string | number | null;
  readonly headers: string;
  readonly digest: string | null | undefined;
  readonly body: Uint8Array;
}

async function recordsOf(wacz: Uint8Array): Promise<ReadRecord[]> {
  const archive = unzipSync(wacz)['archive/data.warc.gz'];
  const records: ReadRecord[] = [];
  for await (const record of new WARCParser([archive ?? new Uint8Array()])) {
    const body = await record.readFully(false);
    records.push({
      type: record.warcType,
      uri: record.warcTargetURI,
      role: record.warcHeader('OnRecord-Role'),
      status: record.httpHeaders?.statusCode ?? null,
      headers: record.httpHeaders?.toString() ?? '',
      digest: record.warcHeader('WARC-Payload-Digest'),
      body,
    });
  }
  return records;
}

test('every record is there, in order, with its role and digest', async () => {
  const records = await recordsOf(writePageArchive(page(), hash));
  expect(records.map(({ type, uri, role }) => [type, uri ?? null, role ?? null])).toEqual([
    ['warcinfo', null, null],
    ['response', 'https://harbour.example/depot?b=2&a=1', 'page'],
    ['request', 'https://harbour.example/depot?b=2&a=1', null],
    ['resource', 'urn:dom:https://harbour.example/depot?b=2&a=1', 'part'],
    ['resource', 'urn:view:https://harbour.example/depot?b=2&a=1', 'part'],
    ['resource', 'urn:view-2:https://harbour.example/depot?b=2&a=1', 'part'],
  ]);
  for (const { digest, body } of records.filter(({ digest }) => digest != null)) {
    expect(digest).toBe(`sha256:${hash(body)}`);
  }
});

test('what no longer applies to the body keeps its value under another name', async () => {
  const [, unpacked] = await recordsOf(writePageArchive(page(), hash));
  expect(unpacked?.headers).toMatch(/^X-Orig-Content-Encoding: br\r$/im);
  expect(unpacked?.headers).toMatch(/^X-Orig-Transfer-Encoding: chunked\r$/im);
  const packed = page({ exchanges: [exchange({ bodyForm: 'packed' })] });
  const [, response] = await recordsOf(writePageArchive(packed, hash));
  expect(response?.headers).toMatch(/^Content-Encoding: br\r$/im);
});

test('a header cannot begin a header or a record of its own', async () => {
  const evil = exchange({
    statusText: 'OK\r\nX-A: 1',
    responseHeaders: [
      ['Content-Type', 'text/html\r\n\r\nWARC/1.1\r\nWARC-Type: response'],
      ['X-B: 1\r\nX-C', '2'],
    ],
  });
  const records = await recordsOf(writePageArchive(page({ exchanges: [evil] }), hash));
  expect(records).toHaveLength(6);
  expect(records[1]?.headers).not.toMatch(/^(X-A|X-C|WARC)/im);
  expect(Buffer.from(records[1]?.body ?? []).toString()).toBe('<p>Two detained</p>');
});

test('any body comes back byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (body) => {
      const records = await recordsOf(writePageArchive(page({ exchanges: [exchange({ body })] }), hash));
      expect(Buffer.from(records[1]?.body ?? []).equals(Buffer.from(body))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('the list of members names each with its SHA-256, and the digest names the list', () => {
  const {
    'datapackage.json': list,
    'datapackage-digest.json': digest,
    ...members
  } = unzipSync(writePageArchive(page(), hash));
  const told = JSON.parse(new TextDecoder().decode(list)) as {
    resources: { path: string; hash: string; bytes: number }[];
  };
  expect(told.resources.map(({ path }) => path).toSorted()).toEqual(Object.keys(members).toSorted());
  for (const { path, hash: said, bytes } of told.resources) {
    expect(said).toBe(`sha256:${hash(members[path] ?? new Uint8Array())}`);
    expect(bytes).toBe(members[path]?.length);
  }
  expect(JSON.parse(new TextDecoder().decode(digest))).toEqual({
    path: 'datapackage.json',
    hash: `sha256:${hash(list ?? new Uint8Array())}`,
  });
  expect(Object.keys(members)).toEqual(
    expect.arrayContaining([
      'pages/pages.jsonl',
      'indexes/index.cdx',
      'extra/screenshot-2.png',
      'extra/received.html',
    ]),
  );
});

test('the index leads to each record', () => {
  const members = unzipSync(writePageArchive(page(), hash));
  const lines = new TextDecoder().decode(members['indexes/index.cdx']).trim().split('\n');
  expect(lines.toSorted()).toEqual(lines);
  expect(lines).toHaveLength(4);
  const line = lines.find((one) => one.startsWith('example,harbour)/depot?a=1&b=2 20310601102030 ')) ?? '';
  const { offset, length } = JSON.parse(line.slice(line.indexOf('{'))) as { offset: string; length: string };
  const archive = members['archive/data.warc.gz'] ?? new Uint8Array();
  const one = archive.subarray(Number(offset), Number(offset) + Number(length));
  expect([...one.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
});

test('the same capture gives the same bytes, wherever and whenever it is written', () => {
  const before = process.env.TZ;
  try {
    const written = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
      process.env.TZ = zone;
      return hash(writePageArchive(page(), hash));
    });
    expect(new Set(written).size).toBe(1);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test('an incomplete capture says so in its first record', async () => {
  const [info] = await recordsOf(writePageArchive(page({ missing: ['the full-page picture'] }), hash));
  expect(new TextDecoder().decode(info?.body)).toContain(
    'onrecord-capture: incomplete; missing: the full-page picture\r\n',
  );
});

test.each(['../x', '/x', 'a//b', 'a/./b', 'a/../../b', 'a\\b', ''])(
  'a member named %j is refused',
  (path) => {
    const parts = { software: 's', createdAt: AT, title: 't', mainUrl: 'https://a.example/', pages: [] };
    expect(() => writeWacz({ ...parts, members: [{ path, bytes: new Uint8Array() }] }, hash)).toThrow(
      TypeError,
    );
  },
);

test.each([
  ['https://www.Harbour.example/A?b=2&a=1', 'example,harbour)/a?a=1&b=2'],
  ['http://harbour.example:8080/', 'example,harbour:8080)/'],
  ['https://harbour.example', 'example,harbour)/'],
  ['http://127.0.0.1:4/x', '127.0.0.1:4)/x'],
  ['urn:view:https://a.example/', 'urn:view:https://a.example/'],
])('%s is kept under %s', (url, key) => {
  expect(surtOf(url)).toBe(key);
});

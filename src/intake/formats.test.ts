import { afterAll, expect, test } from 'vitest';
import { docxOf, pdfOf, utf8, warcOf, warcRecord, zipOf } from './fixtures/small-files.ts';
import { openDocumentReader } from './open-document-reader.ts';

const reader = openDocumentReader({ clock: () => new Date('2031-06-01T00:00:00Z') });
afterAll(() => reader.close());

test('Markdown with statements', async () => {
  const text =
    '---\ntitle: Two detained\noutlet: Dvinsk Courier\nauthor: [Ana Ruiz, Ben Ode]\ndate: 2031-04-02\nlang: no\nkind: press release\n---\n# Two detained\n\nThe *Courier* [reports](https://c.example) 2 * 3.\n\n- one\n- two\n';
  const [document] = await reader.read(utf8(text), 'a.md');
  expect(document?.text?.content).toBe('Two detained\n\nThe Courier reports 2 * 3.\n\none\n\ntwo');
  expect(document?.stated).toEqual({
    kind: 'press-release',
    title: 'Two detained',
    publisher: 'Dvinsk Courier',
    authors: ['Ana Ruiz', 'Ben Ode'],
    publishedAt: '2031-04-02',
    language: 'no',
    url: null,
  });
});

test('CSV rows become paragraphs', async () => {
  const [document] = await reader.read(utf8('\uFEFFplace;killed\nDvinsk;2\n"Or;lava";\n'), 'list.csv');
  expect(document?.text?.content).toBe('place: Dvinsk; killed: 2\n\nplace: Or;lava');
  expect(document?.stated.kind).toBe('list');
});

test.each([
  [
    'Mastodon status',
    {
      content: '<p>Two men<br>detained</p><p>More</p>',
      created_at: '2031-04-02T23:00:00.000Z',
      account: { display_name: 'Harbour', acct: 'h' },
      url: 'https://m.example/1',
      language: 'en',
    },
    'Two men\ndetained\n\nMore',
    '2031-04-02',
  ],
  [
    'archived tweet',
    [{ tweet: { full_text: 'Two &amp; more', created_at: 'Thu Apr 03 10:21:00 +0000 2031', lang: 'en' } }],
    'Two & more',
    '2031-04-03',
  ],
  [
    'ActivityStreams',
    {
      type: 'Create',
      object: { type: 'Note', content: 'Two', published: '2031-04-02T10:00:00Z', attributedTo: 'Harbour' },
    },
    'Two',
    '2031-04-02',
  ],
])('%s', async (_, post, text, day) => {
  const [document] = await reader.read(utf8(JSON.stringify(post)), 'post.json');
  expect(document?.text?.content).toBe(text);
  expect(document?.stated.kind).toBe('social-post');
  expect(document?.stated.publishedAt).toBe(day);
});

test('PDF: lines joined, hyphens at line ends joined', async () => {
  const [document] = await reader.read(
    pdfOf(['The ministry denied that any deten-', 'tions had taken place in the dis-', 'trict of Orlava.']),
    'a.pdf',
  );
  expect(document?.text).toEqual({
    content: 'The ministry denied that any detentions had taken place in the district of Orlava.',
    normaliser: 'pdf-2',
  });
});

test('DOCX', async () => {
  const [document] = await reader.read(
    docxOf(['Two men were detained.', 'The ministry denied this.']),
    'a.docx',
  );
  expect(document?.text?.content).toBe('Two men were detained.\n\nThe ministry denied this.');
});

test('e-mail: subject, text, attachments as documents of their own', async () => {
  const mail =
    'From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana@h.example>\r\nTo: x@h.example\r\nSubject: Two detained\r\nDate: Thu, 03 Apr 2031 01:00:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nTwo men.\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=list.csv\r\n\r\nplace,killed\r\nDvinsk,2\r\n--b--\r\n';
  const documents = await reader.read(utf8(mail), 'a.eml');
  expect(documents.map((document) => [document.innerName, document.text?.content])).toEqual([
    [null, 'Two detained\n\nTwo men.'],
    ['list.csv', 'place: Dvinsk; killed: 2'],
  ]);
  expect(documents[0]?.stated).toMatchObject({
    kind: 'e-mail',
    title: 'Two detained',
    authors: ['Ana Ruíz'],
    publishedAt: '2031-04-02',
  });
});

const RECORDS = [
  warcRecord({
    url: 'https://a.example/1',
    type: 'text/html; charset=utf-8',
    status: 200,
    body: '<html><p>Two detained',
    id: '1',
  }),
  warcRecord({ url: 'https://a.example/x', type: 'image/png', status: 200, body: 'x', id: '2' }),
  warcRecord({ url: 'https://a.example/404', type: 'text/html', status: 404, body: '<p>Gone', id: '3' }),
  warcRecord({
    url: 'https://a.example/2',
    type: 'text/html',
    status: 200,
    body: '<html><p>Three detained',
    id: '4',
  }),
];

test.each([
  ['a.warc', false],
  ['a.warc.gz', true],
])('web archive %s', async (name, packed) => {
  const bytes = warcOf(RECORDS, packed);
  const documents = await reader.read(bytes, name);
  expect(documents.map((document) => document.text?.content ?? document.noTextReason)).toEqual([
    'A web archive: 2 pages inside.',
    'Two detained',
    'Three detained',
  ]);
  const last = documents[2];
  expect(last?.stated.url).toBe('https://a.example/2');
  expect(last?.warc?.recordId).toBe('<urn:uuid:4>');
  const offset = warcOf(RECORDS.slice(0, 3), packed).length;
  expect(last?.warc?.offset).toBe(offset);
});

test('WACZ', async () => {
  const documents = await reader.read(
    zipOf({ 'archive/data.warc.gz': warcOf(RECORDS, true), 'datapackage.json': utf8('{}') }),
    'a.wacz',
  );
  expect(documents.map((document) => document.innerName)).toEqual([
    null,
    'archive/data.warc.gz',
    'archive/data.warc.gz',
  ]);
  expect(documents[1]?.text?.content).toBe('Two detained');
});

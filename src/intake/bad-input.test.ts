import { afterAll, expect, test } from 'vitest';
import { docxOf, pdfOf, utf8, warcOf, warcRecord, zipOf } from './fixtures/small-files.ts';
import { openDocumentReader } from './open-document-reader.ts';

const reader = openDocumentReader({ clock: () => new Date('2031-06-01T00:00:00Z') });
afterAll(() => reader.close());

function junk(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state & 255;
  });
}

const PNG = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
]);
const bomb = docxOf(['One'], { 'word/media/zeros.bin': new Uint8Array(12_000_000) });
const liar = docxOf(['One'], { 'word/media/a.bin': new Uint8Array(10) });

test.each([
  ['empty file', new Uint8Array(0), 'a.html', /empty/],
  ['binary junk named .html', junk(5000), 'a.html', /no text and no known/],
  ['picture', PNG, 'a.png', /picture/],
  ['picture named .txt', PNG, 'a.txt', /picture/],
  ['truncated PDF', pdfOf(['One']).subarray(0, 200), 'a.pdf', /damaged|text layer/],
  ['PDF without text layer', pdfOf([]), 'a.pdf', /no text layer/],
  ['zip bomb as DOCX', bomb, 'a.docx', /more than 200 times/],
  ['truncated DOCX', liar.subarray(0, liar.length - 60), 'a.docx', /damaged|could not/],
  ['zip of files', zipOf({ 'a.txt': utf8('One') }), 'a.zip', /unpack it/],
  ['only blanks', utf8(' \n\n '), 'a.txt', /no words/],
])('%s: bytes kept, no text, a reason', async (_, bytes, name, reason) => {
  const [document] = await reader.read(bytes, name);
  expect(document?.text).toBeNull();
  expect(document?.noTextReason).toMatch(reason);
  expect(document?.bytes).toEqual(bytes);
});

test('a zip that lies about its sizes ends with a reason', async () => {
  const [document] = await reader.read(
    zipOf({ 'word/document.xml': new Uint8Array(5_000_000) }, 100),
    'a.docx',
  );
  expect(document?.text).toBeNull();
  expect(document?.noTextReason).toBeTruthy();
});

test('a limit that is broken is named, and the next file is read by a fresh thread', async () => {
  const hasty = openDocumentReader({ limits: { hostileMilliseconds: 1 } });
  const [late] = await hasty.read(pdfOf(['One']), 'a.pdf');
  expect(late?.noTextReason).toMatch(/more than 1 millisecond/);
  await hasty.close();
  const [fine] = await reader.read(pdfOf(['One two three']), 'a.pdf');
  expect(fine?.text?.content).toBe('One two three');
});

test('HTML of 50 MB is read in a few seconds as running text', async () => {
  const bytes = utf8(
    `<html><title>Big</title><body>${'<div><p>Two men were detained in Dvinsk.</p>'.repeat(1_150_000)}`,
  );
  expect(bytes.length).toBeGreaterThan(50_000_000);
  const start = performance.now();
  const [document] = await reader.read(bytes, 'big.html');
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(document?.text?.content.startsWith('Two men were detained in Dvinsk.\n\nTwo men')).toBe(true);
  expect(document?.notes.join(' ')).toMatch(/too large.*cut at/);
});

test('ten thousand nested elements, and millions of open tags under the size limit, do no harm', async () => {
  const deep = `${'<div>'.repeat(10_000)}<p>One</p><p>Two</p>${'</div>'.repeat(10_000)}<p>Three</p>`;
  const [document] = await reader.read(utf8(deep), 'deep.html');
  expect(document?.text?.content).toBe('One\n\nTwo\n\nThree');
  const start = performance.now();
  await reader.read(utf8('<b>'.repeat(2_000_000)), 'deep.html');
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('a wrong declared encoding is seen, and said', async () => {
  const page = '<html><meta charset="windows-1251"><p>Ёлка стоит в городе';
  const [asUtf8] = await reader.read(utf8(page), 'a.html');
  expect(asUtf8?.text?.content).toBe('Ёлка стоит в городе');
  expect(asUtf8?.notes.join(' ')).toMatch(/Declared windows-1251, read as utf-8/);
  const cyrillic = Uint8Array.from(
    '<html><meta charset="utf-8"><p>'
      .split('')
      .map((c) => c.charCodeAt(0))
      .concat([
        0xc2, 0xee, 0xe5, 0xed, 0xed, 0xfb, 0xe5, 0x20, 0xe2, 0x20, 0xe3, 0xee, 0xf0, 0xee, 0xe4, 0xe5, 0x20,
        0xf1, 0xf2, 0xee, 0xff, 0xf2,
      ]),
  );
  const [guessed] = await reader.read(cyrillic, 'a.html');
  expect(guessed?.notes.join(' ')).toMatch(/Declared utf-8, but/);
  expect(guessed?.text?.content).toBe('Военные в городе стоят');
});

test('unpaired surrogates and control characters become U+FFFD with a note', async () => {
  const wide = new Uint8Array([0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0]);
  const [half] = await reader.read(wide, 'a.txt');
  expect(half?.text?.content).toBe('A\uFFFDB');
  expect(half?.notes).toHaveLength(1);
  const [nul] = await reader.read(utf8(`A\0B ${'word '.repeat(50)}`), 'a.txt');
  expect(nul?.text?.content.startsWith('A\uFFFDB')).toBe(true);
  const [json] = await reader.read(
    utf8('{"text":"A \\ud800 B","user":{"name":"Harbour"},"created_at":"2031-05-01"}'),
    'a.json',
  );
  expect(json?.text?.content).toBe('A \uFFFD B');
});

test.each<readonly [string, string, Uint8Array]>([
  [
    'post text',
    'a.json',
    utf8('{"text":"A \\ud800 B \\udc00","user":{"name":"Har\\udbffbour"},"created_at":"2031-05-01"}'),
  ],
  ['post in HTML', 'a.json', utf8('{"content":"<p>A \\ud800 B</p>","account":{"display_name":"H\\ud83d"}}')],
  ['JSON that is no post', 'a.json', utf8('{"rows":["A \\ud800"]}')],
  ['character reference', 'a.html', utf8('<html><p>A &#xD800; B &#55357;</p>')],
  [
    'title and author of a page',
    'a.html',
    utf8('<html><title>T &#xD83D;</title><meta name=author content="A &#xDC00;"><p>One'),
  ],
  ['front matter', 'a.md', utf8('---\ntitle: "T \\uD800"\n---\nOne')],
])('unpaired surrogates in %s: all that comes out is well-formed', async (_, name, bytes) => {
  const [document] = await reader.read(bytes, name);
  const { title, publisher, authors = [] } = document?.stated ?? {};
  const all = [document?.text?.content, title, publisher, ...authors, ...(document?.notes ?? [])];
  expect(document?.text).not.toBeNull();
  expect(all.filter((text) => typeof text === 'string' && !text.isWellFormed())).toEqual([]);
});

test('ten thousand nested divs: every sentence at every depth is read, in order', async () => {
  const sentence = (at: number): string =>
    `Sentence ${at} says that two men were detained in the district of Orlava in March.`;
  const marks = Array.from({ length: 100 }, (_, at) => at);
  const open = marks.map((at) => `${'<div>'.repeat(100)}<p>${sentence(at)}</p>`).join('');
  const close = marks.map((at) => `${'</div>'.repeat(100)}<p>${sentence(100 + at)}</p>`).join('');
  const [document] = await reader.read(utf8(`<html><body>${open}${close}`), 'deep.html');
  expect(document?.text?.content.split('\n\n')).toEqual(Array.from({ length: 200 }, (_, at) => sentence(at)));
  expect(document?.notes.join(' ')).toMatch(/nested deeper than 256/);
});

test('a date in the future is kept and noted; an impossible one is null and noted', async () => {
  const meta = (date: string): Uint8Array =>
    utf8(`<html><meta property="article:published_time" content="${date}"><p>One`);
  const [future] = await reader.read(meta('2099-01-01T10:00:00Z'), 'a.html');
  expect(future?.stated.publishedAt).toBe('2099-01-01');
  expect(future?.notes.join(' ')).toMatch(/future/);
  const [impossible] = await reader.read(meta('2031-02-30'), 'a.html');
  expect(impossible?.stated.publishedAt).toBeNull();
  expect(impossible?.notes.join(' ')).toMatch(/does not exist/);
});

test('a damaged web archive gives what stands before the damage', async () => {
  const record = (id: string): Uint8Array =>
    warcRecord({
      url: `https://a.example/${id}`,
      type: 'text/html',
      status: 200,
      body: '<p>Two detained',
      id,
    });
  const bytes = warcOf([record('1'), record('2')], true);
  const documents = await reader.read(bytes.subarray(0, bytes.length - 40), 'a.warc.gz');
  expect(documents.length).toBeGreaterThanOrEqual(2);
  expect(documents[1]?.text?.content).toBe('Two detained');
});

/** E-mails as programs write them, and saved web pages in MIME form. */
import { afterAll, expect, test } from 'vitest';
import { encodedAs } from '../fixtures/encoded-text.ts';
import { utf8 } from '../fixtures/small-files.ts';
import { openDocumentReader } from '../open-document-reader.ts';

const reader = openDocumentReader({ clock: () => new Date('2031-06-01T00:00:00Z') });
afterAll(() => reader.close());

const HEAD =
  'From: Ana Ruiz <ana@h.example>\r\nTo: desk@h.example\r\nSubject: Two held\r\nDate: Thu, 03 Apr 2031 10:00:00 +0000\r\nMIME-Version: 1.0\r\n';

function mixed(parts: readonly string[], boundary = 'b'): string {
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `${HEAD}Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${body}--${boundary}--\r\n`;
}

test('HTML only: paragraphs kept, the rest of the mail with them', async () => {
  const html =
    '<html><head><style>p{}</style></head><body><p>Two men were detained.</p><blockquote><p>The ministry denies it.</p></blockquote></body></html>';
  const [document] = await reader.read(
    utf8(`${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`),
    'a.eml',
  );
  expect(document?.text?.content).toBe('Two held\n\nTwo men were detained.\n\nThe ministry denies it.');
  expect(document?.stated).toMatchObject({
    kind: 'e-mail',
    authors: ['Ana Ruiz'],
    publishedAt: '2031-04-03',
  });
});

test('an old encoding in quoted-printable', async () => {
  const quoted = [...encodedAs('Задержаны двое.', 'koi8-r')]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
  const [document] = await reader.read(
    utf8(
      `${HEAD}Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}\r\n`,
    ),
    'a.eml',
  );
  expect(document?.text?.content).toBe('Two held\n\nЗадержаны двое.');
});

test('mail in mail in mail: read down to the limit, and the limit is said', async () => {
  let mail = `${HEAD}Content-Type: text/plain\r\n\r\nInnermost.\r\n`;
  for (let depth = 6; depth > 0; depth -= 1) {
    mail = mixed(
      [
        `Content-Type: text/plain\r\n\r\nLevel ${depth}.`,
        `Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=m${depth}.eml\r\n\r\n${mail}`,
      ],
      `b${depth}`,
    );
  }
  const documents = await reader.read(utf8(mail), 'a.eml');
  expect(documents.map(({ text }) => /Level \d/.exec(text?.content ?? '')?.[0])).toEqual([
    'Level 1',
    'Level 2',
    'Level 3',
    'Level 4',
  ]);
  expect(documents.at(-1)?.notes.join(' ')).toMatch(/nested deeper than 3 were not read/);
});

test('attachments above the limit are not read, and the mail says how many', async () => {
  const strict = openDocumentReader({ limits: { attachments: 2 } });
  const parts = ['a', 'b', 'c'].map(
    (name) =>
      `Content-Type: text/plain\r\nContent-Disposition: attachment; filename=${name}.txt\r\n\r\n${name}`,
  );
  const documents = await strict.read(
    utf8(mixed(['Content-Type: text/plain\r\n\r\nTwo men.', ...parts])),
    'a.eml',
  );
  await strict.close();
  expect(documents).toHaveLength(3);
  expect(documents[0]?.notes.join(' ')).toMatch(/first 2 of 3 attachments/);
});

test('a mail without any words still has its attachments', async () => {
  const parts = [
    'Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nTwo men.',
  ];
  const documents = await reader.read(utf8(mixed(parts).replace(/Subject:.*\r\n/, '')), 'a.eml');
  expect(documents.map(({ text, innerName }) => [innerName, text?.content ?? null])).toEqual([
    [null, null],
    ['a.txt', 'Two men.'],
  ]);
});

test('MHTML is the page that was saved, with its address', async () => {
  const html =
    '<html><head><title>Two held</title></head><body><nav><a href="/">Menu</a><a href="/x">More</a></nav><article><h1>Two held</h1><p>Two men were detained in Dvinsk on Tuesday, the Harbour Rights Network said.</p></article></body></html>';
  const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/two\r\nSubject: Two held\r\nDate: Thu, 03 Apr 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="m"\r\n\r\n--m\r\nContent-Type: text/html\r\nContent-Location: https://courier.example/two\r\n\r\n${html}\r\n--m\r\nContent-Type: text/css\r\nContent-Location: https://courier.example/a.css\r\n\r\np{}\r\n--m\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n<p>Frameword in an advertisement</p>\r\n--m--\r\n`;
  const documents = await reader.read(utf8(mhtml), 'a.mhtml');
  expect(documents).toHaveLength(1);
  expect(documents[0]?.text?.content).toBe(
    'Two held\n\nTwo men were detained in Dvinsk on Tuesday, the Harbour Rights Network said.',
  );
  expect(documents[0]?.stated).toMatchObject({
    url: 'https://courier.example/two',
    kind: 'web-page',
    publishedAt: null,
  });
});

test('damaged mails give text or a reason', async () => {
  for (const mail of [
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nTwo men`,
    HEAD,
    `${HEAD}Content-Type: text/html; charset=nonsense\r\n\r\n<p>Two men`,
  ]) {
    const [document] = await reader.read(utf8(mail), 'a.eml');
    expect(document?.text?.content ?? document?.noTextReason).toMatch(/Two/);
  }
});

/** Pictures that a page holds itself, inline and as parts of a saved page; what is small or elsewhere is left out. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readHtmlText } from './html/read-html.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readMail } from './mail/read-mail.ts';
import { heldPictureHash, withSavedPictures } from './picture-hashes.ts';

const picture = Buffer.alloc(5_000, 7);
const hash = createHash('sha256').update(picture).digest('hex');
const inline = `data:image/jpeg;base64,${picture.toString('base64')}`;
const now = new Date('2031-04-02T00:00:00Z');

test.each([
  ['inline', inline, hash],
  ['small', `data:image/png;base64,${Buffer.alloc(90).toString('base64')}`, null],
  ['not base64', 'data:image/svg+xml,%3Csvg/%3E', null],
  ['elsewhere', 'https://courier.example/a.jpg', null],
  ['absent', undefined, null],
])('%s', (_, src, expected) => expect(heldPictureHash(src)).toBe(expected));

test('a page keeps the hash of a picture that stands in it, and no other field changes', () => {
  const words = 'Six weavers were killed in Kessar on Monday, the union said in a long statement. '.repeat(6);
  const html = (src: string) =>
    `<html><body><article><p>${words}</p><img src="${src}"><p>${words}</p></article></body></html>`;
  const options = { notes: [], now, limits: DEFAULT_LIMITS, mediaType: 'text/html' };
  expect(readHtmlText(html(inline), options).trail?.imageHashes).toEqual([hash]);
  expect(readHtmlText(html('https://courier.example/a.jpg'), options).trail).not.toHaveProperty(
    'imageHashes',
  );
});

test('a page saved as MHTML keeps the hashes of its picture parts', async () => {
  const mail = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://courier.example/a',
    'Subject: Six killed',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="part"',
    '',
    '--part',
    'Content-Type: text/html; charset=utf-8',
    'Content-Location: https://courier.example/a',
    '',
    '<html><body><article><p>Six weavers were killed in Kessar.</p></article></body></html>',
    '--part',
    'Content-Type: image/jpeg',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://courier.example/a.jpg',
    '',
    picture.toString('base64').replace(/.{76}/gu, '$&\r\n'),
    '--part--',
    '',
  ].join('\r\n');
  const { reading } = await readMail(new TextEncoder().encode(mail), { charset: null, now }, DEFAULT_LIMITS);
  expect(reading.trail?.imageHashes).toEqual([hash]);
});

test('parts that are no pictures change nothing', () => {
  expect(withSavedPictures(null, [{ mimeType: 'text/css', bytes: picture }])).toBe(null);
});

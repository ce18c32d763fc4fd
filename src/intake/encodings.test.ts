/** Encodings: declared, undeclared, wrongly declared. */
import { expect, test } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';
import { encodedAs, utf16Of } from './fixtures/encoded-text.ts';
import { openDocumentReader } from './open-document-reader.ts';

const RUSSIAN =
  'Военные в городе Двинск задержали не менее двадцати шести человек, сообщила газета. Министерство отрицает это.';
const FRENCH =
  'Les autorités ont arrêté vingt-six personnes à Dvinsk, selon le réseau. Le ministère a démenti « tout cela ».';
const ENGLISH = 'They said “nobody was held” in the café – the ministry’s words.';
const POLISH = 'Zażółć gęślą jaźń: władze zatrzymały dwudziestu sześciu mężczyzn.';
const ARABIC = 'نفت وزارة الداخلية التقرير وقالت إن المبنى كان خاليا منذ سنوات';

const page = (text: string, charset: string | null, lang = ''): string =>
  `<html${lang === '' ? '' : ` lang="${lang}"`}><head>${charset === null ? '' : `<meta charset="${charset}">`}</head><body><p>${text}</p></body></html>`;

test.each<readonly [string, string, string]>([
  ['koi8-r', 'koi8-r', RUSSIAN],
  ['ibm866', 'ibm866', RUSSIAN],
  ['windows-1251', 'windows-1251', RUSSIAN],
  ['windows-1252', 'windows-1252', FRENCH],
  ['windows-1252 with quotation marks', 'windows-1252', ENGLISH],
])('%s without declaration is guessed, and said', (_, label, text) => {
  const decoded = decodeBytes(encodedAs(text, label), null, null);
  expect(decoded.text).toBe(text);
  expect(decoded.encoding).toBe(label);
  expect(decoded.notes.join(' ')).toMatch(/No encoding declared.*a guess/);
});

test.each<readonly [string, string, string]>([
  ['koi8-r', 'koi8-r', RUSSIAN],
  ['windows-1251', 'windows-1251', RUSSIAN],
  ['windows-1250', 'windows-1250', POLISH],
  ['windows-1256', 'windows-1256', ARABIC],
  ['iso-8859-1', 'windows-1252', FRENCH],
])('%s as the page declares it', async (declared, label, text) => {
  const reader = openDocumentReader();
  const [document] = await reader.read(encodedAs(page(text, declared), label), 'a.html');
  await reader.close();
  expect(document?.text?.content).toBe(text);
  expect(document?.notes).toEqual([]);
});

test.each<readonly [string, string, string, string]>([
  ['windows-1251 declared as utf-8', 'windows-1251', RUSSIAN, 'utf-8'],
  ['koi8-r declared as utf-8', 'koi8-r', RUSSIAN, 'utf-8'],
  ['koi8-r declared as iso-8859-1', 'koi8-r', RUSSIAN, 'iso-8859-1'],
  ['windows-1251 declared as windows-1252', 'windows-1251', RUSSIAN, 'windows-1252'],
  ['windows-1251 declared as koi8-r', 'windows-1251', RUSSIAN, 'koi8-r'],
])('%s', async (_, label, text, declared) => {
  const reader = openDocumentReader();
  const [document] = await reader.read(encodedAs(page(text, declared, 'ru'), label), 'a.html');
  await reader.close();
  expect(document?.text?.content).toBe(text);
  expect(document?.notes.join(' ')).toMatch(/Declared .* a guess/);
});

test.each([
  ['little endian', false, 'utf-16le'],
  ['big endian', true, 'utf-16be'],
])('utf-16 without mark, %s', (_, isBigEndian, encoding) => {
  const english = decodeBytes(utf16Of(ENGLISH, isBigEndian), null, null);
  expect([english.text, english.encoding]).toEqual([ENGLISH, encoding]);
  const russian = decodeBytes(utf16Of(RUSSIAN, isBigEndian), null, null);
  expect([russian.text, russian.encoding]).toEqual([RUSSIAN, encoding]);
});

test('utf-16 pages and texts without mark are read by the door, in any script', async () => {
  const reader = openDocumentReader();
  const [html] = await reader.read(utf16Of(page(RUSSIAN, null), false), 'a.html');
  const [plain] = await reader.read(utf16Of(RUSSIAN, false), 'a.txt');
  await reader.close();
  expect(html?.text?.content).toBe(RUSSIAN);
  expect(plain?.text?.content).toBe(RUSSIAN);
});

/** Tables from disk: separators, encodings, quotes, workbooks with all their oddities, and what is refused. Invented people. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { utf8, zipOf } from '../fixtures/small-files.ts';
import { workbookOf } from '../fixtures/small-workbook.ts';
import { openListFiles } from './open-list-files.ts';
import { dayOfSerial } from './sheet-rows.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'onrecord-tables-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function read(
  name: string,
  bytes: Uint8Array,
  asked: { readonly sheet?: string; readonly encoding?: string } = {},
) {
  const path = join(dir, name);
  await writeFile(path, bytes);
  const file = await openListFiles().open(path, asked.encoding ?? null);
  const rows: (readonly [number, ...string[]])[] = [];
  for await (const { row, cells } of file.rows(asked.sheet ?? null)) rows.push([row, ...cells]);
  return { rows, notes: file.notes(), file };
}

const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
const RUSSIAN = 'Номер;Имя;Село\n1;Одриска Вельмане;Орса у реки\n2;Тарн Белиско;Велин за лесом\n';
const RUSSIAN_ROWS = [
  [1, 'Номер', 'Имя', 'Село'],
  [2, '1', 'Одриска Вельмане', 'Орса у реки'],
  [3, '2', 'Тарн Белиско', 'Велин за лесом'],
];

test.each<readonly [string, Uint8Array, RegExp | null]>([
  ['UTF-8', utf8(RUSSIAN), null],
  ['UTF-8 with a mark', utf8(`\uFEFF${RUSSIAN}`), null],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${RUSSIAN}`, 'utf16le'), null],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${RUSSIAN}`, 'utf16le').swap16(), null],
  ['UTF-16 without a mark', Buffer.from(RUSSIAN.replaceAll('Имя', 'Имя x y z'), 'utf16le'), /utf-16le/],
  ['windows-1251', cp1251(RUSSIAN), /windows-1251, a guess/],
  ['line ends of Windows', utf8(RUSSIAN.replaceAll('\n', '\r\n')), null],
])('a text table in %s', async (_, bytes, note) => {
  const { rows, notes } = await read('list.csv', bytes);
  expect(rows.slice(1)).toEqual(RUSSIAN_ROWS.slice(1));
  expect(notes).toContain('Cells are separated by semicolons.');
  if (note !== null) expect(notes.join(' ')).toMatch(note);
});

test('an encoding that is named is used', async () => {
  const { rows } = await read('list.csv', cp1251('Имя\nЯ'), { encoding: 'windows-1251' });
  expect(rows).toEqual([
    [1, 'Имя'],
    [2, 'Я'],
  ]);
  await expect(read('list.csv', utf8('a'), { encoding: 'martian' })).rejects.toMatchObject({
    code: 'bad-usage',
  });
});

test.each([
  ['comma', ','],
  ['tab', '\t'],
  ['bar', '|'],
])('cells separated by %s, with quotes, line ends in cells and empty rows', async (_, sign) => {
  const text = ['No', 'Name', 'Note'].join(sign);
  const cell = `"first ""line""\nsecond${sign} line"`;
  const { rows } = await read('list.csv', utf8(`${text}\n1${sign}Ana${sign}${cell}\n\n3${sign}Ida${sign}`));
  expect(rows).toEqual([
    [1, 'No', 'Name', 'Note'],
    [2, '1', 'Ana', `first "line"\nsecond${sign} line`],
    [4, '3', 'Ida', ''],
  ]);
});

test('a quotation mark that is never closed is told with its row', async () => {
  await expect(read('list.csv', utf8('No,Name\n1,Ana\n2,"Ida\n3,Tarn\n'))).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringContaining('after row 2'),
    faults: [{ path: 'row 3' }],
  });
});

const SHEET = `
 <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Died</t></is></c><c r="D1" t="str"><v>Village</v></c></row>
 <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" s="1"><v>44259</v></c><c r="D2" t="s"><v>3</v></c></row>
 <row r="3" hidden="1"><c r="A3"><v>2</v></c><c r="B3" t="str"><f>B2&amp;"x"</f><v>Tarn &amp; Belisko</v></c><c r="C3" s="2"><v>44260.75</v></c></row>
 <row r="5"><c r="A5"><v>3.5</v></c><c r="C5" s="3"><v>12</v></c><c r="D5" t="e"><v>#N/A</v></c></row>
 <row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6"><f>1/0</f></c><c r="C6" s="1"><v>60</v></c></row>
 <row r="7"/>`;
const STRINGS = [
  '<t>No</t>',
  '<r><t>Na</t></r><r><rPr><b/></rPr><t>me</t></r>',
  '<t xml:space="preserve"> Odriska </t><rPh sb="0" eb="1"><t>read aloud</t></rPh>',
  '<t>Orsa</t>',
];
const MERGED = '<mergeCells count="2"><mergeCell ref="D2:D5"/><mergeCell ref="A1:B1"/></mergeCells>';

test('a workbook: shared and inline texts, dates, formulas, merged cells, hidden rows', async () => {
  const bytes = workbookOf({
    sheets: [
      { name: 'List', rows: SHEET, after: MERGED },
      { name: 'Legend', rows: '<row><c t="inlineStr"><is><t>About</t></is></c></row>' },
    ],
    strings: STRINGS,
  });
  const { rows, notes, file } = await read('list.xlsx', bytes);
  expect(rows).toEqual([
    [1, 'No', 'Name', 'Died', 'Village'],
    [2, '1', ' Odriska ', '2021-03-04', 'Orsa'],
    [3, '2', 'Tarn & Belisko', '2021-03-05', 'Orsa'],
    [5, '3.5', '', '12', 'Orsa'],
    [6, 'TRUE', '', '1900-02-29'],
  ]);
  expect(file.sheets).toEqual(['List', 'Legend']);
  expect(file.numbersAreDays).toBe(true);
  expect(notes).toEqual([
    'The first of 2 sheets was read (“List”); name another with --sheet.',
    '2 cells are formulas; the values that were last computed were taken.',
    '1 formulas were never computed: open the workbook, save it, and read it again.',
    '1 areas are merged downwards; each of their rows was read with the value of the first.',
    '1 hidden rows were read, too.',
    '1 cells hold 29 February 1900, a day that workbooks know and calendars do not.',
  ]);
  expect((await read('list.xlsx', bytes, { sheet: 'Legend' })).rows).toEqual([[1, 'About']]);
  await expect(read('list.xlsx', bytes, { sheet: 'Other' })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('List, Legend'),
  });
});

test('a workbook that counts days from 1904', async () => {
  const sheets = [{ name: 'List', rows: '<row r="1"><c r="A1" s="1"><v>42797</v></c></row>' }];
  expect((await read('list.xlsx', workbookOf({ sheets, from1904: true }))).rows).toEqual([[1, '2021-03-04']]);
});

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [60, false, '1900-02-29'],
  [61, false, '1900-03-01'],
  [44259, false, '2021-03-04'],
  [2958465, false, '9999-12-31'],
  [2958466, false, null],
  [0, false, null],
  [0, true, '1904-01-01'],
  [-1, true, null],
])('day %i (from 1904: %s) is %s', (serial, from1904, day) =>
  expect(dayOfSerial(serial, from1904)).toBe(day),
);

test.each<readonly [string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'unreadable-file'],
  ['a workbook from before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unreadable-file'],
  ['a zip that is no workbook', zipOf({ 'a.txt': utf8('x') }), 'unreadable-file'],
  [
    'a cut workbook',
    workbookOf({ sheets: [{ name: 'List', rows: SHEET }] }).subarray(0, 900),
    'unreadable-file',
  ],
  ['bytes that are no text', Buffer.alloc(4000), 'unreadable-file'],
])('%s is refused with what to do', async (_, bytes, code) => {
  await expect(read('list.bin', bytes)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/\.$/),
  });
});

test('a part that claims another size than it has is refused', async () => {
  const honest = workbookOf({ sheets: [{ name: 'List', rows: SHEET }], strings: STRINGS });
  const lying = Buffer.from(honest);
  // The unpacked size of every part, in both places where a zip states it.
  for (const [mark, at] of [
    ['PK\x03\x04', 22],
    ['PK\x01\x02', 24],
  ] as const)
    for (
      let place = lying.indexOf(mark, 0, 'latin1');
      place >= 0;
      place = lying.indexOf(mark, place + 4, 'latin1')
    )
      lying.writeUInt32LE(7, place + at);
  await expect(read('list.xlsx', lying)).rejects.toMatchObject({ code: 'unreadable-file' });
});

test('a file that is not there is told', async () => {
  await expect(openListFiles().open(join(dir, 'none.csv'), null)).rejects.toMatchObject({
    code: 'not-found',
  });
});

/** Tables and records of others: lists of people, exports of other programs, files of onrecord itself. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCaptureHistories } from '../../../src/exchange/capture-histories.ts';
import { readCountSheet } from '../../../src/exchange/count-sheet.ts';
import { kessarFile } from '../../../src/exchange/fixtures/kessar-file.ts';
import { readEntities } from '../../../src/exchange/followthemoney/ftm-entity.ts';
import { FOLLOW_THE_MONEY } from '../../../src/exchange/followthemoney/ftm-format.ts';
import { URN_BASE } from '../../../src/exchange/format.ts';
import { IMPORT_FORMATS } from '../../../src/exchange/imports/import-formats.ts';
import { readRecordFile } from '../../../src/exchange/record-file/read-record-file.ts';
import { readSpreadsheet, SPREADSHEET } from '../../../src/exchange/spreadsheet/spreadsheet-format.ts';
import { readAnnotations } from '../../../src/exchange/web-annotation/read-annotations.ts';
import { WEB_ANNOTATION } from '../../../src/exchange/web-annotation/web-annotation-format.ts';
import { workbookOf } from '../../../src/intake/fixtures/small-workbook.ts';
import { openListFiles } from '../../../src/intake/lists/open-list-files.ts';
import { type FuzzTarget, inputs, type ReadInput, textIn, told } from '../fuzz-target.ts';

/** Rows that are read of a list: a small file that gives more without end is found by its time. */
const MOST_ROWS = 200_000;

async function listReader(fileName: string, bytesOf: (bytes: Uint8Array) => Uint8Array): Promise<ReadInput> {
  const path = join(mkdtempSync(join(tmpdir(), 'onrecord-fuzz-list-')), fileName);
  return async (bytes) => {
    writeFileSync(path, bytesOf(bytes));
    const file = await openListFiles().open(path, null);
    let rows = 0;
    for await (const _ of file.rows(file.sheets[0] ?? null)) {
      rows += 1;
      if (rows > MOST_ROWS) break;
    }
    return file.notes();
  };
}

const contentsOf = (exported: {
  readonly files: readonly { readonly path: string }[];
}): ReadonlyMap<string, string> =>
  new Map(
    exported.files.flatMap((file) =>
      'content' in file && typeof file.content === 'string' ? [[file.path, file.content]] : [],
    ),
  );

const JSON_WORDS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  'null',
  'true',
  '1e999',
  '-0',
  '"id":',
  '"__proto__":',
  '"constructor":',
  '\\u0000',
  '\\ud800',
  '""',
  '0.1',
];
const CSV_WORDS = [
  ',',
  ';',
  '\t',
  '"',
  '""',
  '\r\n',
  '\n',
  '2021-03-04',
  'https://x.example',
  'javascript:x',
  'Title',
  'id,title,description,source_link,publish_date\n',
  'Link,Archive status\n',
];
const CELLS =
  '<row> </row> <c t="s"> <c t="inlineStr"> <c t="b"> <c t="d"> <c t="e"> <c s="1"> <v> </v> <is> <t> <f> r="A1" r="XFD1048576" r="AAAAAAAA1" <mergeCell ref="A1:A9999999"/> <mergeCells> &xxe; <!DOCTYPE <si>'.split(
    ' ',
  );

function readImport(bytes: Uint8Array): readonly string[] {
  const content = textIn(bytes);
  return IMPORT_FORMATS.flatMap((format) => {
    const read = format.read(content);
    return read.ok ? read.notTaken.map(({ why }) => why) : told(read.faults);
  });
}

function readRecordTexts(bytes: Uint8Array): readonly string[] {
  const content = textIn(bytes);
  const read = readRecordFile(content);
  const annotations = readAnnotations(content);
  return [...(read.ok ? [] : told(read.faults)), ...(annotations.ok ? [] : told(annotations.faults))];
}

/** The same kinds of things, one of each. */
function shortRecord(): string {
  const short = Object.entries(kessarFile()).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.slice(0, name === 'claims' ? 1 : 2) : value,
  ]);
  return JSON.stringify(Object.fromEntries(short));
}

/** One of the tables is bent, the others stay: the first letters name it. */
function spreadsheetReader(): ReadInput {
  const whole = contentsOf(SPREADSHEET.render(kessarFile(), { base: URN_BASE }));
  const names = [...whole.keys()];
  return (bytes) => {
    const bent = names[(bytes[0] ?? 0) % names.length];
    const read = readSpreadsheet((path) =>
      path === bent ? textIn(bytes.subarray(1)) : (whole.get(path) ?? null),
    );
    return read.ok ? [] : told(read.faults);
  };
}

export const TABLE_TARGETS: readonly FuzzTarget[] = [
  {
    name: 'list-csv',
    words: CSV_WORDS,
    seeds: async () => [
      ...inputs('Name,Age,Died\nOdriska,34,2021-03-04\n"Tarn, B.",,\n', 'Имя;Возраст\nОдриска;34\n'),
      Buffer.from('\ufeffName\tAge\nA\t1\n', 'utf16le'),
    ],
    open: () => listReader('list.csv', (bytes) => bytes),
  },
  {
    name: 'list-xlsx-xml',
    words: CELLS,
    seeds: async () =>
      inputs(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" s="1"><v>44259</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="b"><v>1</v></c></row>',
      ),
    open: () =>
      listReader('list.xlsx', (bytes) => {
        const text = textIn(bytes);
        const sheets = [
          { name: 'List', rows: text, after: '<mergeCells><mergeCell ref="A1:A4"/></mergeCells>' },
        ];
        return workbookOf({ sheets, strings: [text.slice(0, 300)] });
      }),
  },
  {
    name: 'list-xlsx-zip',
    words: ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'xl/workbook.xml', '\xff\xff\xff\xff'],
    seeds: async () => [workbookOf({ sheets: [{ name: 'A', rows: '<row><c><v>1</v></c></row>' }] })],
    open: () =>
      listReader('list.xlsx', (bytes) =>
        bytes[0] === 80 ? bytes : Buffer.concat([Buffer.from('PK\x03\x04'), bytes]),
      ),
  },
  {
    name: 'imports',
    words: [
      ...CSV_WORDS,
      ...JSON_WORDS,
      '"schema":"Article"',
      '"properties":',
      'Title,Date added,Template\n',
    ],
    seeds: async () => [
      ...inputs(
        'id,title,description,source_link,publish_date\n17,Market of Velm,"Shells fell.",https://posts.example/17,2020-05-06T00:00\n',
        'Title,Date added,Template,Description\nCase of Dol,2024-02-01,Case,What is told.\n',
        'Link,Archive status,Archive location,Upload timestamp,Upload title,Text content\nhttps://p.example/1,success,https://k.example/1,2021-03-04T10:00:00+00:00,Smoke,"Two\nlines"\n',
        '{"id":"a-1","schema":"Article","properties":{"title":["Raid"],"publishedAt":["2017-04-01"],"bodyText":["Words."]}}\n{"id":"p-1","schema":"Person","properties":{"name":["Ana"]}}\n',
      ),
    ],
    open: async () => readImport,
  },
  {
    name: 'ftm-entities',
    words: JSON_WORDS,
    seeds: async () => {
      const whole = contentsOf(FOLLOW_THE_MONEY.render(kessarFile(), { base: URN_BASE }));
      return [
        ...[...whole.values()].flatMap((text) => inputs(text.slice(0, 20_000))),
        ...inputs('{"id":"p-1","schema":"Person","properties":{"name":["Ana"],"birthDate":["1990"]}}\n'),
      ];
    },
    open: async () => (bytes) => {
      const read = readEntities(textIn(bytes));
      return read.ok ? [] : told(read.faults);
    },
  },
  {
    name: 'record-json',
    words: JSON_WORDS,
    seeds: async () => [
      ...inputs(
        JSON.stringify(kessarFile()),
        shortRecord(),
        '{"format":"onrecord-record-1"}',
        '[{"type":"Annotation","target":{"selector":[{"type":"TextQuoteSelector","exact":"x"}]}}]',
      ),
      ...[...contentsOf(WEB_ANNOTATION.render(kessarFile(), { base: URN_BASE })).values()].flatMap((text) =>
        inputs(text),
      ),
    ],
    open: async () => readRecordTexts,
  },
  {
    name: 'record-csv',
    words: CSV_WORDS,
    seeds: async () =>
      [...contentsOf(SPREADSHEET.render(kessarFile(), { base: URN_BASE })).values()].map((text, at) =>
        Buffer.concat([Buffer.of(at), Buffer.from(text)]),
      ),
    open: async () => spreadsheetReader(),
  },
  {
    name: 'count-sheets',
    words: CSV_WORDS,
    seeds: async () =>
      inputs(
        'list_a,list_b,list_c,count\n1,0,0,27\n1,1,0,15\n0,1,1,3\n',
        'region,year,count\nDol,2021,4\n,2021,4\n',
      ),
    open: async () => (bytes) => {
      readCountSheet(textIn(bytes), 'counts.csv');
      readCaptureHistories(textIn(bytes), 'histories.csv');
      return [];
    },
  },
];

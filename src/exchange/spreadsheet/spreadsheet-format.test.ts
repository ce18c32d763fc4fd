import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedFile } from '../fixtures/invented-file.ts';
import { kessarFile } from '../fixtures/kessar-file.ts';
import { URN_BASE } from '../format.ts';
import type { RecordFile } from '../record-file/record-file.ts';
import { cellText, safeCell } from '../tables/csv-cell.ts';
import { readCsv } from '../tables/read-csv.ts';
import { readSpreadsheet, SPREADSHEET } from './spreadsheet-format.ts';

function textsOf(file: RecordFile): ReadonlyMap<string, string> {
  const { files } = SPREADSHEET.render(file, { base: URN_BASE });
  return new Map(files.map((one) => [one.path, 'content' in one ? one.content : '']));
}

test('export, then import, is the same record', () => {
  fc.assert(
    fc.property(inventedFile, (file) => {
      const texts = textsOf(file);
      expect(readSpreadsheet((name) => texts.get(name) ?? null)).toEqual({ ok: true, file });
    }),
    { numRuns: 60 },
  );
});

test('no cell begins as a formula does, whatever the words', () => {
  fc.assert(
    fc.property(inventedFile, (file) => {
      for (const [name, content] of textsOf(file)) {
        if (!name.endsWith('.csv')) continue;
        const read = readCsv(content);
        if (!read.ok) throw new Error(JSON.stringify(read.faults));
        for (const { cells } of read.rows)
          for (const cell of Object.values(cells).filter((one) => !/^-?\d+(\.\d+)?$/u.test(one)))
            expect(cell).not.toMatch(/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u);
      }
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  ["O'Neill", "O'Neill"],
  ["'quoted'", "'quoted'"],
  ['5 - 3', '5 - 3'],
])('%s stands as %s, and comes back', (text, cell) => {
  expect(safeCell(text)).toBe(cell);
  expect(cellText(cell)).toBe(text);
});

test('the way back is exact for every text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-'=+@\t\r\nx＝]*$/), (text) => {
      expect(cellText(safeCell(text))).toBe(text);
    }),
  );
});

test('the description names every file, column and key', () => {
  const texts = textsOf(kessarFile());
  const described = JSON.parse(texts.get('datapackage.json') ?? '') as {
    resources: {
      path: string;
      schema: { fields: { name: string; description: string }[]; foreignKeys: unknown[] };
    }[];
  };
  expect(described.resources.map(({ path }) => path).toSorted()).toEqual(
    [...texts.keys()].filter((name) => name.endsWith('.csv')).toSorted(),
  );
  for (const { path, schema } of described.resources) {
    const read = readCsv(texts.get(path) ?? '');
    expect(read.ok && read.head).toEqual(schema.fields.map(({ name }) => name));
    expect(schema.fields.every(({ description }) => description.length > 2)).toBe(true);
  }
});

test('a row too long, a column missing and a file missing are told with their places', () => {
  expect(readCsv('a,b\r\n1,2\r\n\r\n"x\r\ny",2,3\r\n')).toEqual({
    ok: false,
    faults: [{ path: 'line 4', message: 'has 3 cells, and the head has 2' }],
  });
  const texts = new Map(textsOf(kessarFile()));
  texts.delete('claims.csv');
  texts.set('actors.csv', 'id\r\n');
  const read = readSpreadsheet((name) => texts.get(name) ?? null);
  expect(!read.ok && read.faults).toEqual([
    { path: 'actors.csv line 1', message: 'has no column "kind"' },
    { path: 'actors.csv line 1', message: 'has no column "shown_name"' },
    { path: 'claims.csv', message: 'is not in the folder' },
  ]);
});

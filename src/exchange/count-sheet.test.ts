/** Tables of counts from CSV: both shapes, signs for withheld numbers, every fault at once, and what is written back. */
import { expect, test } from 'vitest';
import type { OnRecordError } from '../record/onrecord-error.ts';
import { readCountSheet, writeCountSheet } from './count-sheet.ts';

test('long and crossed tables say the same', () => {
  const long = readCountSheet(
    'state,answer,count\nAldland,yes,3\nAldland,no,1 200\nBorland,yes,x\nBorland,no,7\n',
    'a.csv',
  );
  const crossed = readCountSheet('state \\ answer;yes;no\nAldland;3;1 200\nBorland;–;7\n', 'b.csv');
  expect([...long.cells].map(([key, { count }]) => [key, count])).toEqual([
    ['Aldland\tyes', 3],
    ['Aldland\tno', 1200],
    ['Borland\tyes', null],
    ['Borland\tno', 7],
  ]);
  expect([...crossed.cells].map(([key, { count }]) => [key, count])).toEqual(
    [...long.cells].map(([key, { count }]) => [key, count]),
  );
  expect(crossed.axes).toEqual(long.axes);
});

test.each(['', '-', '–', '*', '×', 'x', ':', '..', '…', 'n/a', '<5'])(
  '“%s” stands for a withheld number',
  (sign) => {
    expect(readCountSheet(`state,count\nAldland,${sign}\n`, 'a.csv').cells.get('Aldland')?.count).toBeNull();
  },
);

test('people behind applications are read', () => {
  const sheet = readCountSheet('state,count,people\nAldland,6,2\n', 'a.csv');
  expect(sheet.cells.get('Aldland')).toEqual({ count: 6, people: 2 });
});

test('all faults are told, without the counts', () => {
  const text = 'state,count\nAldland,-77\nAldland,8\nBorland,9.5\nCorland\n';
  try {
    readCountSheet(text, 'a.csv');
    expect.unreachable();
  } catch (error) {
    const { faults } = error as OnRecordError;
    expect(faults.map(({ path }) => path)).toEqual(['line 2, count', 'line 3', 'line 4, count', 'line 5']);
    expect(JSON.stringify(faults)).not.toMatch(/77|9\.5/u);
  }
});

test('an empty file is refused', () => {
  expect(() => readCountSheet('', 'a.csv')).toThrow(/a\.csv/u);
});

test('what is written is read again, and no label becomes a formula', () => {
  const written = writeCountSheet({
    axes: ['state'],
    rows: [
      { labels: ['=1+1'], count: 12 },
      { labels: ['north, "old"'], count: null },
    ],
  });
  expect(written).toBe('state,count\r\n\'=1+1,12\r\n"north, ""old""",\r\n');
  const cells = [...readCountSheet(written, 'a.csv').cells];
  expect(cells.map(([key, { count }]) => [key, count])).toEqual([
    ["'=1+1", 12],
    ['north, "old"', null],
  ]);
});

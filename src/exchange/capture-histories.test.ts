import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OnRecordError } from '../record/onrecord-error.ts';
import { readCaptureHistories } from './capture-histories.ts';

function faultsOf(text: string): readonly string[] {
  try {
    readCaptureHistories(text, 'lists.csv');
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    expect(error.code).toBe('invalid-record');
    return error.faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  }
  return [];
}

test('counts of histories, people one by one, and draws', () => {
  const counted = readCaptureHistories(
    '\ufeffA,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,1,6\n0,0,0,0\n',
    'x',
  );
  expect(counted).toEqual({
    tables: [{ lists: ['A', 'B', 'C'], counts: [0, 40, 30, 0, 20, 0, 0, 6] }],
    drawn: false,
  });
  const people = readCaptureHistories('id,A,B,C\np1,1,0,0\np2,1,0,1\np3,1,0,0\np4,0,1,1\n', 'x');
  expect(people.tables[0]?.counts).toEqual([0, 2, 0, 0, 0, 1, 1, 0]);
  const drawn = readCaptureHistories('draw,A,B,count\n1,1,0,5\n1,0,1,6\n2,1,0,4\n2,0,1,5\n2,1,1,1\n', 'x');
  expect(drawn.drawn).toBe(true);
  expect(drawn.tables.map(({ counts }) => counts)).toEqual([
    [0, 5, 6, 0],
    [0, 4, 5, 1],
  ]);
});

test('all faults at once, each with its line', () => {
  const faults = faultsOf(
    'A,B,C,count\n1,0,0,-4\n0,1,0,2.5\n0,0,2,7\n1,1,0\n0,0,0,9\n1,0,1,3\n1,0,1,4\n1,1,1,many\n',
  );
  expect(faults).toEqual([
    expect.stringMatching(/^line 2, count: is negative/),
    expect.stringMatching(/^line 3, count: is a fraction/),
    expect.stringMatching(/^line 4, C: must be 1/),
    expect.stringMatching(/^line 5: has 3 cells where there are 4 columns/),
    expect.stringMatching(/^line 6: counts people on no list/),
    expect.stringMatching(/^line 8: has the same history as line 7/),
    expect.stringMatching(/^line 9, count: must be a whole number/),
    expect.stringMatching(/^A, C: hold the same people/),
    expect.stringMatching(/^List B holds fewer than 5 people/),
    expect.stringMatching(/^No person ties/),
  ]);
});

test('seven lists of which two are identical', () => {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const on = [i % 2, (i >> 1) % 2, (i >> 2) % 2, i % 3 === 0 ? 1 : 0, (i >> 3) % 2, (i >> 4) % 2];
    return [...on, on[0]].join(',');
  }).filter((row) => row.includes('1'));
  expect(faultsOf(`A,B,C,D,E,F,G\n${rows.join('\n')}\n`)).toEqual([
    expect.stringMatching(/^A, G: hold the same people/),
  ]);
});

test.each([
  ['', /holds no row/],
  ['A,A,B,count\n1,0,0,4\n', /the name A stands there twice/],
  ['A,,B\n1,0,0\n', /column 2: has no name/],
  [`${Array.from({ length: 13 }, (_, i) => `L${i}`).join(',')}\n`, /names 13 lists; 12 is the most/],
  ['id,A,B,C\np1,1,0,0\np1,0,1,0\n', /^line 3, id: stands in an earlier row/],
  ['A,B,C\n"1,0,0\n', /^line 2: has a quotation mark that is never closed/],
])('%j', (text, fault) => {
  expect(faultsOf(text)).toContainEqual(expect.stringMatching(fault));
});

test('faults are told up to a bound, the number of the others with them', () => {
  const faults = faultsOf(`A,B,C,count\n${'1,0,0,-1\n'.repeat(300)}`);
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)).toMatch(/and \d+ more faults/);
});

test('any text is either a table or faults, never something else', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        readCaptureHistories(text, 'x');
      } catch (error) {
        expect(error).toBeInstanceOf(OnRecordError);
      }
    }),
  );
});

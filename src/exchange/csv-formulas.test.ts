import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedFile } from './fixtures/invented-file.ts';
import { URN_BASE } from './format.ts';
import { EXCHANGE_FORMATS } from './formats.ts';
import { readCsv } from './tables/read-csv.ts';

/** The text of FollowTheMoney's statements is read by programs alone, and says so; a mark before a word would change it. */
const FOR_PROGRAMS = /statements\.csv$/u;

test('no CSV file of any format has a cell that a spreadsheet takes for a formula', () => {
  let cells = 0;
  const formats = new Set<string>();
  fc.assert(
    fc.property(inventedFile, (file) => {
      for (const format of EXCHANGE_FORMATS)
        for (const written of format.render(file, { base: URN_BASE }).files) {
          if (!written.path.endsWith('.csv') || FOR_PROGRAMS.test(written.path)) continue;
          if (!('content' in written) || typeof written.content !== 'string') continue;
          formats.add(format.name);
          const read = readCsv(written.content);
          if (!read.ok) throw new Error(JSON.stringify(read.faults));
          for (const cell of read.rows.flatMap((row) => Object.values(row.cells))) {
            cells += 1;
            if (!/^-?\d+(\.\d+)?$/u.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
          }
        }
    }),
    { numRuns: 8 },
  );
  expect(cells).toBeGreaterThan(100);
  expect([...formats].toSorted()).toEqual(['acled', 'csv', 'huridocs', 'ucdp']);
});

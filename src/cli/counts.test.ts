/** The command as a person types it: what it withholds, writes and refuses, and that no withheld count is ever printed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Options } from './command.ts';
import { counts } from './counts.ts';
import { runAlone } from './fixtures/lone-call.ts';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(args: readonly string[], options: Options = {}, json = false) {
  const { exit, out, documents } = await runAlone(counts, folder, args, options, json);
  return { exit, out, document: documents[0] as Checked };
}

interface Checked {
  readonly tables: readonly {
    readonly rows: readonly { readonly labels: readonly string[]; readonly count: number | null }[];
  }[];
  readonly intervals: readonly {
    readonly labels: readonly string[];
    readonly low: number;
    readonly high: number | null;
  }[];
  readonly changes: readonly { readonly recovered: boolean }[];
  readonly cost: number;
  readonly leastCost: number;
}

const JUNE =
  'state \\ answer,granted,refused,silent,total\nAldland,3,21,17,41\nBorland,14,9,26,49\nCorland,11,33,8,52\ntotal,28,63,51,142\n';
const JULY = JUNE.replace('14,9,26,49', '14,10,26,50').replace('28,63,51,142', '28,64,51,143');

test('few people are withheld, the result is written, and the next month is held against it', async () => {
  const publicFile = join(folder, 'public.csv');
  const { exit, out } = await run(['check', file('june.csv', JUNE)], { out: publicFile });
  expect(exit).toBe(0);
  expect(out).toMatch(/Aldland +× +21 +× +41/u);
  expect(out).toMatch(/the\s+least\s+possible/u);
  expect(readFileSync(publicFile, 'utf8')).toContain('Aldland,granted,\r\n');
  expect(readFileSync(publicFile, 'utf8')).not.toMatch(/,3\r/u);
  await expect(run(['check', file('june.csv', JUNE)], { out: publicFile })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  const july = await run(['check', file('july.csv', JULY)], { earlier: [publicFile] }, true);
  const cell = july.document.tables[0]?.rows.find(({ labels }) => labels.join(' ') === 'Borland refused');
  expect(cell?.count).toBeNull();
  expect(july.document.changes.filter(({ recovered }) => recovered)).toEqual([]);
});

test('JSON holds no withheld count', async () => {
  const { document } = await run(['check', file('june.csv', JUNE)], {}, true);
  const withheld = document.tables[0]?.rows
    .filter(({ count }) => count === null)
    .map(({ labels }) => labels.join(' '));
  expect(withheld).toEqual(['Aldland granted', 'Aldland silent', 'Corland granted', 'Corland silent']);
  expect([document.cost, document.leastCost]).toEqual([36, 36]);
  for (const { low, high } of document.intervals) expect((high ?? 99) - low).toBeGreaterThanOrEqual(5);
  expect(JSON.stringify(document.tables)).not.toMatch(/"count":(?:3|17|11|8)[,}]/u);
});

test('a sensitive axis, a group and a rounded table are read as said', async () => {
  const long =
    'state,answer,count\nAldland,granted,12\nBorland,granted,20\nBorland,refused,9\nCorland,granted,30\nCorland,refused,11\nAldland,refused,0\nnorth,granted,32\nnorth,refused,9\n';
  const { document } = await run(
    ['check', file('long.csv', long)],
    { sensitive: ['answer'], group: ['north=Aldland+Borland'] },
    true,
  );
  const labels = document.tables[0]?.rows.map((row) => row.labels.join(' ')) ?? [];
  expect(labels).toContain('north granted');
  const rounded = await run(['check', file('june.csv', JUNE)], { round: '5' });
  expect(rounded.out).toMatch(/Aldland +5 +20 +15 +40/u);
});

test.each<readonly [string, readonly string[], Options, RegExp]>([
  ['no action', ['look', 'x.csv'], {}, /Say what to do: check/u],
  ['a threshold of one', ['check', 'x.csv'], { threshold: '1' }, /rule of disclosure control/u],
  ['a threshold in words', ['check', 'x.csv'], { threshold: 'five' }, /--threshold must be a whole number/u],
  ['a group without parts', ['check', 'x.csv'], { group: ['north'] }, /--group is a label/u],
  ['two tables into one file', ['check', 'x.csv', 'y.csv'], { out: 'z.csv' }, /one table/u],
  ['a file that is not there', ['check', join(folder, 'nowhere.csv')], {}, /nowhere\.csv/u],
])('refused: %s', async (_, args, options, message) => {
  await expect(run(args, options)).rejects.toThrow(message);
});

test('wrong margins are told by their cells', async () => {
  const wrong = file('wrong.csv', JUNE.replace('41', '42'));
  await expect(run(['check', wrong])).rejects.toMatchObject({
    code: 'invalid-record',
    faults: [{ path: 'total · total' }, { path: 'Aldland · total' }],
  });
});

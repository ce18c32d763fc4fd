/** The command as a person types it: faults told at once, records kept and run again, what a refused table prints. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { OnRecordError } from '../desk/desk.ts';
import type { Options } from './command.ts';
import { estimate } from './estimate.ts';
import { estimateOptions } from './estimate-options.ts';
import { runAlone } from './fixtures/lone-call.ts';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-estimate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const run = (args: readonly string[], options: Options, json = false) =>
  runAlone(estimate, folder, args, options, json);

/** People of an invented district on three lists. */
const DISTRICT =
  'morgue,families,camp,count\n1,0,0,212\n0,1,0,170\n0,0,1,96\n1,1,0,48\n1,0,1,31\n0,1,1,22\n1,1,1,14\n';
const QUICK = { steps: '1000' };

test('a table is estimated, its record runs again to the same digits, a changed one does not', async () => {
  const kept = join(folder, 'estimate.json');
  const first = await run([file('lists.csv', DISTRICT)], { ...QUICK, out: kept });
  expect(first.exit).toBe(0);
  expect(first.out).toContain('593 people stand on at least one of 3 lists');
  expect(first.out).toContain('no toll');
  const again = await run([], { again: kept });
  expect(again.exit).toBe(0);
  expect(again.out).toContain('Every digit is that of the record.');
  const record = JSON.parse(readFileSync(kept, 'utf8')) as { results: { report: { recorded: number } } };
  record.results.report.recorded += 1;
  const changed = await run([], { again: file('changed.json', JSON.stringify(record)) }, true);
  expect(changed.exit).toBe(6);
  expect(changed.documents[0]).toMatchObject({ same: false, differences: ['report.recorded'] });
  // A file that is there is never replaced.
  await expect(run([file('lists.csv', DISTRICT)], { ...QUICK, out: kept })).rejects.toMatchObject({
    code: 'bad-usage',
  });
});

test('a table that bears no estimate prints reasons and no figure', async () => {
  const apart = file('apart.csv', 'A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n');
  const { exit, out } = await run([apart], QUICK);
  expect(exit).toBe(0);
  expect(out).toContain('No method gives a figure:');
  expect(out).toContain('No person ties A+B to C');
  expect(out.match(/\d[\d,]*/gu)).toEqual(['96', '3', '46', '36', '20']);
});

test.each<readonly [string, readonly string[], Options, RegExp]>([
  ['neither table nor record', [], {}, /a table, --from-lists or --again/],
  ['a table and the lists', ['x.csv'], { fromLists: true }, /one of them/],
  ['draws that do not divide', [], { fromLists: true, draws: '7' }, /--draws must be one of/],
  ['a seed in words', ['x.csv'], { seed: 'one' }, /--seed must be a whole number, 0 or more/],
  ['few chains', ['x.csv'], { chains: '4' }, /--chains must be a whole number, 8 to 1000/],
  ['a weight of nothing', ['x.csv'], { delta: '0' }, /--delta must be a number above 0/],
  ['no threads', ['x.csv'], { threads: '0' }, /--threads must be/],
])('%s is refused before any work', async (_, args, options, message) => {
  await expect(run(args, options)).rejects.toThrow(message);
});

test('faults of a table come with their lines; no record is written', async () => {
  const bad = file('bad.csv', 'A,B,C,count\n1,0,0,-3\n0,1,0,4.5\n');
  const out = join(folder, 'never.json');
  const thrown: unknown = await run([bad], { out }).catch((error: unknown) => error);
  if (!(thrown instanceof OnRecordError)) return expect.unreachable();
  expect(thrown.faults.slice(0, 2).map(({ path }) => path)).toEqual(['line 2, count', 'line 3, count']);
  expect(() => readFileSync(out)).toThrow();
});

test('more steps get a longer warm-up', () => {
  expect(estimateOptions({ steps: '200000' }).latentClass).toMatchObject({ steps: 200_000, warmUp: 50_000 });
  expect(estimateOptions({}).latentClass.steps).toBe(20_000);
});

/** The process beside: it ends when it is stopped, and tells a refusal as it is told here. */
import { expect, test } from 'vitest';
import { generatePeople } from '../../../bench/count/generate-people.ts';
import type { LinkColumn } from '../../reckon/linkage/columns.ts';
import { linkBeside } from './link-beside.ts';

const COLUMNS: readonly LinkColumn[] = [
  { name: 'given', kind: 'given' },
  { name: 'family', kind: 'family' },
];

function taskOf(records: number) {
  const rows = generatePeople(records, 0.4, 3).map(({ values }) => [values[0] ?? null, values[1] ?? null]);
  return {
    columns: COLUMNS,
    rows,
    recall: 0.8,
    recordOf: rows.map((_, at) => at),
    lists: { listOf: rows.map((_, at) => at % 3), free: [false, false, false] },
    bindings: { same: [], different: [] },
    seed: 1,
    kept: 20,
  };
}

test('a raised signal ends the process, and is told as its reason', { timeout: 60_000 }, async () => {
  const stopping = new AbortController();
  const reason = new Error('stopped by hand');
  const told: string[] = [];
  const work = linkBeside(
    taskOf(600),
    { threads: 1, names: null },
    {
      signal: stopping.signal,
      onProgress: ({ stage }) => {
        told.push(stage);
        if (stage === 'comparing') stopping.abort(reason);
      },
    },
  );
  await expect(work).rejects.toBe(reason);
  expect(told).toEqual(['comparing']);
});

test('decisions that contradict each other come back as such', { timeout: 60_000 }, async () => {
  const bindings = { same: [[0, 1]] as const, different: [[0, 1]] as const };
  const { outcome } = await linkBeside({ ...taskOf(30), bindings }, { threads: 1, names: null });
  expect(outcome).toMatchObject({ status: 'contradicted' });
});

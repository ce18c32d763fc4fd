/** Counts on a thread: the same answer as here, the same refusal, and it ends. */
import { beforeAll, expect, test } from 'vitest';
import { countsWorkHere } from '../../desk/disclosure/counts-work-here.ts';
import type { CountsWork } from '../../desk/ports/counts-work.ts';
import { disclosureRule } from '../../reckon/disclosure/disclosure-rule.ts';
import { tabulateCases } from '../../reckon/disclosure/tabulate-cases.ts';
import { openLinearSolver } from '../linear/open-linear-solver.ts';
import { openCountsThreads } from './open-counts-threads.ts';

let here: CountsWork;
beforeAll(async () => {
  here = countsWorkHere(await openLinearSolver());
});

const rows = (['Aldland', 'Borland', 'Corland'] as const).flatMap((state, at) =>
  (['granted', 'refused', 'silent'] as const).flatMap((answer, turn) =>
    Array.from({ length: [3, 21, 17, 14, 9, 26, 11, 33, 8][at * 3 + turn] ?? 0 }, (_, one) => ({
      person: `${state}-${answer}-${one}`,
      state,
      kind: 'visa',
      answer,
      period: '2017',
      risk: 'high',
    })),
  ),
);
const table = tabulateCases(rows, { axes: ['state', 'answer'], unit: 'cases', asOf: '2017-06-30' });
const given = { tables: [table], rule: disclosureRule(), earlier: [] };

test('it gives what it gives here', { timeout: 60_000 }, async () => {
  const threads = openCountsThreads();
  const prepared = await threads.prepare(given);
  expect(prepared).toEqual(await here.prepare(given));
  const release = { id: 'rel-1', tables: prepared.tables, rule: given.rule };
  expect(await threads.attack([release])).toEqual(await here.attack([release]));
});

test('a refusal comes over with its code and words', { timeout: 60_000 }, async () => {
  const threads = openCountsThreads();
  const release = { id: 'rel-1', tables: (await here.prepare(given)).tables, rule: given.rule };
  const [first] = release.tables;
  if (first === undefined) throw new Error('no table');
  const other = first.cells.find((cell) => cell !== null) ?? null;
  const cells = first.cells.map((cell, at) => (at === first.cells.length - 1 ? other : cell));
  const lies = [release, { ...release, id: 'rel-2', tables: [{ ...first, cells }] }];
  const said = await here.attack(lies).catch((error: unknown) => error);
  await expect(threads.attack(lies)).rejects.toMatchObject({
    code: 'invalid-record',
    message: (said as Error).message,
  });
});

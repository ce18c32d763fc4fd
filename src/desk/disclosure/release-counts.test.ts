/** From cases to a signed release: who may sign, what is shown, what is kept, and what a second release may not open. */
import { beforeAll, expect, test } from 'vitest';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import { disclosureRule } from '../../reckon/disclosure/disclosure-rule.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import { type CaseRow, tabulateCases } from '../../reckon/disclosure/tabulate-cases.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { CountReleases } from '../ports/count-releases.ts';
import type { CountsWork } from '../ports/counts-work.ts';
import { countsWorkHere } from './counts-work-here.ts';
import { prepareCounts } from './prepare-counts.ts';
import { signOffCounts, withheldLists } from './sign-off-counts.ts';

let work: CountsWork;
beforeAll(async () => {
  work = countsWorkHere(await openLinearSolver());
});

function keptReleases(): CountReleases & { readonly kept: Release[] } {
  const kept: Release[] = [];
  return {
    kept,
    of: async (compartment) => kept.filter((release) => release.compartment === compartment),
    append: async (release, after) => {
      if ((kept.at(-1)?.id ?? null) !== after)
        throw new OnRecordError('vault-busy', 'Another release came first.');
      kept.push(release);
    },
  };
}

/** So many people of a state with an answer. */
const people = (state: string, answer: string, many: number): CaseRow[] =>
  Array.from({ length: many }, (_, at) => ({
    person: `${state}-${answer}-${at}`,
    state,
    kind: 'humanitarian visa',
    answer,
    period: '2017-Q2',
    risk: 'high',
  }));
const rows = [
  ...people('Aldland', 'granted', 3),
  ...people('Aldland', 'refused', 21),
  ...people('Aldland', 'silent', 17),
  ...people('Borland', 'granted', 14),
  ...people('Borland', 'refused', 9),
  ...people('Borland', 'silent', 26),
  ...people('Corland', 'granted', 11),
  ...people('Corland', 'refused', 33),
  ...people('Corland', 'silent', 8),
];
const table = (of: readonly CaseRow[], asOf = '2017-06-30') =>
  tabulateCases(of, { axes: ['state', 'answer'], unit: 'people', asOf });
const june = {
  compartment: 'north',
  rule: disclosureRule(),
  by: 'Ansa',
  at: '2017-07-01T08:00:00Z',
  id: 'rel-1',
};

test('a second member signs, and the list of what is withheld has no number in it', async () => {
  const releases = keptReleases();
  const { release, prepared } = await prepareCounts({ releases, work }, { ...june, tables: [table(rows)] });
  expect(prepared.leastCost).toBe(prepared.cost);
  expect(withheldLists(release)).toEqual([
    {
      table: 'Cases by state, answer',
      cells: expect.arrayContaining([['Aldland', 'granted']]),
    },
  ]);
  expect(JSON.stringify(withheldLists(release))).not.toMatch(/\d/u);
  await expect(signOffCounts({ releases, work }, release, { by: ' ansa ', at: june.at })).rejects.toThrow(
    /second member/u,
  );
  expect(releases.kept).toEqual([]);
  const signed = await signOffCounts({ releases, work }, release, {
    by: 'Bero',
    at: '2017-07-01T09:00:00Z',
  });
  expect(signed.release.signedOffBy).toBe('Bero');
  expect(signed.attack.recovered).toBe(0);
  expect(releases.kept).toHaveLength(1);
  await expect(
    signOffCounts({ releases, work }, release, { by: 'Bero', at: '2017-07-01T09:00:00Z' }),
  ).rejects.toThrow(/already/u);
});

test('what is kept and published holds no count of a withheld cell', async () => {
  const releases = keptReleases();
  const { release } = await prepareCounts({ releases, work }, { ...june, tables: [table(rows)] });
  const [published] = release.tables;
  const numbers = published?.cells.filter((cell) => cell !== null) ?? [];
  expect(numbers).not.toContain(3);
  expect(Object.keys(published ?? {}).sort()).toEqual([
    'asOf',
    'axes',
    'cells',
    'grows',
    'impossible',
    'name',
    'population',
  ]);
});

test('one more case a month later does not show between the two releases', async () => {
  const releases = keptReleases();
  const first = await prepareCounts({ releases, work }, { ...june, tables: [table(rows)] });
  await signOffCounts({ releases, work }, first.release, { by: 'Bero', at: '2017-07-01T09:00:00Z' });
  const more = [...rows, { ...(rows[60] as CaseRow), person: 'the newcomer' }];
  const july = { ...june, id: 'rel-2', at: '2017-08-01T08:00:00Z' };
  const second = await prepareCounts({ releases, work }, { ...july, tables: [table(more, '2017-07-31')] });
  expect(second.prepared.attack.recovered).toBe(0);
  expect(second.prepared.attack.changes.filter(({ low, high }) => low === 1 && high === 1)).toEqual([]);
});

test('a release that another has overtaken is not signed off', async () => {
  const releases = keptReleases();
  const slow = await prepareCounts({ releases, work }, { ...june, tables: [table(rows)] });
  const quick = await prepareCounts({ releases, work }, { ...june, id: 'rel-2', tables: [table(rows)] });
  await signOffCounts({ releases, work }, quick.release, { by: 'Bero', at: '2017-07-01T09:00:00Z' });
  await expect(
    signOffCounts({ releases, work }, slow.release, { by: 'Bero', at: '2017-07-01T09:30:00Z' }),
  ).rejects.toThrow(/prepared anew/u);
});

test('other compartments are not looked at', async () => {
  const releases = keptReleases();
  const first = await prepareCounts({ releases, work }, { ...june, tables: [table(rows)] });
  await signOffCounts({ releases, work }, first.release, { by: 'Bero', at: '2017-07-01T09:00:00Z' });
  const other = await prepareCounts(
    { releases, work },
    { ...june, id: 'rel-3', compartment: 'south', tables: [table(rows, '2017-07-31')] },
  );
  expect(other.prepared.attack.changes).toEqual([]);
});

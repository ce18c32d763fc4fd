/** Two invented lists in two scripts, end to end; lists of one script pass unchanged. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INVENTED_COLUMNS } from '../../../bench/count/generate-people.ts';
import { acrossRecall, generateTwoScripts } from '../../../bench/count/generate-two-scripts.ts';
import { pairScore } from '../../../bench/count/pair-score.ts';
import type { StoredNameTables } from '../../reckon/linkage/names/name-costs.ts';
import { resolve } from '../../reckon/linkage/resolve.ts';
import { waterfall } from '../../reckon/linkage/waterfall.ts';
import { ownSpelling } from './fold-value.ts';
import { linkRecords } from './link-records.ts';

const names: StoredNameTables = JSON.parse(
  readFileSync(new URL('../../../models/name-costs-1.json', import.meta.url), 'utf8'),
);

test.each(['arabic', 'cyrillic'] as const)(
  'people on a Latin and a list in %s are found across them, few pairs compared, each weight explained',
  { timeout: 120_000 },
  async (script) => {
    const people = generateTwoScripts(800, script, 3);
    const rows = people.map(({ values }) => values);
    const { records, pairs, model, patterns, rules, compared } = await linkRecords(INVENTED_COLUMNS, rows, {
      names,
      budget: 60_000,
    });
    const groups = resolve(records, pairs);
    const truth = people.map(({ person }) => person);
    expect(pairScore(groups, truth).f1).toBeGreaterThan(0.9);
    expect(acrossRecall(groups, people)).toBeGreaterThan(0.85);
    expect(compared).toBeLessThan(100_000);
    expect(rules.some(({ keys }) => keys.some(({ part }) => part.startsWith('skeleton')))).toBe(true);
    const plain = await linkRecords(INVENTED_COLUMNS, rows, { budget: 60_000 });
    expect(acrossRecall(resolve(records, plain.pairs), people)).toBeLessThan(acrossRecall(groups, people));
    for (const at of pairs.left.keys()) {
      const steps = waterfall(
        model,
        patterns[pairs.pattern[at] ?? 0]?.levels ?? new Int8Array(),
        pairs.rarity.map((column) => column?.[at] ?? null),
      );
      expect(steps.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(pairs.weight[at] ?? 0, 2);
      const level = (column: string): string | null =>
        steps.find((step) => step.column === column)?.level ?? null;
      const across = level(`family, ${script} and latin`);
      const [one, other] = [people[pairs.left[at] ?? 0], people[pairs.right[at] ?? 0]];
      const apart = one?.script !== other?.script && one?.values[1] !== null && other?.values[1] !== null;
      expect(across !== null, 'a level across scripts where, and only where, the scripts differ').toBe(apart);
      if (apart) expect(level('family')).toBe(null);
    }
  },
);

test('a list of one script has no column across scripts, and the same weights with and without the costs', {
  timeout: 60_000,
}, async () => {
  const rows = generateTwoScripts(400, 'cyrillic', 4)
    .filter(({ script }) => script === 'cyrillic')
    .map(({ values }) => values);
  const [plain, costed] = [
    await linkRecords(INVENTED_COLUMNS, rows),
    await linkRecords(INVENTED_COLUMNS, rows, { names }),
  ];
  expect(costed.model.columns).toEqual(INVENTED_COLUMNS);
  expect([...costed.pairs.weight]).toEqual([...plain.pairs.weight]);
});

test('whole names in another order, and names in scripts without costs', { timeout: 60_000 }, async () => {
  const rows = [['محمد حسن الخطيب'], ['Al-Khatib, Muhammad Hasan'], ['မောင်'], ['Igor Petrov']];
  const { pairs, model, patterns } = await linkRecords([{ name: 'name', kind: 'name' }], rows, {
    names,
    least: -1000,
  });
  const levelsOf = (left: number, right: number): readonly number[] => {
    const at = pairs.left.findIndex((one, place) => one === left && pairs.right[place] === right);
    return [...(patterns[pairs.pattern[at] ?? -1]?.levels ?? [])];
  };
  expect(model.columns[1]?.name).toBe('name, arabic and latin');
  expect(levelsOf(0, 1)).toEqual([-1, 3]);
  expect(levelsOf(0, 3)).toEqual([-1, 0]);
  expect(levelsOf(1, 2)[1], 'no costs: compared by any-ascii').toBe(-1);
  expect(levelsOf(1, 2)[0]).toBeGreaterThanOrEqual(0);
});

test('a record in two scripts is compared by the spellings that agree best, and counts once', {
  timeout: 60_000,
}, async () => {
  const rows = [['Ана Кос'], ['Ana Kos'], ['Ана Кос'], ['Anna Koss'], ['Igor Petrov'], ['Игорь Петров']];
  const recordOf = [0, 1, 1, 2, 3, 3];
  const { records, compared, pairs, model, patterns } = await linkRecords(
    [{ name: 'name', kind: 'name' }],
    rows,
    { names, recordOf, least: -1000 },
  );
  expect([records, compared]).toEqual([4, 6]);
  const told = [...pairs.left].map((left, at) => [
    left,
    pairs.right[at],
    pairs.leftRow[at],
    pairs.rightRow[at],
    ...(patterns[pairs.pattern[at] ?? -1]?.levels ?? []),
  ]);
  expect(told.slice(0, 2), 'Cyrillic with Cyrillic; Cyrillic with Latin where there is nothing else').toEqual(
    [
      [0, 1, 0, 2, 7, -1],
      [0, 2, 0, 3, -1, expect.any(Number)],
    ],
  );
  expect(told[3]?.slice(0, 4), 'Latin with Latin').toEqual([1, 2, 1, 3]);
  const only = await linkRecords([{ name: 'name', kind: 'name' }], rows, { names, least: -1000 });
  expect(only.records, 'without it each row is a record').toBe(6);
  expect(model.training.allPairs).toBe(6);
});

test.each([null, 20_000])(
  'people whose list spells them in two scripts are found as well, budget %s',
  {
    timeout: 120_000,
  },
  async (budget) => {
    const people = generateTwoScripts(400, 'cyrillic', 5);
    const latinOf = new Map(
      people.flatMap(({ person, script, values }) => (script === 'latin' ? [[person, values] as const] : [])),
    );
    const recordOf: number[] = [];
    const rows: (readonly (string | null)[])[] = [];
    for (const [at, { person, script, values }] of people.entries()) {
      const latin = script === 'cyrillic' && person % 2 === 0 ? latinOf.get(person) : undefined;
      const both =
        latin === undefined ? [values] : [values, [latin[0] ?? null, latin[1] ?? null, ...values.slice(2)]];
      for (const row of both) {
        rows.push(row);
        recordOf.push(at);
      }
    }
    const { records, pairs } = await linkRecords(INVENTED_COLUMNS, rows, { names, recordOf, budget });
    expect(records).toBe(people.length);
    const once = await linkRecords(
      INVENTED_COLUMNS,
      people.map(({ values }) => values),
      { names, budget },
    );
    const recall = acrossRecall(resolve(records, pairs), people);
    expect(recall).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThanOrEqual(acrossRecall(resolve(records, once.pairs), people));
  },
);

test('own letters are kept for other scripts alone', () => {
  expect(ownSpelling('Čović')).toBe('');
  expect(ownSpelling('Ана-Мария  Кос')).toBe('c:ана мария кос');
  expect(ownSpelling('عبد الله')).toBe('a:عبد الله');
  expect(ownSpelling('မောင်')).toBe('?:');
});

test('two short lists of names and years in two scripts are compared', async () => {
  const columns = [
    { name: 'name', kind: 'name' },
    { name: 'born', kind: 'year' },
  ] as const;
  const rows = [
    ['Olen Varga', '1999'],
    ['Мира Сентир', '1987'],
    ['Олен Варга', '1999'],
    ['Ида Кортан', '1970'],
  ];
  const { records, pairs } = await linkRecords(columns, rows, { names });
  expect(records).toBe(4);
  const best = pairs.weight.indexOf(Math.max(...pairs.weight));
  expect([pairs.left[best], pairs.right[best]]).toEqual([0, 2]);
});

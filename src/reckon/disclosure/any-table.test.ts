/** For any small table: what is protected has two whole tables that lie far enough apart, seen from outside. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { attackRelease } from './attack-release.ts';
import { makeAxis } from './axis.ts';
import { labelsOf } from './cell-grid.ts';
import { disclosureRule } from './disclosure-rule.ts';
import { prepareTables } from './prepare-release.ts';
import { filledTable } from './random-tables.cases.ts';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await openLinearSolver();
});

const axes = [
  makeAxis({ name: 'state', values: ['Aldland', 'Borland', 'Corland'], total: 'all' }),
  makeAxis({ name: 'answer', values: ['granted', 'refused', 'none'], total: 'all', sensitive: true }),
];

test('any table is protected or refused', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(14), { minLength: 9, maxLength: 9 }),
      fc.integer({ min: 3, max: 8 }),
      fc.constantFrom('publish', 'protect'),
      (inner, threshold, zeros) => {
        let at = 0;
        const table = filledTable(axes, () => inner[at++] ?? 0);
        const rule = disclosureRule({ threshold, zeros });
        let tables: ReturnType<typeof prepareTables>['tables'];
        try {
          ({ tables } = prepareTables({ tables: [table], rule, earlier: [], solve }));
        } catch (error) {
          expect(error).toBeInstanceOf(OnRecordError);
          return;
        }
        const { cells } = attackRelease([{ id: 'r', tables, rule }], solve);
        table.counts.forEach((count, cell) => {
          const isFew = count > 0 ? count < threshold : zeros === 'protect';
          const found = cells.find(({ labels }) => labels.join() === labelsOf(axes, cell).join());
          if (found !== undefined) expect(found.low <= count && count <= (found.high ?? count)).toBe(true);
          if (isFew)
            expect(
              (found?.high ?? (found === undefined ? 0 : 99)) - (found?.low ?? 0),
            ).toBeGreaterThanOrEqual(threshold);
        });
      },
    ),
    { numRuns: 25, seed: 20_170_601 },
  );
});

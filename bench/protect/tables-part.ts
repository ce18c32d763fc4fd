/**
 * Random tables prepared for release and attacked from outside, by all that was published; and the rule of thumb "two
 * withheld cells in every line" beside it. Tables have two to four axes, every fourth is two linked ones; then pairs of
 * releases in which a few people joined.
 */
import { openLinearSolver } from '../../src/engine/linear/open-linear-solver.ts';
import { attackRelease } from '../../src/reckon/disclosure/attack-release.ts';
import { baseTable } from '../../src/reckon/disclosure/base-table.ts';
import { labelsOf } from '../../src/reckon/disclosure/cell-grid.ts';
import type { CountTable } from '../../src/reckon/disclosure/count-table.ts';
import { disclosureRule } from '../../src/reckon/disclosure/disclosure-rule.ts';
import { latticeOf } from '../../src/reckon/disclosure/lattice.ts';
import { openProblem } from '../../src/reckon/disclosure/open-problem.ts';
import { type PreparedTables, prepareTables } from '../../src/reckon/disclosure/prepare-release.ts';
import { laterTables, randomTables } from '../../src/reckon/disclosure/random-tables.cases.ts';
import { shortfalls } from '../../src/reckon/disclosure/shortfall.ts';
import { targetsOf } from '../../src/reckon/disclosure/targets.ts';
import type { SolveLinear } from '../../src/reckon/linear-programme.ts';
import { OnRecordError } from '../../src/record/onrecord-error.ts';
import type { ProtectPart } from '../protect.ts';

const RULE = disclosureRule();

export const tablesPart: ProtectPart = async ({ tables: many }) => {
  const solve = await openLinearSolver();
  const started = performance.now();
  const sum = {
    attacked: 0,
    recovered: 0,
    narrow: 0,
    refused: 0,
    protected: 0,
    complementary: 0,
    longest: 0,
  };
  const cost = { cheapest: 0, searched: 0, paid: 0, least: 0, all: 0 };
  const thumb = { tables: 0, recovered: 0, narrow: 0, leaking: 0 };
  for (let seed = 1; seed <= many; seed += 1) {
    const tables = randomTables(seed);
    const begun = performance.now();
    const prepared = tryPrepare(tables, [], solve);
    sum.longest = Math.max(sum.longest, performance.now() - begun);
    const rough = byThumb(tables, solve);
    thumb.tables += 1;
    thumb.recovered += rough.recovered;
    thumb.narrow += rough.narrow;
    if (rough.narrow > 0) thumb.leaking += 1;
    if (prepared === null) {
      sum.refused += 1;
      continue;
    }
    const attack = attackRelease([{ id: 'r', tables: prepared.tables, rule: RULE }], solve);
    sum.attacked += 1;
    sum.recovered += attack.recovered;
    sum.narrow += narrowCells(tables, attack.cells);
    sum.protected += prepared.protectedNumbers;
    sum.complementary += prepared.complementary;
    cost.all += prepared.cost;
    if (prepared.leastCost !== null) {
      cost.searched += 1;
      cost.paid += prepared.cost;
      cost.least += prepared.leastCost;
      if (prepared.cost <= prepared.leastCost) cost.cheapest += 1;
    }
    if (seed % 100 === 0)
      console.log(`  ${seed} of ${many}, ${Math.round((performance.now() - started) / 1000)} s`);
  }
  console.log(
    `  ${sum.attacked} releases attacked (${sum.refused} refused): ${sum.protected} protected numbers, ${sum.complementary} cells withheld to protect them; ${sum.recovered} recovered, ${sum.narrow} cells of few people left narrower than ${RULE.protection}`,
  );
  console.log(
    `  cheapest possible proved for ${cost.cheapest} of ${cost.searched} where the optimum was searched; paid ${cost.paid} people there, at least ${Math.round(cost.least)} unavoidable`,
  );
  console.log(
    `  two per line instead: ${thumb.leaking} of ${thumb.tables} leak; ${thumb.recovered} cells of few people known exactly, ${thumb.narrow} left narrower than ${RULE.protection}`,
  );
  const pairs = pairsOfReleases(Math.ceil(many / 10), solve);
  console.log(
    `  ${pairs.attacked} pairs of releases (${pairs.refused} refused): ${pairs.recovered} changes or cells recovered; prepared without looking back ${pairs.careless} would have been`,
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  return {
    tables_attacked: sum.attacked,
    cells_recovered: sum.recovered + pairs.recovered,
    cells_narrow: sum.narrow,
    tables_refused: sum.refused,
    optimum_proved: cost.cheapest,
    optimum_searched: cost.searched,
    cost_paid: cost.paid,
    cost_least: Math.round(cost.least),
    thumb_leaking: thumb.leaking,
    thumb_recovered: thumb.recovered,
    pairs_attacked: pairs.attacked,
    pairs_refused: pairs.refused,
    pairs_careless_recovered: pairs.careless,
    longest_ms: Math.round(sum.longest),
    tables_s: seconds,
  };
};

type Earlier = Parameters<typeof prepareTables>[0]['earlier'];

function tryPrepare(
  tables: readonly CountTable[],
  earlier: Earlier,
  solve: SolveLinear,
): PreparedTables | null {
  try {
    return prepareTables({ tables, rule: RULE, earlier, solve });
  } catch (error) {
    if (error instanceof OnRecordError && error.code !== 'invalid-record') return null;
    throw error;
  }
}

/** Cells of few people that an attacker knows too well, or that are published. */
function narrowCells(
  tables: readonly CountTable[],
  cells: ReturnType<typeof attackRelease>['cells'],
): number {
  const known = new Map(cells.map((cell) => [`${cell.table}\t${cell.labels.join('\t')}`, cell]));
  return tables.reduce(
    (sum, { name, axes, counts }) =>
      sum +
      counts.filter((count, at) => {
        if (count === 0 || count >= RULE.threshold) return false;
        const found = known.get(`${name}\t${labelsOf(axes, at).join('\t')}`);
        return found === undefined || (found.high ?? Number.POSITIVE_INFINITY) - found.low < RULE.protection;
      }).length,
    0,
  );
}

/** In every sum with one withheld cell the smallest other is withheld as well, until none is left. */
function byThumb(
  draft: readonly CountTable[],
  solve: SolveLinear,
): { readonly recovered: number; readonly narrow: number } {
  const lattice = latticeOf({ releases: [], draft, rounding: null });
  const targets = targetsOf({ lattice, draft, rule: RULE, earlierWidths: new Map() }).filter(
    ({ why }) => why === 'few',
  );
  const withheld = new Set(targets.flatMap(({ expression }) => expression.map(([cell]) => cell)));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { terms } of lattice.rows) {
      if (terms.filter(([cell]) => withheld.has(cell)).length !== 1) continue;
      const [cheapest] = terms
        .map(([cell]) => cell)
        .filter((cell) => !withheld.has(cell))
        .toSorted((a, b) => (lattice.cells[a]?.truth ?? 0) - (lattice.cells[b]?.truth ?? 0));
      if (cheapest === undefined) continue;
      withheld.add(cheapest);
      changed = true;
    }
  }
  const base = baseTable(lattice, solve);
  const short = shortfalls({ problem: openProblem(lattice, withheld), base, solve }, targets, [base]);
  return { recovered: short.filter(({ width }) => width === 0).length, narrow: short.length };
}

function pairsOfReleases(many: number, solve: SolveLinear) {
  const sum = { attacked: 0, refused: 0, recovered: 0, careless: 0 };
  for (let seed = 1; seed <= many; seed += 1) {
    const { first, second } = laterTables(seed);
    const june = tryPrepare([first], [], solve);
    if (june === null) continue;
    const earlier = [{ id: 'june', tables: june.tables, rule: RULE }];
    const careless = tryPrepare([second], [], solve);
    if (careless !== null)
      sum.careless += attackRelease(
        [...earlier, { id: 'july', tables: careless.tables, rule: RULE }],
        solve,
      ).recovered;
    const july = tryPrepare([second], earlier, solve);
    if (july === null) {
      sum.refused += 1;
      continue;
    }
    sum.attacked += 1;
    sum.recovered += attackRelease(
      [...earlier, { id: 'july', tables: july.tables, rule: RULE }],
      solve,
    ).recovered;
  }
  return sum;
}

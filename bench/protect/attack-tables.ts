/** Random tables prepared and attacked, some of the seeds at a time: what one thread does. */
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

const RULE = disclosureRule();

/** What came of some tables; every figure is a sum but the longest. */
export interface TableSums {
  readonly [figure: string]: number;
}

/** Which tables: numbers from the first to before the second. */
export interface Seeds {
  readonly from: number;
  readonly to: number;
  /** Of pairs of releases instead. */
  readonly pairs: boolean;
}

/**
 * Prepares and attacks them.
 *
 * @example
 * (await attackSeeds({ from: 1, to: 11, pairs: false })).recovered; // 0
 */
export async function attackSeeds({ from, to, pairs }: Seeds): Promise<TableSums> {
  solver ??= await openLinearSolver();
  const solve = solver;
  const before = process.threadCpuUsage();
  const sums = pairs ? pairsOfReleases({ from, to }, solve) : singleReleases({ from, to }, solve);
  const { user, system } = process.threadCpuUsage(before);
  return { ...sums, cpu: (user + system) / 1000 };
}

let solver: SolveLinear | null = null;

function singleReleases({ from, to }: Omit<Seeds, 'pairs'>, solve: SolveLinear): TableSums {
  const sum = {
    attacked: 0,
    recovered: 0,
    narrow: 0,
    refused: 0,
    protected: 0,
    complementary: 0,
    longest: 0,
    cheapest: 0,
    searched: 0,
    paid: 0,
    least: 0,
    thumbTables: 0,
    thumbRecovered: 0,
    thumbNarrow: 0,
    thumbLeaking: 0,
  };
  for (let seed = from; seed < to; seed += 1) {
    const tables = randomTables(seed);
    const begun = performance.now();
    const prepared = tryPrepare(tables, [], solve);
    sum.longest = Math.max(sum.longest, performance.now() - begun);
    const rough = byThumb(tables, solve);
    sum.thumbTables += 1;
    sum.thumbRecovered += rough.recovered;
    sum.thumbNarrow += rough.narrow;
    if (rough.narrow > 0) sum.thumbLeaking += 1;
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
    if (prepared.leastCost !== null) {
      sum.searched += 1;
      sum.paid += prepared.cost;
      sum.least += prepared.leastCost;
      if (prepared.cost <= prepared.leastCost) sum.cheapest += 1;
    }
  }
  return sum;
}

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

function pairsOfReleases({ from, to }: Omit<Seeds, 'pairs'>, solve: SolveLinear): TableSums {
  const sum = { pairs: 0, pairsRefused: 0, pairsRecovered: 0, careless: 0 };
  for (let seed = from; seed < to; seed += 1) {
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
      sum.pairsRefused += 1;
      continue;
    }
    sum.pairs += 1;
    sum.pairsRecovered += attackRelease(
      [...earlier, { id: 'july', tables: july.tables, rule: RULE }],
      solve,
    ).recovered;
  }
  return sum;
}

/**
 * What anybody can compute who has all releases of a compartment in hand and knows nothing else: for every withheld or
 * rounded cell, and for every change between two days, the narrowest interval that agrees with everything published.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { baseTable } from './base-table.ts';
import { labelsOf } from './cell-grid.ts';
import { MOST_CELLS } from './count-table.ts';
import { type Attack, amountIn, largest, NoAnswer, smallest } from './extreme.ts';
import { daysApart, latticeOf } from './lattice.ts';
import { type Expression, openProblem } from './open-problem.ts';
import type { Release } from './release.ts';

/** What an attacker knows of one cell. */
export interface CellInterval {
  readonly release: string;
  readonly table: string;
  readonly labels: readonly string[];
  /** Both ends included. */
  readonly low: number;
  /** Null: nothing bounds it. */
  readonly high: number | null;
  readonly withheld: boolean;
  /** Whether a protected number is known exactly. */
  readonly recovered: boolean;
}

/** What an attacker knows of the change of one cell between two days. */
export interface ChangeInterval {
  readonly labels: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Null: nothing bounds it. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether a change of few people is known exactly. */
  readonly recovered: boolean;
}

export interface AttackReport {
  readonly cells: readonly CellInterval[];
  /** Changes between different days of the same people that can be bounded on both sides. */
  readonly changes: readonly ChangeInterval[];
  /** Cells and changes that are recovered; 0 where a release holds. */
  readonly recovered: number;
}

/**
 * Attacks all releases together.
 *
 * @throws OnRecordError `invalid-record` when the releases contradict each other; `too-large` above 2,000 cells or when
 *   the solver gives no answer
 * @example
 * attackRelease([], solve).recovered; // 0
 */
export function attackRelease(
  releases: readonly Pick<Release, 'id' | 'tables' | 'rule'>[],
  solve: SolveLinear,
): AttackReport {
  const lattice = latticeOf({ releases, draft: [], rounding: null });
  if (lattice.cells.length > MOST_CELLS) throw tooLarge(lattice.cells.length);
  try {
    const attack = { problem: openProblem(lattice, new Set()), base: baseTable(lattice, solve), solve };
    const cells = cellIntervals(attack, releases);
    const changes = changeIntervals(attack, smallestThreshold(releases));
    const recovered = [...cells, ...changes].filter((one) => one.recovered).length;
    return { cells, changes, recovered };
  } catch (cause) {
    if (!(cause instanceof NoAnswer)) throw cause;
    throw new OnRecordError(
      'too-large',
      'The attack on these tables was not brought to an end: nothing is said about them. Make the tables smaller.',
      { cause },
    );
  }
}

/**
 * The refusal of what is too large to be attacked.
 *
 * @example
 * throw tooLarge(2500);
 */
export function tooLarge(cells: number): OnRecordError {
  return new OnRecordError(
    'too-large',
    `These tables and the earlier releases make ${cells} cells; above ${MOST_CELLS} the attack is not computed, and nothing is released without it. Use fewer or coarser axes.`,
  );
}

function smallestThreshold(releases: readonly Pick<Release, 'rule'>[]): number {
  return Math.max(0, ...releases.map(({ rule }) => rule.threshold));
}

function cellIntervals(
  attack: Attack,
  releases: readonly Pick<Release, 'id' | 'tables' | 'rule'>[],
): readonly CellInterval[] {
  const { lattice, known } = attack.problem;
  const memo = new Map<number, Ends>();
  let table = -1;
  return releases.flatMap(({ id, tables, rule }) =>
    tables.flatMap(({ name, axes, cells, impossible }) => {
      table += 1;
      const places = lattice.released[table] ?? [];
      return cells.flatMap((published, cell): readonly CellInterval[] => {
        const place = places[cell] ?? -1;
        const range = known[place];
        const withheld = published === null;
        if (impossible[cell] === true || (!withheld && rule.kind !== 'round')) return [];
        const ends = memo.get(place) ?? endsOf(attack, [[place, 1]]);
        memo.set(place, ends);
        const low = ends.low ?? range?.least ?? 0;
        const exact = ends.high === low;
        const recovered = exact && (withheld || (low > 0 && low < rule.threshold));
        return [
          {
            release: id,
            table: name,
            labels: labelsOf(axes, cell),
            low,
            high: ends.high,
            withheld,
            recovered,
          },
        ];
      });
    }),
  );
}

function changeIntervals(attack: Attack, threshold: number): readonly ChangeInterval[] {
  const { cells } = attack.problem.lattice;
  return daysApart(cells).flatMap(([earlier, later]) => {
    const [before, after] = [cells[earlier], cells[later]];
    if (before === undefined || after === undefined) return [];
    const { low, high } = endsOf(attack, [
      [later, 1],
      [earlier, -1],
    ]);
    if (low === null || high === null) return [];
    const recovered = low === high && low !== 0 && Math.abs(low) < threshold;
    return [{ labels: after.labels, from: before.asOf, to: after.asOf, low, high, recovered }];
  });
}

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** Both ends of an expression over whole numbers; null: nothing bounds it there. */
function endsOf(attack: Attack, expression: Expression): Ends {
  const limits = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  if (expression.every(([cell]) => attack.problem.partOf[cell] === -1)) {
    const value = amountIn(expression, attack.base);
    return { low: value, high: value };
  }
  return {
    low: finite(smallest(attack, expression, limits).value),
    high: finite(largest(attack, expression, limits).value),
  };
}

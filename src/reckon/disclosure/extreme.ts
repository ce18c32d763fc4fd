/**
 * How large an expression of cells can be, given everything that is published: the attacker's programme, solved over
 * numbers, then over whole numbers where the first answer is no table of people. The answer comes with such a table, and
 * the table is checked here: what it proves does not rest on the solver.
 */
import type { LinearProgramme, SolveLinear } from '../linear-programme.ts';
import type { Lattice } from './lattice.ts';
import { type Expression, type OpenProblem, partRows, partsOf } from './open-problem.ts';

/** The solver gave no answer that can be relied on. Nothing may be released then. */
export class NoAnswer extends Error {}

export interface Extreme {
  /** Largest value; infinite where nothing bounds it. Whole. */
  readonly value: number;
  /** The same over all numbers. */
  readonly relaxed: number;
  /** A whole table that agrees with all that is published and reaches the value; null: unbounded. */
  readonly witness: readonly number[] | null;
  /** How the bound would move with one person more in each cell: the reduced costs, by cell. */
  readonly pulls: ReadonlyMap<number, number>;
}

const NEARLY = 1e-6;

/**
 * The largest value of an expression.
 *
 * @param base a whole table that agrees with all that is published; it stands where the expression does not reach
 * @param limits values outside are not looked for
 * @throws NoAnswer
 * @example
 * largest({ problem, base, solve }, [[4, 1]], { least: 0, most: 40 }).value;
 */
export function largest(
  { problem, base, solve, rough = false }: Attack,
  expression: Expression,
  limits: { readonly least: number; readonly most: number },
): Extreme {
  const { known } = problem;
  const { cells, place, indexes, rows } = partRows(problem, partsOf(problem, expression));
  const objective = cells.map(() => 0);
  let fixed = 0;
  for (const [cell, by] of expression) {
    const at = place.get(cell);
    if (at === undefined) fixed += by * (known[cell]?.least ?? 0);
    else objective[at] = (objective[at] ?? 0) + by;
  }
  const goal = objective.flatMap((by, at) => (by === 0 ? [] : [[at, by] as const]));
  if (goal.length === 0) return { value: fixed, relaxed: fixed, witness: base, pulls: new Map() };
  const within = { least: limits.least - fixed, most: limits.most - fixed };
  const programme = withinLimits({ objective, ...boundsOf(problem, cells), rows }, goal, within);
  const solved = solve(programme);
  if (solved.status === 'unbounded')
    return {
      value: Number.POSITIVE_INFINITY,
      relaxed: Number.POSITIVE_INFINITY,
      witness: null,
      pulls: new Map(),
    };
  if (solved.status !== 'optimal') throw new NoAnswer(solved.status);
  const relaxed = solved.value + fixed;
  const pulls = new Map(expression.map(([cell, by]) => [cell, by]));
  indexes.forEach((index, at) => {
    const price = solved.prices[at] ?? 0;
    if (Math.abs(price) < 1e-9) return;
    for (const [cell, by] of problem.lattice.rows[index]?.terms ?? [])
      pulls.set(cell, (pulls.get(cell) ?? 0) - price * by);
  });
  const reached = wholeTable(problem, base, cells, solved.values);
  const ceiling = Math.floor(relaxed + NEARLY);
  if (reached !== null && amountIn(expression, reached) === ceiling)
    return { value: ceiling, relaxed, witness: reached, pulls };
  if (rough) return { value: ceiling, relaxed, witness: reached, pulls };
  const inWhole = solve({ ...programme, whole: true });
  if (inWhole.status !== 'optimal') throw new NoAnswer(inWhole.status);
  const witness = wholeTable(problem, base, cells, inWhole.values);
  if (witness === null) throw new NoAnswer('no whole table');
  return { value: amountIn(expression, witness), relaxed, witness, pulls };
}

function boundsOf({ known }: OpenProblem, cells: readonly number[]) {
  return {
    lower: cells.map((cell) => known[cell]?.least ?? 0),
    upper: cells.map((cell) => known[cell]?.most ?? Number.POSITIVE_INFINITY),
  };
}

/**
 * The programme with limits on its goal: bounds of the one variable there is, which leaves the rows as they are, so that the
 * solver goes on from the last programme over them; a row where the goal has several.
 */
function withinLimits(
  programme: LinearProgramme,
  goal: readonly (readonly [number, number])[],
  { least, most }: { readonly least: number; readonly most: number },
): LinearProgramme {
  if (!Number.isFinite(least) && !Number.isFinite(most)) return programme;
  const [[at, by] = [-1, 0], ...others] = goal;
  if (others.length > 0 || Math.abs(by) !== 1)
    return { ...programme, rows: [...programme.rows, { terms: goal, least, most }] };
  const [low, high] = by > 0 ? [least, most] : [-most, -least];
  return {
    ...programme,
    lower: programme.lower.with(at, Math.max(programme.lower[at] ?? 0, low)),
    upper: programme.upper.with(at, Math.min(programme.upper[at] ?? Number.POSITIVE_INFINITY, high)),
  };
}

/** Who attacks what, and with what. */
export interface Attack {
  readonly problem: OpenProblem;
  readonly base: readonly number[];
  readonly solve: SolveLinear;
  /** Whether numbers will do: the value is then a bound, and the table may be missing. */
  readonly rough?: boolean;
}

/**
 * The smallest value: as `largest`, of the negated expression, negated.
 *
 * @example
 * smallest({ problem, base, solve }, [[4, 1]], { least: 0, most: 40 }).value;
 */
export function smallest(
  attack: Attack,
  expression: Expression,
  limits: { readonly least: number; readonly most: number },
): Extreme {
  const { value, relaxed, witness, pulls } = largest(
    attack,
    expression.map(([cell, by]) => [cell, -by] as const),
    { least: -limits.most, most: -limits.least },
  );
  return { value: 0 - value, relaxed: 0 - relaxed, witness, pulls };
}

/**
 * The value of an expression in a table.
 *
 * @example
 * amountIn([[0, 1], [1, -1]], [7, 4]); // 3
 */
export function amountIn(expression: Expression, table: readonly number[]): number {
  return expression.reduce((sum, [cell, by]) => sum + by * (table[cell] ?? 0), 0);
}

/** The base with the solver's numbers in its unknown cells, if that is a whole table that agrees with everything. */
function wholeTable(
  { lattice, known }: OpenProblem,
  base: readonly number[],
  cells: readonly number[],
  values: readonly number[],
): readonly number[] | null {
  const table = [...base];
  for (const [at, cell] of cells.entries()) {
    const value = values[at] ?? Number.NaN;
    const whole = Math.round(value);
    if (!(Math.abs(value - whole) < NEARLY)) return null;
    table[cell] = whole + 0;
  }
  return agrees(lattice, known, table) ? table : null;
}

/**
 * Whether a table keeps within what is known and makes every row true, in whole numbers.
 *
 * @example
 * agrees(lattice, problem.known, base); // true
 */
export function agrees(lattice: Lattice, known: OpenProblem['known'], table: readonly number[]): boolean {
  return (
    known.every(({ least, most }, at) => {
      const value = table[at] ?? Number.NaN;
      return Number.isSafeInteger(value) && value >= least && value <= most;
    }) &&
    lattice.rows.every((row) => {
      const sum = amountIn(row.terms, table);
      return sum >= row.least && sum <= row.most;
    })
  );
}

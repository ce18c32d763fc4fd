/**
 * A good set of cells to withhold where the cheapest is too long to look for: for each unprotected target a linear
 * programme moves as few people as it can between the cells of two tables that lie far enough apart (Kelly, Golden &
 * Assad 1992, Networks 22, 397–417, for any sums); the cells it moves are withheld. Then each of them is published again
 * if everything stays protected without it.
 */
import type { SolveLinear } from '../linear-programme.ts';
import type { Expression } from './open-problem.ts';
import { costOf, type Pattern, type PatternTask, shortOf } from './pattern.ts';
import type { Target } from './shortfall.ts';

/**
 * Finds one.
 *
 * @param bound of the cost, as far as it is known
 * @returns null when whatever is withheld does not protect
 * @throws NoAnswer
 * @example
 * const pattern = quickPattern(task, solve, 0);
 */
export function quickPattern(task: PatternTask, solve: SolveLinear, bound: number | null): Pattern | null {
  const withheld = new Set(task.forced);
  for (;;) {
    const [short] = shortOf(task, solve, withheld, 1);
    if (short === undefined) break;
    const moved = movedCells(task, withheld, short.target, solve);
    const added = moved.length > 0 ? moved : cheapestNeighbour(task, withheld, short.target.expression);
    if (added.length === 0) return null;
    for (const cell of added) withheld.add(cell);
  }
  const byCost = [...withheld]
    .filter((cell) => !task.forced.has(cell))
    .toSorted((a, b) => (task.costs.get(b) ?? 0) - (task.costs.get(a) ?? 0) || a - b);
  for (const cell of byCost) {
    withheld.delete(cell);
    if (shortOf(task, solve, withheld, 1).length > 0) withheld.add(cell);
  }
  return { withheld, cost: costOf(task, withheld), bound };
}

/** Cells that change on the cheapest way to two tables so far apart in the target. */
function movedCells(
  { lattice, base, costs }: PatternTask,
  withheld: ReadonlySet<number>,
  { expression, width }: Target,
  solve: SolveLinear,
): readonly number[] {
  const movable = lattice.cells.flatMap(({ closed, open }, cell) => {
    const fixed = closed !== null && !withheld.has(cell) && !costs.has(cell);
    return fixed || open.least === open.most ? [] : [cell];
  });
  const place = new Map(movable.map((cell, at) => [cell, at]));
  const many = movable.length;
  // Variables: the upper table, the lower table, and how far either lies from the counts.
  const ranges = movable.map((cell) => {
    const { closed, open } = lattice.cells[cell] ?? { closed: null, open: { least: 0, most: 0 } };
    return closed !== null && !withheld.has(cell) && !costs.has(cell) ? closed : open;
  });
  const price = movable.map((cell) => (withheld.has(cell) ? 0 : (costs.get(cell) ?? 0)));
  const rows = lattice.rows.flatMap(({ terms, least, most }) => {
    let fixed = 0;
    const left: (readonly [number, number])[] = [];
    for (const [cell, by] of terms) {
      const at = place.get(cell);
      if (at === undefined) fixed += by * (base[cell] ?? 0);
      else left.push([at, by]);
    }
    if (left.length === 0) return [];
    return [0, many].map((shift) => ({
      terms: left.map(([at, by]) => [at + shift, by] as const),
      least: least - fixed,
      most: most - fixed,
    }));
  });
  const apart = movable.flatMap((cell, at) => {
    if ((price[at] ?? 0) === 0) return [];
    const { least, most } = lattice.cells[cell]?.closed ?? { least: 0, most: 0 };
    return [0, many].flatMap((shift) => [
      {
        terms: [[2 * many + at, 1] as const, [at + shift, -1] as const],
        least: -most,
        most: Number.POSITIVE_INFINITY,
      },
      {
        terms: [[2 * many + at, 1] as const, [at + shift, 1] as const],
        least,
        most: Number.POSITIVE_INFINITY,
      },
    ]);
  });
  const goal = expression.flatMap(([cell, by]) => {
    const at = place.get(cell);
    return at === undefined ? [] : [[at, by] as const, [at + many, -by] as const];
  });
  if (goal.length === 0) return [];
  const solved = solve({
    objective: [...movable.map(() => 0), ...movable.map(() => 0), ...price.map((cost) => -cost)],
    lower: [...ranges, ...ranges, ...ranges.map(() => ({ least: 0 }))].map(({ least }) => least),
    upper: [
      ...ranges.map(({ most }) => most),
      ...ranges.map(({ most }) => most),
      ...ranges.map(() => Number.POSITIVE_INFINITY),
    ],
    rows: [...rows, ...apart, { terms: goal, least: width, most: width }],
  });
  if (solved.status !== 'optimal') return [];
  return movable.filter(
    (cell, at) => !withheld.has(cell) && costs.has(cell) && (solved.values[2 * many + at] ?? 0) > 1e-6,
  );
}

/** For want of better: the cheapest cell in a sum with a cell that is open already. */
function cheapestNeighbour(
  { lattice, costs }: PatternTask,
  withheld: ReadonlySet<number>,
  expression: Expression,
): readonly number[] {
  const touched = new Set([...withheld, ...expression.map(([cell]) => cell)]);
  const near = lattice.rows
    .filter(({ terms }) => terms.some(([cell]) => touched.has(cell)))
    .flatMap(({ terms }) => terms.map(([cell]) => cell));
  const open = (cells: Iterable<number>): number[] =>
    [...cells]
      .filter((cell) => costs.has(cell) && !withheld.has(cell))
      .toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || a - b);
  return (open(near).length > 0 ? open(near) : open(costs.keys())).slice(0, 1);
}

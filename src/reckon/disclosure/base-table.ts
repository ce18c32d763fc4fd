/** One whole table that agrees with everything: the counts where they are known, and some numbers where only a release speaks. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { agrees, NoAnswer } from './extreme.ts';
import type { Lattice, Range } from './lattice.ts';
import { openProblem, partRows } from './open-problem.ts';

/**
 * Finds it.
 *
 * @throws OnRecordError `invalid-record` when no table agrees with all that was published
 * @throws NoAnswer
 * @example
 * const base = baseTable(lattice, solve);
 */
export function baseTable(lattice: Lattice, solve: SolveLinear): readonly number[] {
  const known = lattice.cells.map(
    ({ open, truth }): Range => (truth === null ? open : { least: truth, most: truth }),
  );
  const fixed: Lattice = {
    ...lattice,
    cells: lattice.cells.map((cell, at) => ({ ...cell, open: known[at] ?? cell.open, closed: null })),
  };
  const problem = openProblem(fixed, new Set());
  const table = known.map(({ least }) => least);
  problem.parts.forEach((_, part) => {
    const { cells, rows } = partRows(problem, [part]);
    const programme = {
      objective: cells.map(() => -1),
      lower: cells.map((cell) => known[cell]?.least ?? 0),
      upper: cells.map((cell) => known[cell]?.most ?? Number.POSITIVE_INFINITY),
      rows,
    };
    let solved = solve(programme);
    if (
      solved.status === 'optimal' &&
      !solved.values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)
    )
      solved = solve({ ...programme, whole: true });
    if (solved.status === 'infeasible') throw contradiction();
    if (solved.status !== 'optimal') throw new NoAnswer(solved.status);
    const { values } = solved;
    cells.forEach((cell, at) => {
      table[cell] = Math.round(values[at] ?? 0) + 0;
    });
  });
  if (!agrees(fixed, known, table)) throw contradiction();
  return table;
}

function contradiction(): OnRecordError {
  return new OnRecordError(
    'invalid-record',
    'These tables and the earlier releases contradict each other: no numbers of people agree with all of them. Check days, populations and labels; if a release counted other people, give its population other words.',
  );
}

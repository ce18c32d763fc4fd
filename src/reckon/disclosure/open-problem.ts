/**
 * What an attacker is left with when some cells are withheld: variables that are not known, in parts that do not touch,
 * and the rows that still say something about them.
 */
import type { LinearRow } from '../linear-programme.ts';
import type { Lattice, Range } from './lattice.ts';

/** A sum of cells, each times a whole number: a cell, or the difference of two. */
export type Expression = readonly (readonly [cell: number, by: number])[];

export interface OpenProblem {
  readonly lattice: Lattice;
  /** What is known of each cell. */
  readonly known: readonly Range[];
  /** Number of the part to which an unknown cell belongs; -1: the cell is known. */
  readonly partOf: readonly number[];
  /** Unknown cells of each part. */
  readonly parts: readonly (readonly number[])[];
  /** Indexes of the rows of each part. */
  readonly rowsOf: readonly (readonly number[])[];
}

/**
 * The problem with these cells of the draft withheld.
 *
 * @example
 * openProblem(lattice, new Set([4, 7])).parts.length;
 */
export function openProblem(lattice: Lattice, withheld: ReadonlySet<number>): OpenProblem {
  const known = lattice.cells.map(({ open, closed }, at): Range => {
    if (closed === null || withheld.has(at)) return open;
    return { least: Math.max(open.least, closed.least), most: Math.min(open.most, closed.most) };
  });
  const leader = lattice.cells.map((_, at) => at);
  const lead = (at: number): number => {
    let top = at;
    while (leader[top] !== top) top = leader[top] ?? top;
    leader[at] = top;
    return top;
  };
  const isUnknown = (at: number): boolean => known[at]?.least !== known[at]?.most;
  const unknownIn = lattice.rows.map(({ terms }) =>
    terms.flatMap(([cell]) => (isUnknown(cell) ? [cell] : [])),
  );
  for (const cells of unknownIn)
    for (const cell of cells.slice(1)) leader[lead(cell)] = lead(cells[0] ?? cell);
  const parts: number[][] = [];
  const number = new Map<number, number>();
  const partOf = lattice.cells.map((_, at) => {
    if (!isUnknown(at)) return -1;
    const top = lead(at);
    const part = number.get(top) ?? parts.length;
    if (part === parts.length) {
      number.set(top, part);
      parts.push([]);
    }
    parts[part]?.push(at);
    return part;
  });
  const rowsOf: number[][] = parts.map(() => []);
  unknownIn.forEach((cells, row) => {
    const [first] = cells;
    if (first !== undefined) rowsOf[partOf[first] ?? -1]?.push(row);
  });
  return { lattice, known, partOf, parts, rowsOf };
}

/**
 * Parts that an expression touches.
 *
 * @example
 * partsOf(problem, [[4, 1]]); // [0]
 */
export function partsOf({ partOf }: OpenProblem, expression: Expression): readonly number[] {
  return [...new Set(expression.map(([cell]) => partOf[cell] ?? -1))].filter((part) => part >= 0);
}

/** Rows over the unknown cells of some parts, known cells moved to the bounds. */
export interface PartRows {
  readonly cells: readonly number[];
  readonly place: ReadonlyMap<number, number>;
  /** Index in the lattice of each row. */
  readonly indexes: readonly number[];
  readonly rows: readonly LinearRow[];
}

/** Kept for as long as the problem is: an attack asks for the same rows again and again. */
const MADE = new WeakMap<OpenProblem, Map<string, PartRows>>();

/**
 * The rows of some parts, in variables that count from 0. The same list each time it is asked for.
 *
 * @example
 * partRows(problem, [0]).rows;
 */
export function partRows(problem: OpenProblem, which: readonly number[]): PartRows {
  const made = MADE.get(problem) ?? new Map<string, PartRows>();
  MADE.set(problem, made);
  const key = which.join(' ');
  const rows = made.get(key) ?? madeRows(problem, which);
  made.set(key, rows);
  return rows;
}

function madeRows(
  { lattice, known, partOf, parts, rowsOf }: OpenProblem,
  which: readonly number[],
): PartRows {
  const cells = which.flatMap((part) => parts[part] ?? []);
  const place = new Map(cells.map((cell, at) => [cell, at]));
  const indexes = which.flatMap((part) => rowsOf[part] ?? []);
  const rows = indexes.map((index) => {
    const { terms, least, most } = lattice.rows[index] ?? { terms: [], least: 0, most: 0 };
    let fixed = 0;
    const left: (readonly [number, number])[] = [];
    for (const [cell, by] of terms) {
      const at = place.get(cell);
      if (at !== undefined) left.push([at, by]);
      else if (partOf[cell] === -1) fixed += by * (known[cell]?.least ?? 0);
    }
    return { terms: left, least: least - fixed, most: most - fixed };
  });
  return { cells, place, indexes, rows };
}

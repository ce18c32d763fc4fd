/** Random tables of small counts, over two to four axes, some in two linked tables: for properties and for the bench. */
import { chanceFrom } from '../../../test/fixtures/chance.ts';
import { type Axis, makeAxis } from './axis.ts';
import { cellCount, labelsOf } from './cell-grid.ts';
import { type CountTable, countTable } from './count-table.ts';

/**
 * A table with its margins from a count for each combination of values.
 *
 * @param countOf called once for each combination of values, in the order of the grid
 */
export function filledTable(
  axes: readonly Axis[],
  countOf: (values: readonly string[]) => number,
  { asOf = '2017-06-01', name = 'table', grows = false } = {},
): CountTable {
  const sums = axes.map((axis) => new Map(axis.sums.map(({ whole, parts }) => [whole, parts])));
  const leaves = (axis: number, label: string): readonly string[] =>
    sums[axis]?.get(label)?.flatMap((part) => leaves(axis, part)) ?? [label];
  const inner = new Map<string, number>();
  const cells = Array.from({ length: cellCount(axes) }, (_, cell) => labelsOf(axes, cell));
  for (const labels of cells)
    if (labels.every((label, axis) => sums[axis]?.has(label) === false))
      inner.set(labels.join('\t'), countOf(labels));
  const counts = cells.map((labels) => {
    let all: string[][] = [[]];
    labels.forEach((label, axis) => {
      all = all.flatMap((head) => leaves(axis, label).map((leaf) => [...head, leaf]));
    });
    return all.reduce((sum, values) => sum + (inner.get(values.join('\t')) ?? 0), 0);
  });
  return countTable({ name, population: 'people', asOf, grows, axes, counts });
}

const SHAPES: readonly (readonly number[])[] = [
  [3, 3],
  [4, 3],
  [5, 4],
  [6, 5],
  [8, 4],
  [3, 3, 2],
  [4, 3, 2],
  [4, 3, 3],
  [5, 4, 3],
  [3, 2, 2, 2],
  [3, 3, 2, 2],
  [4, 3, 2, 2],
];

/** The tables of one release: every fourth time two that share cells, grouped in different ways. */
export function randomTables(seed: number): readonly CountTable[] {
  const chance = chanceFrom(seed);
  const shape = SHAPES[Math.floor(chance() * SHAPES.length)] ?? [3, 3];
  const values = (axis: number, many: number): string[] =>
    Array.from({ length: many }, (_, at) => `${'abcd'[axis]}${at + 1}`);
  const scale = [4, 8, 15, 30][Math.floor(chance() * 4)] ?? 8;
  const counts = new Map<string, number>();
  const countOf = (labels: readonly string[]): number => {
    const key = labels.join(' ');
    const known = counts.get(key);
    if (known !== undefined) return known;
    const count = chance() < 0.15 ? 0 : Math.floor(-Math.log(1 - chance()) * scale);
    counts.set(key, count);
    return count;
  };
  const linked = seed % 4 === 0;
  const axesOf = (turn: number): readonly Axis[] =>
    shape.map((many, axis) => {
      const all = values(axis, many);
      const grouped = linked && axis === 0 && many >= 4;
      const parts = turn === 0 ? all.slice(0, 2) : all.slice(1, 3);
      return makeAxis({
        name: 'abcd'[axis] ?? '',
        values: all,
        total: 'all',
        sensitive: axis === 1 && seed % 3 === 0,
        groups: grouped ? [{ whole: `group-${turn}`, parts }] : [],
      });
    });
  const first = filledTable(axesOf(0), countOf, { name: 'first' });
  if (!linked || shape.length > 3) return [first];
  return [first, filledTable(axesOf(1), countOf, { name: 'second' })];
}

/** A table of two axes, and the same a month later, when one to four people more were counted. */
export function laterTables(seed: number): { readonly first: CountTable; readonly second: CountTable } {
  const chance = chanceFrom(seed + 50_000);
  const axes = [4, 3].map((many, axis) =>
    makeAxis({
      name: 'ab'[axis] ?? '',
      values: Array.from({ length: many }, (_, at) => `${'ab'[axis]}${at + 1}`),
      total: 'all',
    }),
  );
  const counts = Array.from({ length: 12 }, () => Math.floor(-Math.log(1 - chance()) * 20));
  const more = [...counts];
  for (let joined = 1 + Math.floor(chance() * 4); joined > 0; joined -= 1) {
    const cell = Math.floor(chance() * more.length);
    more[cell] = (more[cell] ?? 0) + 1;
  }
  const filled = (inner: readonly number[], asOf: string): CountTable => {
    let at = 0;
    return filledTable(axes, () => inner[at++] ?? 0, { asOf });
  };
  return { first: filled(counts, '2017-06-01'), second: filled(more, '2017-07-01') };
}

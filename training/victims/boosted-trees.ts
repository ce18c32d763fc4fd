/** Gradient-boosted trees of fixed depth for a yes-or-no question: logistic loss, histogram splits, seeded chance. */

/** A full binary tree: inner nodes from the root (a node that does not split sends all left), then leaves. */
export interface Tree {
  readonly feature: number[];
  readonly threshold: number[];
  readonly leaf: number[];
}

/** Trees with the log odds they start from. */
export interface Boosted {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Rows to learn from. */
export interface Rows {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly weight: readonly number[];
}

/** How to grow. */
export interface Growth {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leastWeight: number;
  readonly ridge: number;
  readonly columns: number;
  readonly rows: number;
  readonly seed: number;
}

const BINS = 32;

/** Numbers from 0 to 1, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function edgesOf(values: number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const edges: number[] = [];
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) {
    for (let at = 0; at + 1 < distinct.length; at += 1)
      edges.push(((distinct[at] ?? 0) + (distinct[at + 1] ?? 0)) / 2);
    return edges;
  }
  for (let at = 1; at < BINS; at += 1) {
    const edge = sorted[Math.floor((at * sorted.length) / BINS)] ?? 0;
    if (edges.length === 0 || edge > (edges.at(-1) ?? 0)) edges.push(edge);
  }
  return edges;
}

interface Table {
  readonly edges: number[][];
  readonly bins: Uint8Array[];
  readonly g: Float64Array;
  readonly h: Float64Array;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
}

function bestSplit(
  table: Table,
  rows: readonly number[],
  columns: readonly number[],
  growth: Growth,
): Split | null {
  const { g, h } = table;
  let [sumG, sumH] = [0, 0];
  for (const row of rows) {
    sumG += g[row]!;
    sumH += h[row]!;
  }
  let best: Split | null = null;
  let most = 1e-6;
  const hg = new Float64Array(BINS + 1);
  const hh = new Float64Array(BINS + 1);
  for (const feature of columns) {
    const edges = table.edges[feature]!;
    if (edges.length === 0) continue;
    hg.fill(0);
    hh.fill(0);
    const bins = table.bins[feature]!;
    for (const row of rows) {
      const bin = bins[row]!;
      hg[bin]! += g[row]!;
      hh[bin]! += h[row]!;
    }
    let [left, leftH] = [0, 0];
    for (let bin = 0; bin < edges.length; bin += 1) {
      left += hg[bin]!;
      leftH += hh[bin]!;
      if (leftH < growth.leastWeight || sumH - leftH < growth.leastWeight) continue;
      const right = sumG - left;
      const gain =
        (left * left) / (leftH + growth.ridge) +
        (right * right) / (sumH - leftH + growth.ridge) -
        (sumG * sumG) / (sumH + growth.ridge);
      if (gain > most) {
        most = gain;
        best = { feature, bin };
      }
    }
  }
  return best;
}

function leafValue(table: Table, rows: readonly number[], growth: Growth): number {
  let [sumG, sumH] = [0, 0];
  for (const row of rows) {
    sumG += table.g[row]!;
    sumH += table.h[row]!;
  }
  return (-growth.rate * sumG) / (sumH + growth.ridge);
}

function grow(table: Table, rows: number[], columns: readonly number[], growth: Growth): Tree {
  const inner = (1 << growth.depth) - 1;
  const tree: Tree = { feature: new Array(inner).fill(0), threshold: new Array(inner).fill(1e9), leaf: [] };
  const parts: number[][] = [rows];
  for (let node = 0; node < inner; node += 1) {
    const here = parts[node] ?? [];
    const split = here.length === 0 ? null : bestSplit(table, here, columns, growth);
    const bins = split === null ? null : table.bins[split.feature]!;
    if (split !== null) {
      tree.feature[node] = split.feature;
      tree.threshold[node] = table.edges[split.feature]![split.bin]!;
    }
    parts[2 * node + 1] =
      split === null || bins === null ? here : here.filter((row) => bins[row]! <= split.bin);
    parts[2 * node + 2] = split === null || bins === null ? [] : here.filter((row) => bins[row]! > split.bin);
  }
  for (let leaf = inner; leaf <= 2 * inner; leaf += 1)
    tree.leaf.push(leafValue(table, parts[leaf] ?? [], growth));
  return tree;
}

/** Value of a tree at a row. */
export function valueAt(tree: Tree, x: readonly number[]): number {
  const inner = tree.feature.length;
  let at = 0;
  while (at < inner) at = (x[tree.feature[at]!] ?? 0) <= tree.threshold[at]! ? 2 * at + 1 : 2 * at + 2;
  return tree.leaf[at - inner] ?? 0;
}

/** Log odds of a row. */
export function oddsAt(model: Boosted, x: readonly number[]): number {
  return model.trees.reduce((sum, tree) => sum + valueAt(tree, x), model.base);
}

/** Grows the trees. */
export function boost({ x, y, weight }: Rows, growth: Growth): Boosted {
  const n = x.length;
  const width = x[0]?.length ?? 0;
  const next = chance(growth.seed);
  const edges = Array.from({ length: width }, (_, f) => edgesOf(x.map((row) => row[f]!)));
  const bins = edges.map((list, f) =>
    Uint8Array.from(x, (row) => {
      let bin = 0;
      while (bin < list.length && row[f]! > list[bin]!) bin += 1;
      return bin;
    }),
  );
  const total = weight.reduce((a, b) => a + b, 0);
  const positive = y.reduce((a, value, at) => a + value * weight[at]!, 0);
  const base = Math.log(positive / (total - positive));
  const z = new Float64Array(n).fill(base);
  const table: Table = { edges, bins, g: new Float64Array(n), h: new Float64Array(n) };
  const trees: Tree[] = [];
  for (let round = 0; round < growth.trees; round += 1) {
    for (let row = 0; row < n; row += 1) {
      const p = 1 / (1 + Math.exp(-z[row]!));
      table.g[row] = weight[row]! * (p - y[row]!);
      table.h[row] = weight[row]! * p * (1 - p);
    }
    const columns = edges.map((_, f) => f).filter(() => next() < growth.columns);
    const rows = Array.from({ length: n }, (_, row) => row).filter(() => next() < growth.rows);
    const tree = grow(table, rows, columns, growth);
    trees.push(tree);
    for (let row = 0; row < n; row += 1) z[row] = z[row]! + valueAt(tree, x[row]!);
  }
  return { base, trees };
}

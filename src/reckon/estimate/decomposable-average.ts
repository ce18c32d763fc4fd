/**
 * Bayesian averaging over all decomposable graphs (Madigan & York 1997; Lum, Johndrow & Ball, dga). Deterministic and
 * exact up to a share of e^-30 of the weight: a scan finds the graphs and the numbers that matter, a second pass sums
 * them on a fine grid. The complete graph is left out unless asked for: nothing in the data identifies it, the prior alone
 * decides what it says. Refuses more than 7 lists.
 */
import { type CaptureTable, namesIn, recorded } from './capture-table.ts';
import { type ChordalGraphs, chordalGraphs } from './chordal-graphs.ts';
import {
  type GraphLikelihood,
  openLikelihood,
  type PopulationPrior,
  type Prior,
} from './graph-likelihood.ts';
import { type GridPosterior, type PosteriorFigures, posteriorFigures } from './grid-posterior.ts';
import { equalGrid, growingGrid, logUnseen, type UnseenGrid } from './unseen-grid.ts';

export interface AverageOptions {
  /** Prior weight of a cell, in persons; null: 2^-lists, one person over all cells. */
  readonly delta: number | null;
  readonly population: PopulationPrior;
  /** Whether the complete graph counts. */
  readonly complete: boolean;
  /** Unseen people are looked for up to so many times the recorded ones. */
  readonly factor: number;
  /** Points of the grid. */
  readonly points: number;
  /** `growing`: fine where the posterior is; `equal`: equal distances from 1 to the end, for published comparisons. */
  readonly grid: 'growing' | 'equal';
}

export const AVERAGE_OPTIONS: AverageOptions = Object.freeze({
  delta: null,
  population: { kind: 'reciprocal' },
  complete: false,
  factor: 30,
  points: 1000,
  grid: 'growing',
} as const);

export interface DecomposableAverage {
  readonly figures: PosteriorFigures;
  readonly posterior: GridPosterior;
  readonly delta: number;
  /** Graphs that were averaged over. */
  readonly graphs: number;
  /** The likeliest graph as its cliques, each a set of lists; and its share of the weight. */
  readonly top: { readonly cliques: readonly (readonly string[])[]; readonly share: number };
}

/** Points of the scan: the graphs of seven lists are many. */
const SCAN_POINTS = 160;
/** A graph with less than e^-35 of the weight of the best is not summed; a number with less than e^-30 is not looked at. */
const GRAPH_DEPTH = 35;
const PERSON_DEPTH = 30;
/** Standard deviations around the mode of a graph that the fine grid covers. */
const WIDE = 10;

const made = new Map<number, ChordalGraphs>();

function graphsOf(lists: number): ChordalGraphs {
  const known = made.get(lists);
  if (known !== undefined) return known;
  const graphs = chordalGraphs(lists);
  made.set(lists, graphs);
  return graphs;
}

/**
 * Averages over all decomposable graphs.
 *
 * @throws RangeError for fewer than 2 or more than 7 lists
 * @example
 * averageOverGraphs(kosovo, AVERAGE_OPTIONS).figures.median; // about 12 600
 */
export function averageOverGraphs(table: CaptureTable, options: AverageOptions): DecomposableAverage {
  const lists = table.lists.length;
  const all = graphsOf(lists);
  const used = options.complete ? all.count : all.count - 1;
  const delta = options.delta ?? 2 ** -lists;
  const seen = recorded(table);
  const prior: Prior = { delta, population: options.population };
  const work = { table, graphs: all, prior, used };
  const plan =
    options.grid === 'equal'
      ? {
          grid: equalGrid(seen, options.factor, options.points),
          kept: Array.from({ length: used }, (_, i) => i),
        }
      : scan(work, Math.round(options.factor * seen), options.points);
  const likelihood = openLikelihood(table, all, plan.grid.persons, prior);
  const { mass, best, share } = summed(likelihood, plan.kept, plan.grid);
  const posterior = { grid: plan.grid, mass };
  const from = all.starts[best] ?? 0;
  const cliques = [...all.parts.slice(from, from + (all.cliques[best] ?? 0))];
  return {
    figures: posteriorFigures(posterior, seen),
    posterior,
    delta,
    graphs: used,
    top: { cliques: cliques.map((clique) => namesIn(table, clique)), share },
  };
}

interface Work {
  readonly table: CaptureTable;
  readonly graphs: ChordalGraphs;
  readonly prior: Prior;
  readonly used: number;
}

/** Finds which graphs carry weight, and between which numbers of people. */
function scan(
  { table, graphs, prior, used }: Work,
  most: number,
  points: number,
): { readonly grid: UnseenGrid; readonly kept: readonly number[] } {
  const coarse = growingGrid(0, most, SCAN_POINTS);
  const scale = coarse.persons.map(logUnseen);
  const logWidths = coarse.widths.map(Math.log);
  const likelihood = openLikelihood(table, graphs, coarse.persons, prior);
  const row = new Float64Array(coarse.persons.length);
  const weights = new Float64Array(used);
  let best = Number.NEGATIVE_INFINITY;
  for (let graph = 0; graph < used; graph += 1) {
    likelihood.fill(graph, row);
    const weight = peakOf(row, scale).height;
    weights[graph] = weight;
    if (weight > best) best = weight;
  }
  const kept: number[] = [];
  for (let graph = 0; graph < used; graph += 1)
    if ((weights[graph] ?? 0) > best - GRAPH_DEPTH) kept.push(graph);
  let least = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const graph of kept) {
    likelihood.fill(graph, row);
    const peak = peakOf(row, scale);
    if (peak.height > best - PERSON_DEPTH) {
      least = Math.min(least, Math.exp(peak.at - WIDE * peak.deviation));
      largest = Math.max(largest, Math.exp(peak.at + WIDE * peak.deviation));
    }
    for (let i = 0; i < row.length; i += 1) {
      if ((row[i] ?? 0) + (logWidths[i] ?? 0) - (logWidths[peak.index] ?? 0) <= best - PERSON_DEPTH) continue;
      least = Math.min(least, coarse.persons[Math.max(0, i - 1)] ?? 0);
      largest = Math.max(largest, coarse.persons[Math.min(row.length - 1, i + 1)] ?? most);
    }
  }
  const from = Math.max(0, Math.floor(least) - 1);
  const to = Math.min(most, Math.ceil(largest) + 1);
  return { grid: growingGrid(from, to, points), kept };
}

interface Peak {
  readonly index: number;
  /** On the scale of `logUnseen`. */
  readonly at: number;
  readonly height: number;
  /** Standard deviation on that scale; 0 at an end of the grid. */
  readonly deviation: number;
}

/** The highest point of a row, refined by the parabola through it and its neighbours. */
function peakOf(row: Float64Array, scale: Float64Array): Peak {
  let index = 0;
  for (let i = 1; i < row.length; i += 1) if ((row[i] ?? 0) > (row[index] ?? 0)) index = i;
  const height = row[index] ?? 0;
  const at = scale[index] ?? 0;
  if (index === 0 || index === row.length - 1) return { index, at, height, deviation: 0 };
  const before = at - (scale[index - 1] ?? 0);
  const after = (scale[index + 1] ?? 0) - at;
  const fall = (height - (row[index - 1] ?? 0)) / before;
  const rise = ((row[index + 1] ?? 0) - height) / after;
  const curvature = (2 * (fall - rise)) / (before + after);
  if (!(curvature > 0)) return { index, at, height, deviation: 0 };
  const slope = (fall * after + rise * before) / (before + after);
  const moved = slope / curvature;
  return { index, at: at + moved, height: height + (slope * moved) / 2, deviation: 1 / Math.sqrt(curvature) };
}

/** Sums the weights of the graphs on the grid, scaled to the largest so far; normalised at the end. */
function summed(
  likelihood: GraphLikelihood,
  kept: readonly number[],
  grid: UnseenGrid,
): { readonly mass: Float64Array; readonly best: number; readonly share: number } {
  const size = grid.persons.length;
  const row = new Float64Array(size);
  const mass = new Float64Array(size);
  let scale = Number.NEGATIVE_INFINITY;
  let best = { graph: kept[0] ?? 0, weight: Number.NEGATIVE_INFINITY };
  for (const graph of kept) {
    likelihood.fill(graph, row);
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < size; i += 1) if ((row[i] ?? 0) > highest) highest = row[i] ?? highest;
    if (highest < scale - 2 * GRAPH_DEPTH) continue;
    if (highest > scale) {
      const shrink = Math.exp(scale - highest);
      for (let i = 0; i < size; i += 1) mass[i] = (mass[i] ?? 0) * shrink;
      scale = highest;
    }
    let sum = 0;
    for (let i = 0; i < size; i += 1) {
      const weight = Math.exp((row[i] ?? 0) - scale) * (grid.widths[i] ?? 1);
      mass[i] = (mass[i] ?? 0) + weight;
      sum += weight;
    }
    const weight = scale + Math.log(sum);
    if (weight > best.weight) best = { graph, weight };
  }
  const total = mass.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < size; i += 1) mass[i] = (mass[i] ?? 0) / total;
  return { mass, best: best.graph, share: Math.exp(best.weight - scale - Math.log(total)) };
}

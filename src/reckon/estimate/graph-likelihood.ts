/**
 * The marginal likelihood of a decomposable graph for each number of unseen people, under a hyper-Dirichlet prior (Dawid
 * & Lauritzen 1993; Madigan & York 1997): Dirichlet normalisers of the cliques over those of the separators, times the
 * multinomial coefficient, times the prior of the size. What a subset of lists adds is computed once for the whole grid; a graph
 * is a sum of such rows, which is why a hundred thousand graphs take seconds.
 */
import { type CaptureTable, listsIn } from './capture-table.ts';
import type { ChordalGraphs } from './chordal-graphs.ts';
import { logGamma } from './log-gamma.ts';

/** Adds up the logarithm of the posterior weight of one graph on each point of a grid. */
export interface GraphLikelihood {
  /**
   * Fills `row` with the logarithm of the weight, up to one constant for all graphs and points.
   *
   * @param graph 0-based
   */
  fill(graph: number, row: Float64Array): void;
}

/** What is believed of the whole number of people N before anything is seen. */
export type PopulationPrior =
  /** Proportional to 1/N: says nothing of the size. */
  | { readonly kind: 'reciprocal' }
  /** Poisson with a gamma mean (Madigan & York 1997 §4): mean shape × scale. Somebody's knowledge, to be named. */
  | { readonly kind: 'gamma-poisson'; readonly shape: number; readonly scale: number };

export interface Prior {
  /** Each of the 2^lists cells is worth this many people before anything is seen. */
  readonly delta: number;
  readonly population: PopulationPrior;
}

function logPrior(prior: PopulationPrior, people: number): number {
  if (prior.kind === 'reciprocal') return -Math.log(people);
  const { shape, scale } = prior;
  return (
    people * Math.log(scale) -
    (people + shape) * Math.log(1 + scale) +
    logGamma(people + shape) -
    logGamma(people + 1) -
    logGamma(shape)
  );
}

/**
 * Opens the likelihood of all graphs on one grid.
 *
 * @param persons unseen persons of the grid
 * @example
 * const likelihood = openLikelihood(table, chordalGraphs(4), Float64Array.of(100, 200), { delta: 1 / 16, population: { kind: 'reciprocal' } });
 */
export function openLikelihood(
  table: CaptureTable,
  graphs: ChordalGraphs,
  persons: Float64Array,
  { delta, population }: Prior,
): GraphLikelihood {
  const cells = 2 ** table.lists.length;
  const seen = table.counts.reduce((sum, count) => sum + count, 0);
  const rows: Float64Array[] = [new Float64Array(0)];
  for (let subset = 1; subset < cells; subset += 1) rows.push(subsetRow(table, subset, persons, delta));
  const coefficients = table.counts.reduce((sum, count) => sum + logGamma(count + 1), 0);
  const whole = logGamma(cells * delta);
  /** Multinomial coefficient and prior; and the normaliser that each connected part of a graph brings. */
  const base = persons.map(
    (n0) => logGamma(n0 + seen + 1) - coefficients - logGamma(n0 + 1) + logPrior(population, seen + n0),
  );
  const normaliser = persons.map((n0) => whole - logGamma(n0 + seen + cells * delta));
  return {
    fill(graph, row) {
      const from = graphs.starts[graph] ?? 0;
      const to = graphs.starts[graph + 1] ?? from;
      const cliques = graphs.cliques[graph] ?? 0;
      const parts = cliques - (to - from - cliques);
      for (let i = 0; i < row.length; i += 1) row[i] = (base[i] ?? 0) + parts * (normaliser[i] ?? 0);
      for (let at = from; at < to; at += 1) {
        const added = rows[graphs.parts[at] ?? 0] ?? row;
        if (at - from < cliques)
          for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) + (added[i] ?? 0);
        else for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) - (added[i] ?? 0);
      }
    },
  };
}

/** The Dirichlet normaliser of the table of some lists: its empty cell holds the unseen people, too. */
function subsetRow(table: CaptureTable, subset: number, persons: Float64Array, delta: number): Float64Array {
  const size = listsIn(subset);
  const weight = delta * 2 ** (table.lists.length - size);
  const margin = new Map<number, number>();
  table.counts.forEach((count, history) => {
    margin.set(history & subset, (margin.get(history & subset) ?? 0) + count);
  });
  let constant = -(2 ** size) * logGamma(weight);
  for (const [history, count] of margin) if (history !== 0) constant += logGamma(count + weight);
  const empty = (margin.get(0) ?? 0) + weight;
  return persons.map((n0) => logGamma(n0 + empty) + constant);
}

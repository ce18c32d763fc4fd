/**
 * A recurrent layer on what the network made of a stretch: its states and the words' vectors side by side, and a row of a table
 * for each feature, go through it in both directions. The judge of figures and the reader of chains each have one.
 */
import { bothWays } from './both-ways.ts';
import type { Kernel } from './kernel.ts';
import type { Layout, StatesLayer } from './layout.ts';
import type { Spelling } from './token-features.ts';
import type { Matrix, Weights } from './weights.ts';
import { MOST_INPUT } from './whole-rows.ts';

/** Whole numbers for one in states and vectors: both lie within 2. */
export const STATES_UNIT = MOST_INPUT / 2;

export interface LayerRun {
  readonly kernel: Kernel;
  readonly layout: Layout;
  readonly weights: Weights;
  readonly layer: StatesLayer;
}

/** What a stretch brings. */
export interface StretchRows {
  /** Of the stretch's words. */
  readonly spellings: readonly Spelling[];
  readonly steps: number;
  /** Values of the layer's features, one row a token, one column a table. */
  readonly rows: Uint8Array;
}

/**
 * Runs the layer over the stretch that the network encoded last.
 *
 * @param out place of floats for its states, steps x 2 hidden
 * @param taken the layer's inputs were taken in for the same stretch by another that shares them
 * @example
 * runStatesLayer({ kernel, layout, weights, layer: layout.chains }, { spellings, steps, rows }, layout.chains.states);
 */
export function runStatesLayer(run: LayerRun, stretch: StretchRows, out: number, taken = false): void {
  const { kernel, layout, layer } = run;
  const { steps } = stretch;
  if (!taken) takeIn(run, stretch);
  kernel.project({
    ...layer.in,
    x: layer.inputs,
    bias: layer.gateBias,
    out: layer.gates,
    steps,
    rows: 6 * layer.hidden,
    columns: layer.columns,
    unit: 1 / STATES_UNIT,
  });
  gather(run, stretch);
  const { scratch, gates } = layout;
  bothWays(kernel, layer.units, { gates, out, scratch, steps, width: layer.hidden });
}

/** States, vectors and senses of the stretch's words, side by side. */
function takeIn({ kernel, layout, weights, layer }: LayerRun, { spellings, steps }: StretchRows): void {
  const words = weights.matrix('words');
  const senses = layer.senses ? weights.matrix('senses') : null;
  const states = 2 * weights.hidden;
  const { wholes } = kernel;
  let at = layer.inputs * 2;
  for (let t = 0; t < steps; t += 1) {
    wholes.copyWithin(at, layout.whole * 2 + t * states, layout.whole * 2 + (t + 1) * states);
    at += states;
    const word = spellings[t]?.word ?? 0;
    const scale = words.scale(word) * STATES_UNIT;
    for (let j = 0; j < words.columns; j += 1) {
      const value = Math.round((words.numbers[word * words.columns + j] as number) * scale);
      wholes[at + j] = Math.max(-MOST_INPUT, Math.min(MOST_INPUT, value));
    }
    at += words.columns;
    if (senses === null) continue;
    senseOf(senses, spellings[t]?.senses ?? [], wholes.subarray(at, at + senses.columns));
    at += senses.columns;
  }
}

/** The middle of a word's senses. */
function senseOf(senses: Matrix, rows: readonly number[], out: Int16Array): void {
  const { columns, numbers } = senses;
  const scales = rows.map((row) => (senses.scale(row) * STATES_UNIT) / rows.length);
  for (let j = 0; j < columns; j += 1) {
    let sum = 0;
    for (let k = 0; k < rows.length; k += 1)
      sum += (numbers[(rows[k] as number) * columns + j] as number) * (scales[k] as number);
    out[j] = Math.max(-MOST_INPUT, Math.min(MOST_INPUT, Math.round(sum)));
  }
}

/** The gates of every token: what it brings itself, and a row of each table. */
function gather({ kernel, layout, layer }: LayerRun, { steps, rows }: StretchRows): void {
  const width = 6 * layer.hidden;
  const columns = layer.tables.length;
  let at = layout.rows;
  for (let t = 0; t < steps; t += 1) {
    kernel.places[at] = layer.gates + t * width;
    for (let k = 0; k < columns; k += 1)
      kernel.places[at + 1 + k] = (layer.tables[k] as number) + (rows[t * columns + k] as number) * width;
    at += columns + 1;
  }
  kernel.gather({ out: layout.gates, rows: layout.rows, steps, count: columns + 1, width });
}

/**
 * The judge of figures at reading time: what the network made of a stretch, the words' vectors and the features of
 * figure-features.ts go through one narrow recurrent layer, which scores at each token what a number there counts. What it
 * computes is described in training/figures/train.py.
 */
import { FIGURE_FEATURES } from '../../figures/figure-features.ts';
import { FIGURE_LABELS } from '../../figures/figure-measures.ts';
import { bothWays } from './both-ways.ts';
import type { Kernel } from './kernel.ts';
import type { FigureLayout, Layout } from './layout.ts';
import type { Spelling } from './token-features.ts';
import type { Weights } from './weights.ts';
import { MOST_INPUT } from './whole-rows.ts';

interface Judge {
  readonly kernel: Kernel;
  readonly layout: Layout;
  readonly figures: FigureLayout;
  readonly weights: Weights;
}

interface Judged {
  /** Of the stretch's words. */
  readonly spellings: readonly Spelling[];
  readonly steps: number;
  /** The features of `figureFeatures`. */
  readonly rows: Uint8Array;
}

/** Whole numbers for one in states and vectors: both lie within 2. */
const UNIT = MOST_INPUT / 2;

/** States and vectors of the stretch's words, side by side. */
function takeIn({ kernel, layout, figures, weights }: Judge, { spellings, steps }: Judged): void {
  const words = weights.matrix('words');
  const states = 2 * weights.hidden;
  const { wholes } = kernel;
  let at = figures.inputs * 2;
  for (let t = 0; t < steps; t += 1) {
    wholes.copyWithin(at, layout.whole * 2 + t * states, layout.whole * 2 + (t + 1) * states);
    at += states;
    const word = spellings[t]?.word ?? 0;
    const scale = words.scale(word) * UNIT;
    for (let j = 0; j < words.columns; j += 1) {
      const value = Math.round((words.numbers[word * words.columns + j] as number) * scale);
      wholes[at + j] = Math.max(-MOST_INPUT, Math.min(MOST_INPUT, value));
    }
    at += words.columns;
  }
}

/** The gates of every token: what it brings itself, and a row of each table. */
function gather({ kernel, layout, figures }: Judge, { steps, rows }: Judged): void {
  const width = 6 * figures.hidden;
  const columns = FIGURE_FEATURES.length;
  let at = layout.rows;
  for (let t = 0; t < steps; t += 1) {
    kernel.places[at] = figures.gates + t * width;
    for (let k = 0; k < columns; k += 1)
      kernel.places[at + 1 + k] = (figures.tables[k] as number) + (rows[t * columns + k] as number) * width;
    at += columns + 1;
  }
  kernel.gather({ out: layout.gates, rows: layout.rows, steps, count: columns + 1, width });
}

/**
 * Scores of FIGURE_LABELS of every token of the stretch that the network encoded last.
 *
 * @example
 * judgeFigures({ kernel, layout, figures, weights }, { spellings, steps, rows }); // steps x FIGURE_LABELS
 */
export function judgeFigures(judge: Judge, judged: Judged): Float32Array {
  const { kernel, layout, figures, weights } = judge;
  const { steps } = judged;
  takeIn(judge, judged);
  kernel.project({
    ...figures.in,
    x: figures.inputs,
    bias: figures.gateBias,
    out: figures.gates,
    steps,
    rows: 6 * figures.hidden,
    columns: 2 * weights.hidden + weights.matrix('words').columns,
    unit: 1 / UNIT,
  });
  gather(judge, judged);
  const { relationStates: out, relationWhole: x, scratch, gates } = layout;
  bothWays(kernel, figures.units, { gates, out, scratch, steps, width: figures.hidden });
  kernel.round({ x: out, out: x, count: steps * 2 * figures.hidden, unit: MOST_INPUT });
  kernel.project({
    ...figures.label,
    x,
    bias: figures.labelBias,
    out: figures.labels,
    steps,
    rows: FIGURE_LABELS.length,
    columns: 2 * figures.hidden,
    unit: 1 / MOST_INPUT,
  });
  return kernel.memory.slice(figures.labels, figures.labels + steps * FIGURE_LABELS.length);
}

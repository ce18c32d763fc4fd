/**
 * The judge of figures at reading time: what the network made of a stretch, the words' vectors and the features of
 * figure-features.ts go through one narrow recurrent layer, which scores at each token what a number there counts. There may be
 * several, taught alike from other beginnings: their probabilities are averaged. What one computes is described in
 * training/figures/train.py.
 */
import { FIGURE_LABELS } from '../../figures/figure-measures.ts';
import type { Kernel } from './kernel.ts';
import type { FigureLayout, Layout } from './layout.ts';
import { runStatesLayer, type StretchRows } from './states-layer.ts';
import type { Weights } from './weights.ts';
import { MOST_INPUT } from './whole-rows.ts';

interface Judge {
  readonly kernel: Kernel;
  readonly layout: Layout;
  readonly figures: readonly FigureLayout[];
  readonly weights: Weights;
}

function scoresOf(
  { kernel, layout, weights }: Judge,
  figures: FigureLayout,
  judged: StretchRows,
  taken: boolean,
): Float32Array {
  const { steps } = judged;
  const { relationStates: out, relationWhole: x } = layout;
  runStatesLayer({ kernel, layout, weights, layer: figures }, judged, out, taken);
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

/**
 * Scores of FIGURE_LABELS at every token of the stretch that the network encoded last, one list a judge.
 *
 * @example
 * judgeFigures({ kernel, layout, figures, weights }, { spellings, steps, rows }); // each steps x FIGURE_LABELS
 */
export function judgeFigures(judge: Judge, judged: StretchRows): readonly Float32Array[] {
  return judge.figures.map((figures, k) => scoresOf(judge, figures, judged, k > 0));
}

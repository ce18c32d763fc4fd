/**
 * The attribution network at reading time: token features in, cue probabilities out; per cue, scores of the labels
 * "nothing, source begins, source goes on, content begins, content goes on". What it computes is described in
 * training/attribution/train.py; whatever is linear was multiplied out by pack.py, so that inputs are sums of rows.
 */
import { bothWays } from './both-ways.ts';
import { encodeChains, joinChains, relateChains } from './chain-network.ts';
import { judgeFigures } from './judge-figures.ts';
import type { Kernel } from './kernel.ts';
import { type ChainLayout, layOut } from './layout.ts';
import { openPlainKernel } from './plain-kernel.ts';
import { CUE_FEATURES, type Spelling, TOKEN_FEATURES, type TokenFeatures } from './token-features.ts';
import { openWasmKernel } from './wasm-kernel.ts';
import type { Weights } from './weights.ts';
import { MOST_INPUT } from './whole-rows.ts';
import { openWordInputs } from './word-inputs.ts';

/** Labels of a token in a relation: nothing, source begins, goes on, content begins, goes on. */
export const LABELS = 5;
/** Rows of labels and of cues are padded to a multiple of eight. */
const PADDED = 8;
/** States of one layer lie within 1, sums of two layers within 2: as whole numbers they fill the range of a product's inputs. */
const ONE_LAYER = MOST_INPUT;
const TWO_LAYERS = MOST_INPUT / 2;

/** A stretch to be read. A word's spelling is kept by identity: give the same object for the same word. */
export interface Stretch {
  readonly features: TokenFeatures;
  /** Tokens, at most LONGEST_STRETCH of them. */
  readonly from: number;
  readonly to: number;
}

export interface ChainNetwork {
  /**
   * Per token the probability of no telling's cue, of one's beginning, of its going on; row-major.
   *
   * @param rows the features of `chainFeatures`
   */
  encode(rows: Uint8Array): Float32Array;
  /**
   * Scores of CHAIN_LABELS of every token, for one cue; row-major. After `encode`, before any other stretch.
   *
   * @param rows the features of `chainCueFeatures`
   */
  relate(rows: Uint8Array, cue: { readonly first: number; readonly last: number }): Float32Array;
  readonly transitions: Float32Array;
  readonly start: Float32Array;
}

export interface Network {
  /** Per token of the stretch the probability of no cue, of a cue's beginning, of its going on; row-major. */
  encode(stretch: Stretch): Float32Array;
  /**
   * Scores of the labels of every token of the stretch last encoded, for one cue in it; row-major, steps x LABELS.
   *
   * @param rows the features of `cueFeatures`
   * @param cue first and last token of the cue, counted from the stretch's first
   */
  relate(rows: Uint8Array, cue: { readonly first: number; readonly last: number }): Float32Array;
  /**
   * Each judge's scores of FIGURE_LABELS of every token of the stretch last encoded; row-major, steps x FIGURE_LABELS. Null when the
   * file of weights has no judge of figures.
   *
   * @param rows the features of `figureFeatures`
   */
  judge(rows: Uint8Array): readonly Float32Array[] | null;
  /** The reader of chains; null: the file of weights has none. It reads the stretch last encoded. */
  readonly chains: ChainNetwork | null;
  /** The states of the stretch last encoded, as whole numbers, to be taken up again by `restore` instead of encoding it anew. */
  keep(): Int16Array;
  /** As if the stretch had just been encoded; for `judge` and `relate`. */
  restore(stretch: Stretch, kept: Int16Array): void;
  /** What the network made of each token of the stretch last encoded: steps x 2*hidden, row-major; good until the next stretch. */
  states(): Float32Array;
  /** Row-major LABELS x LABELS: score of going from one label to the next. */
  readonly transitions: Float32Array;
  readonly start: Float32Array;
}

/** Scores of three outcomes to probabilities. */
function probabilities(memory: Float32Array, from: number, steps: number, padded = PADDED): Float32Array {
  const out = new Float32Array(steps * 3);
  for (let t = 0; t < steps; t += 1) {
    const at = from + t * padded;
    const [a, b, c] = [memory[at] as number, memory[at + 1] as number, memory[at + 2] as number];
    const most = Math.max(a, b, c);
    const [x, y, z] = [Math.exp(a - most), Math.exp(b - most), Math.exp(c - most)];
    const sum = x + y + z;
    out[t * 3] = x / sum;
    out[t * 3 + 1] = y / sum;
    out[t * 3 + 2] = z / sum;
  }
  return out;
}

function smallMatrix(weights: Weights, name: string): Float32Array {
  const matrix = weights.matrix(name);
  const out = new Float32Array(matrix.rows * matrix.columns);
  for (let r = 0; r < matrix.rows; r += 1) matrix.row(r, out, r * matrix.columns);
  return out;
}

/**
 * Opens the network.
 *
 * @param openKernel for tests; usually WebAssembly where it is allowed, else plain TypeScript: both give the same bits
 * @throws Error when the weights lack a matrix
 * @example
 * const network = openNetwork(openWeights(bytes));
 */
export function openNetwork(
  weights: Weights,
  openKernel: (floats: number) => Kernel = (floats) => openWasmKernel(floats) ?? openPlainKernel(floats),
): Network {
  const { layout, floats, fill } = layOut(weights);
  const kernel = openKernel(floats);
  const { memory, wholes, places } = kernel;
  fill(kernel);
  const { hidden, relationHidden } = weights;
  const [gates, relationGates] = [6 * hidden, 6 * relationHidden];
  const inputs = openWordInputs(kernel, layout, weights);
  const { scratch, whole, rows: summed } = layout;
  let steps = 0;
  let joined = false;
  let last: Stretch | null = null;

  const takeIn = ({ features: { spellings, rest }, from }: Stretch): void => {
    const width = TOKEN_FEATURES.length;
    let at = summed;
    inputs.makeRoom(steps);
    for (let t = 0; t < steps; t += 1) {
      const row = (from + t) * width;
      places[at] = inputs.placeOf(spellings[from + t] as Spelling);
      for (let k = 2; k < width; k += 1)
        places[at + k - 1] = (layout.token[k] as number) + (rest[row + k] as number) * gates;
      at += width - 1;
    }
    kernel.gather({ out: layout.gates, rows: summed, steps, count: width - 1, width: gates });
  };

  const encode = (stretch: Stretch): Float32Array => {
    steps = stretch.to - stretch.from;
    last = stretch;
    joined = false;
    takeIn(stretch);
    const { states, upperStates, upper } = layout;
    const count = steps * 2 * hidden;
    bothWays(kernel, layout.lower, { gates: layout.gates, out: states, scratch, steps, width: hidden });
    if (upper !== null) {
      kernel.round({ x: states, out: whole, count, unit: ONE_LAYER });
      const job = {
        ...upper.matrix,
        x: whole,
        bias: upper.bias,
        out: layout.gates,
        steps,
        unit: 1 / ONE_LAYER,
      };
      kernel.project({ ...job, rows: gates, columns: 2 * hidden });
      bothWays(kernel, upper.units, { gates: layout.gates, out: upperStates, scratch, steps, width: hidden });
      kernel.add(states, upperStates, count);
    }
    kernel.round({ x: states, out: whole, count, unit: TWO_LAYERS });
    const job = {
      ...layout.cue,
      x: whole,
      bias: layout.cueBias,
      out: layout.cues,
      steps,
      unit: 1 / TWO_LAYERS,
    };
    kernel.project({ ...job, rows: PADDED, columns: 2 * hidden });
    return probabilities(memory, layout.cues, steps);
  };

  /** What the stretch's tokens bring to every cue's pass: once a stretch, and only when it has a cue. */
  const join = (): void => {
    if (joined) return;
    joined = true;
    const job = { ...layout.joinToken, x: whole, bias: layout.joinBias, out: layout.joined, steps };
    kernel.project({ ...job, rows: relationGates, columns: 2 * hidden, unit: 1 / TWO_LAYERS });
  };
  /** What the cue's first and last token bring to every token of its pass. */
  const takeCue = (cue: { readonly first: number; readonly last: number }): void => {
    const state = (token: number): number => (whole + token * hidden) * 2;
    wholes.copyWithin(layout.pair * 2, state(cue.first), state(cue.first) + 2 * hidden);
    wholes.copyWithin((layout.pair + hidden) * 2, state(cue.last), state(cue.last) + 2 * hidden);
    const job = { ...layout.joinCue, x: layout.pair, bias: layout.zeros, out: layout.cueGates, steps: 1 };
    kernel.project({ ...job, rows: relationGates, columns: 4 * hidden, unit: 1 / TWO_LAYERS });
  };

  const relate: Network['relate'] = (rows, cue) => {
    join();
    takeCue(cue);
    const width = CUE_FEATURES.length;
    let at = summed;
    for (let t = 0; t < steps; t += 1) {
      places[at] = layout.joined + t * relationGates;
      places[at + 1] = layout.cueGates;
      for (let k = 0; k < width; k += 1)
        places[at + 2 + k] =
          (layout.cueTables[k] as number) + (rows[t * width + k] as number) * relationGates;
      at += width + 2;
    }
    kernel.gather({ out: layout.gates, rows: summed, steps, count: width + 2, width: relationGates });
    const { relationStates: out, relationWhole: x } = layout;
    bothWays(kernel, layout.relation, { gates: layout.gates, out, scratch, steps, width: relationHidden });
    kernel.round({ x: out, out: x, count: steps * 2 * relationHidden, unit: ONE_LAYER });
    const last = { ...layout.label, x, bias: layout.labelBias, out: layout.labels, steps };
    kernel.project({ ...last, rows: PADDED, columns: 2 * relationHidden, unit: 1 / ONE_LAYER });
    const scores = new Float32Array(steps * LABELS);
    for (let t = 0; t < steps; t += 1)
      for (let k = 0; k < LABELS; k += 1)
        scores[t * LABELS + k] = memory[layout.labels + t * PADDED + k] as number;
    return scores;
  };

  const keep: Network['keep'] = () => wholes.slice(layout.whole * 2, layout.whole * 2 + steps * 2 * hidden);
  const restore: Network['restore'] = (stretch, kept) => {
    steps = stretch.to - stretch.from;
    last = stretch;
    joined = false;
    wholes.set(kept, layout.whole * 2);
  };

  const { figures } = layout;
  const judge: Network['judge'] = (rows) =>
    figures.length === 0 || last === null
      ? null
      : judgeFigures(
          { kernel, layout, figures, weights },
          { spellings: last.features.spellings.slice(last.from, last.to), steps, rows },
        );

  const chained = layout.chains;
  const chains = (own: ChainLayout): ChainNetwork => {
    const reader = { kernel, layout, chains: own, weights };
    let taken = false;
    return {
      encode: (rows) => {
        taken = false;
        const spellings = last === null ? [] : last.features.spellings.slice(last.from, last.to);
        return probabilities(encodeChains(reader, { spellings, steps, rows }), 0, steps, 3);
      },
      relate: (rows, cue) => {
        if (!taken) joinChains(reader, steps);
        taken = true;
        return relateChains(reader, { steps, rows, ...cue });
      },
      transitions: smallMatrix(weights, 'chain.transitions'),
      start: smallMatrix(weights, 'chain.start'),
    };
  };

  return {
    encode,
    relate,
    judge,
    chains: chained === null ? null : chains(chained),
    keep,
    restore,
    states: () => memory.subarray(layout.states, layout.states + steps * 2 * hidden),
    transitions: smallMatrix(weights, 'transitions'),
    start: smallMatrix(weights, 'start'),
  };
}

/**
 * The reader of chains at reading time: what the network made of a stretch, the words' vectors and what was heard already go
 * through one recurrent layer, which scores where any telling's cue stands; for each cue a second one scores who speaks, the
 * words, and who hands them on. What it computes is described in training/chains/train.py.
 */
import { bothWays } from './both-ways.ts';
import { CHAIN_CUE_FEATURES } from './chain-features.ts';
import type { Kernel } from './kernel.ts';
import type { ChainLayout, Layout } from './layout.ts';
import { runStatesLayer, STATES_UNIT, type StretchRows } from './states-layer.ts';
import type { Weights } from './weights.ts';
import { MOST_INPUT } from './whole-rows.ts';

/** Nothing; the speaker begins and goes on; the content; who hands it on, and who hands that on. */
export const CHAIN_LABELS = 9;
/** Rows of cues and of labels are padded to multiples of eight. */
const CUES = 8;
const LABELS = 16;

interface Chains {
  readonly kernel: Kernel;
  readonly layout: Layout;
  readonly chains: ChainLayout;
  readonly weights: Weights;
}

/** The network's states and this one's, side by side, for all later products. */
function join({ kernel, layout, chains, weights }: Chains, steps: number): void {
  const [states, own] = [2 * weights.hidden, 2 * chains.hidden];
  const { wholes } = kernel;
  kernel.round({ x: chains.states, out: chains.rounded, count: steps * own, unit: STATES_UNIT });
  for (let t = 0; t < steps; t += 1) {
    const at = chains.both * 2 + t * (states + own);
    wholes.copyWithin(at, layout.whole * 2 + t * states, layout.whole * 2 + (t + 1) * states);
    wholes.copyWithin(at + states, chains.rounded * 2 + t * own, chains.rounded * 2 + (t + 1) * own);
  }
}

/**
 * Reads the stretch that the network encoded last.
 *
 * @param rows the features of CHAIN_FEATURES
 * @returns per token scores of no cue, of a cue's beginning, of its going on; row-major
 * @example
 * encodeChains(reader, { spellings, steps, rows }); // steps x 3
 */
export function encodeChains(reader: Chains, stretch: StretchRows): Float32Array {
  const { kernel, layout, chains, weights } = reader;
  const { steps } = stretch;
  runStatesLayer({ kernel, layout, weights, layer: chains }, stretch, chains.states);
  join(reader, steps);
  const both = 2 * weights.hidden + 2 * chains.hidden;
  kernel.project({
    ...chains.cue,
    x: chains.both,
    bias: chains.cueBias,
    out: chains.scores,
    steps,
    rows: CUES,
    columns: both,
    unit: 1 / STATES_UNIT,
  });
  const scores = new Float32Array(steps * 3);
  for (let t = 0; t < steps; t += 1)
    for (let k = 0; k < 3; k += 1) scores[t * 3 + k] = kernel.memory[chains.scores + t * CUES + k] as number;
  return scores;
}

/**
 * What the tokens of the stretch bring to every cue: once a stretch, before its first cue.
 *
 * @example
 * joinChains(reader, steps);
 */
export function joinChains({ kernel, chains, weights }: Chains, steps: number): void {
  kernel.project({
    ...chains.joinToken,
    x: chains.both,
    bias: chains.joinBias,
    out: chains.joined,
    steps,
    rows: 6 * weights.relationHidden,
    columns: 2 * weights.hidden + 2 * chains.hidden,
    unit: 1 / STATES_UNIT,
  });
}

/**
 * Scores of CHAIN_LABELS of every token of the stretch that `joinChains` took last, for one cue in it.
 *
 * @param rows the features of CHAIN_CUE_FEATURES
 * @param cue first and last token of the cue, counted from the stretch's first
 * @example
 * relateChains(reader, { steps, rows, first: 3, last: 3 }); // steps x CHAIN_LABELS
 */
export function relateChains(
  { kernel, layout, chains, weights }: Chains,
  job: { readonly steps: number; readonly rows: Uint8Array; readonly first: number; readonly last: number },
): Float32Array {
  const { steps, rows, first, last } = job;
  const both = 2 * weights.hidden + 2 * chains.hidden;
  const width = 6 * weights.relationHidden;
  const { wholes, places, memory } = kernel;
  const state = (token: number): number => chains.both * 2 + token * both;
  wholes.copyWithin(chains.pair * 2, state(first), state(first) + both);
  wholes.copyWithin(chains.pair * 2 + both, state(last), state(last) + both);
  kernel.project({
    ...chains.joinCue,
    x: chains.pair,
    bias: layout.zeros,
    out: layout.cueGates,
    steps: 1,
    rows: width,
    columns: 2 * both,
    unit: 1 / STATES_UNIT,
  });
  const columns = CHAIN_CUE_FEATURES.length;
  let at = layout.rows;
  for (let t = 0; t < steps; t += 1) {
    places[at] = chains.joined + t * width;
    places[at + 1] = layout.cueGates;
    for (let k = 0; k < columns; k += 1)
      places[at + 2 + k] = (chains.cueTables[k] as number) + (rows[t * columns + k] as number) * width;
    at += columns + 2;
  }
  kernel.gather({ out: layout.gates, rows: layout.rows, steps, count: columns + 2, width });
  const { relationStates: out, relationWhole: x, scratch, gates } = layout;
  bothWays(kernel, chains.relation, { gates, out, scratch, steps, width: weights.relationHidden });
  kernel.round({ x: out, out: x, count: steps * 2 * weights.relationHidden, unit: MOST_INPUT });
  kernel.project({
    ...chains.label,
    x,
    bias: chains.labelBias,
    out: chains.scores,
    steps,
    rows: LABELS,
    columns: 2 * weights.relationHidden,
    unit: 1 / MOST_INPUT,
  });
  const scores = new Float32Array(steps * CHAIN_LABELS);
  for (let t = 0; t < steps; t += 1)
    for (let k = 0; k < CHAIN_LABELS; k += 1)
      scores[t * CHAIN_LABELS + k] = memory[chains.scores + t * LABELS + k] as number;
  return scores;
}

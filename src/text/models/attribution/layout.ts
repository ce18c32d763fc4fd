/** Where the network's numbers lie in the kernel's memory: weights first, then room to work in. */
import { CUE_FEATURES, TOKEN_FEATURES } from './token-features.ts';
import type { Matrix, Weights } from './weights.ts';

/** Longest stretch read at once, in tokens; longer paragraphs are read in pieces. */
export const LONGEST_STRETCH = 320;
/** Words whose inputs are kept; the commonest fill it within a few texts. */
export const KEPT_WORDS = 4096;

/** One direction of a recurrent layer. All numbers here are places of floats. */
export interface Unit {
  readonly w: number;
  readonly bias: number;
}

/** Forward and backward. */
export type BothUnits = readonly [Unit, Unit];

export interface Layout {
  readonly wordIn: number;
  readonly gateBias: number;
  /** Tables of the features of TOKEN_FEATURES, in their order. */
  readonly token: readonly number[];
  readonly lower: BothUnits;
  /** A second layer on the first; null: there is none. */
  readonly upper: { readonly w: number; readonly bias: number; readonly unit: BothUnits } | null;
  readonly cue: number;
  readonly cueBias: number;
  readonly joinToken: number;
  readonly joinBias: number;
  readonly joinCue: number;
  /** Tables of the features of CUE_FEATURES, in their order. */
  readonly cueTables: readonly number[];
  readonly relation: BothUnits;
  readonly label: number;
  readonly labelBias: number;
  readonly kept: number;
  readonly vector: number;
  readonly pair: number;
  readonly cueGates: number;
  readonly zeros: number;
  readonly gates: number;
  readonly states: number;
  readonly upperStates: number;
  readonly cues: number;
  readonly joined: number;
  readonly relationStates: number;
  readonly labels: number;
  readonly scratch: number;
}

/** A layout, how much memory it takes, and how to write the weights into it. */
export interface LaidOut {
  readonly layout: Layout;
  readonly floats: number;
  fill(memory: Float32Array): void;
}

/**
 * Lays the weights out.
 *
 * @throws Error when the file lacks a matrix
 * @example
 * const { layout, floats, fill } = layOut(weights);
 */
export function layOut(weights: Weights): LaidOut {
  let next = 16;
  const placed: { readonly matrix: Matrix; readonly at: number }[] = [];
  const take = (floats: number): number => {
    const at = next;
    next += Math.ceil(floats / 4) * 4;
    return at;
  };
  const place = (name: string): number => {
    const matrix = weights.matrix(name);
    const at = take(matrix.rows * matrix.columns);
    placed.push({ matrix, at });
    return at;
  };
  const unit = (name: string, side: string): Unit => ({
    w: place(`${name}.${side}`),
    bias: place(`${name}.${side}Bias`),
  });
  const both = (name: string): BothUnits => [unit(name, 'forward'), unit(name, 'backward')];
  const { hidden, relationHidden, layers } = weights;
  const widest = Math.max(hidden, relationHidden);
  const layout: Layout = {
    wordIn: place('wordIn'),
    gateBias: place('gateBias'),
    token: TOKEN_FEATURES.map(([name]) => place(`token.${name}`)),
    lower: both('lower'),
    upper: layers > 1 ? { w: place('upperIn'), bias: place('upperGateBias'), unit: both('upper') } : null,
    cue: place('cue'),
    cueBias: place('cueBias'),
    joinToken: place('joinToken'),
    joinBias: place('joinBias'),
    joinCue: place('joinCue'),
    cueTables: CUE_FEATURES.map(([name]) => place(`cue.${name}`)),
    relation: both('relation'),
    label: place('label'),
    labelBias: place('labelBias'),
    kept: take(KEPT_WORDS * 6 * hidden),
    vector: take(weights.matrix('words').columns),
    pair: take(4 * hidden),
    cueGates: take(6 * relationHidden),
    zeros: take(6 * relationHidden),
    gates: take(LONGEST_STRETCH * 6 * widest),
    states: take(LONGEST_STRETCH * 2 * hidden),
    upperStates: take(LONGEST_STRETCH * 2 * hidden),
    cues: take(LONGEST_STRETCH * 4),
    joined: take(LONGEST_STRETCH * 6 * relationHidden),
    relationStates: take(LONGEST_STRETCH * 2 * relationHidden),
    labels: take(LONGEST_STRETCH * 8),
    scratch: take(4 * widest),
  };
  const fill = (memory: Float32Array): void => {
    for (const { matrix, at } of placed)
      for (let r = 0; r < matrix.rows; r += 1) matrix.row(r, memory, at + r * matrix.columns);
  };
  return { layout, floats: next, fill };
}

/** Where the network's numbers lie in the kernel's memory: weights first, then room to work in. */

import { FIGURE_FEATURES } from '../../figures/figure-features.ts';
import { FIGURE_LABELS } from '../../figures/figure-measures.ts';
import { KERNEL_ROOM } from './activation.ts';
import { CHAIN_CUE_FEATURES, CHAIN_FEATURES } from './chain-features.ts';
import type { Kernel, WholeMatrix } from './kernel.ts';
import { CUE_FEATURES, TOKEN_FEATURES } from './token-features.ts';
import type { Matrix, Weights } from './weights.ts';
import { paddedRows, writeWholeRows } from './whole-rows.ts';

/** Longest stretch read at once, in tokens; longer paragraphs are read in pieces. */
export const LONGEST_STRETCH = 320;
/** Words whose inputs are kept; the commonest fill it within a few texts. */
export const KEPT_WORDS = 4096;

/** One direction of a recurrent layer. All numbers here are places of floats. */
export interface Unit extends WholeMatrix {
  readonly bias: number;
}

/** Forward and backward. */
export type BothUnits = readonly [Unit, Unit];

/** A recurrent layer on the states and the words' vectors; all numbers are places of floats. */
export interface StatesLayer {
  readonly hidden: number;
  /** States and word's vector to the gates. */
  readonly in: WholeMatrix;
  readonly gateBias: number;
  /** Tables of the layer's features, in their order. */
  readonly tables: readonly number[];
  readonly units: BothUnits;
  /** Whether the words' rows of the wider list stand beside them. */
  readonly senses: boolean;
  /** States and vectors side by side, as whole numbers. */
  readonly inputs: number;
  /** How many of them there are for a token. */
  readonly columns: number;
  readonly gates: number;
}

/** The judge of figures, a narrow layer with the features of FIGURE_FEATURES. */
export interface FigureLayout extends StatesLayer {
  readonly label: WholeMatrix;
  readonly labelBias: number;
  readonly labels: number;
}

/** The reader of chains: a layer with the features of CHAIN_FEATURES, and a second one for each cue. */
export interface ChainLayout extends StatesLayer {
  readonly cue: WholeMatrix;
  readonly cueBias: number;
  readonly joinToken: WholeMatrix;
  readonly joinBias: number;
  readonly joinCue: WholeMatrix;
  /** Tables of the features of CHAIN_CUE_FEATURES, in their order. */
  readonly cueTables: readonly number[];
  readonly relation: BothUnits;
  readonly label: WholeMatrix;
  readonly labelBias: number;
  readonly states: number;
  readonly rounded: number;
  /** The network's states and this reader's side by side, as whole numbers. */
  readonly both: number;
  /** Those of a cue's first and last token. */
  readonly pair: number;
  readonly joined: number;
  readonly scores: number;
}

export interface Layout {
  readonly wordIn: WholeMatrix;
  readonly gateBias: number;
  /** Tables of the features of TOKEN_FEATURES, in their order. */
  readonly token: readonly number[];
  readonly lower: BothUnits;
  /** A second layer on the first; null: there is none. */
  readonly upper: { readonly matrix: WholeMatrix; readonly bias: number; readonly units: BothUnits } | null;
  readonly cue: WholeMatrix;
  readonly cueBias: number;
  readonly joinToken: WholeMatrix;
  readonly joinBias: number;
  readonly joinCue: WholeMatrix;
  /** Tables of the features of CUE_FEATURES, in their order. */
  readonly cueTables: readonly number[];
  readonly relation: BothUnits;
  readonly label: WholeMatrix;
  readonly labelBias: number;
  /** The judges of figures; empty: the file has none. */
  readonly figures: readonly FigureLayout[];
  /** Null: the file has no reader of chains. */
  readonly chains: ChainLayout | null;
  readonly kept: number;
  /** A word's vector, as whole numbers. */
  readonly vector: number;
  /** The states of a cue's first and last token, as whole numbers. */
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
  /** States as whole numbers, for products. */
  readonly whole: number;
  readonly relationWhole: number;
  /** Places of rows to be summed, token by token. */
  readonly rows: number;
  readonly scratch: number;
}

/** A layout, how much memory it takes, and how to write the weights into it. */
export interface LaidOut {
  readonly layout: Layout;
  readonly floats: number;
  fill(kernel: Pick<Kernel, 'memory' | 'wholes'>): void;
}

/** Most rows summed for one token. */
const MOST_ROWS = 10;

/** The judges' names in the file: "figure", "figure-2". */
function figureNames({ figureHidden, figureJudges }: Weights): string[] {
  if (figureHidden === null) return [];
  return Array.from({ length: figureJudges }, (_, k) => (k === 0 ? 'figure' : `figure-${k + 1}`));
}

/** Judges read the same inputs: those of the first stand for all. */
function sharing(judges: readonly FigureLayout[]): FigureLayout[] {
  return judges.map((judge) => ({ ...judge, inputs: judges[0]?.inputs ?? judge.inputs }));
}

/**
 * Lays the weights out.
 *
 * @throws Error when the file lacks a matrix
 * @example
 * const { layout, floats, fill } = layOut(weights);
 */
export function layOut(weights: Weights): LaidOut {
  let next = KERNEL_ROOM;
  const placed: { readonly matrix: Matrix; readonly at: number }[] = [];
  const wholes: ({ readonly matrix: Matrix } & WholeMatrix)[] = [];
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
  const placeWhole = (name: string): WholeMatrix => {
    const matrix = weights.matrix(name);
    const rows = paddedRows(matrix.rows);
    const at = { w: take((rows * matrix.columns) / 2), scale: take(rows) };
    wholes.push({ matrix, ...at });
    return at;
  };
  /** Room for the padded rows; what is not written is zero. */
  const placeBias = (name: string): number => {
    const matrix = weights.matrix(name);
    const at = take(paddedRows(matrix.columns));
    placed.push({ matrix, at });
    return at;
  };
  const unit = (name: string, side: string): Unit => ({
    ...placeWhole(`${name}.${side}`),
    bias: placeBias(`${name}.${side}Bias`),
  });
  const both = (name: string): BothUnits => [unit(name, 'forward'), unit(name, 'backward')];
  const { hidden, relationHidden, layers } = weights;
  const statesLayer = (
    name: string,
    features: typeof FIGURE_FEATURES | typeof CHAIN_FEATURES,
    width: number,
  ): StatesLayer => ({
    hidden: width,
    columns: weights.matrix(`${name}.in`).columns,
    senses: weights.matrix(`${name}.in`).columns > 2 * hidden + weights.matrix('words').columns,
    in: placeWhole(`${name}.in`),
    gateBias: placeBias(`${name}.gateBias`),
    tables: features.map(([feature]) => place(`${name}.${feature}`)),
    units: both(name),
    inputs: take((LONGEST_STRETCH * weights.matrix(`${name}.in`).columns) / 2),
    gates: take(LONGEST_STRETCH * 6 * width),
  });
  const figure = (name: string, width: number): FigureLayout => ({
    ...statesLayer(name, FIGURE_FEATURES, width),
    label: placeWhole(`${name}.label`),
    labelBias: placeBias(`${name}.labelBias`),
    labels: take(LONGEST_STRETCH * FIGURE_LABELS.length),
  });
  const chains = (width: number): ChainLayout => ({
    ...statesLayer('chain', CHAIN_FEATURES, width),
    cue: placeWhole('chain.cueHead'),
    cueBias: placeBias('chain.cueBias'),
    joinToken: placeWhole('chain.joinToken'),
    joinBias: placeBias('chain.joinBias'),
    joinCue: placeWhole('chain.joinCue'),
    cueTables: CHAIN_CUE_FEATURES.map(([name]) => place(`chain.beside.${name}`)),
    relation: both('chain.relation'),
    label: placeWhole('chain.label'),
    labelBias: placeBias('chain.labelBias'),
    states: take(LONGEST_STRETCH * 2 * width),
    rounded: take(LONGEST_STRETCH * width),
    both: take(LONGEST_STRETCH * (hidden + width)),
    pair: take(2 * (hidden + width)),
    joined: take(LONGEST_STRETCH * 6 * relationHidden),
    scores: take(LONGEST_STRETCH * 16),
  });
  // The judge of figures borrows the states of relations while it judges.
  const borrowed = Math.max(relationHidden, weights.figureHidden ?? 0);
  const widest = Math.max(hidden, borrowed, weights.chainHidden ?? 0);
  const layout: Layout = {
    wordIn: placeWhole('wordIn'),
    gateBias: placeBias('gateBias'),
    token: TOKEN_FEATURES.map(([name]) => place(`token.${name}`)),
    lower: both('lower'),
    upper:
      layers > 1
        ? { matrix: placeWhole('upperIn'), bias: placeBias('upperGateBias'), units: both('upper') }
        : null,
    cue: placeWhole('cue'),
    cueBias: placeBias('cueBias'),
    joinToken: placeWhole('joinToken'),
    joinBias: placeBias('joinBias'),
    joinCue: placeWhole('joinCue'),
    cueTables: CUE_FEATURES.map(([name]) => place(`cue.${name}`)),
    relation: both('relation'),
    label: placeWhole('label'),
    labelBias: placeBias('labelBias'),
    figures: sharing(figureNames(weights).map((name) => figure(name, weights.figureHidden ?? 0))),
    chains: weights.chainHidden === null ? null : chains(weights.chainHidden),
    kept: take(KEPT_WORDS * 6 * hidden),
    vector: take(weights.matrix('words').columns / 2),
    pair: take(2 * hidden),
    cueGates: take(6 * relationHidden),
    zeros: take(6 * relationHidden),
    gates: take(LONGEST_STRETCH * 6 * widest),
    states: take(LONGEST_STRETCH * 2 * hidden),
    upperStates: take(LONGEST_STRETCH * 2 * hidden),
    cues: take(LONGEST_STRETCH * 8),
    joined: take(LONGEST_STRETCH * 6 * relationHidden),
    relationStates: take(LONGEST_STRETCH * 2 * borrowed),
    labels: take(LONGEST_STRETCH * 8),
    whole: take(LONGEST_STRETCH * hidden),
    relationWhole: take(LONGEST_STRETCH * borrowed),
    rows: take(LONGEST_STRETCH * MOST_ROWS),
    scratch: take(5 * widest),
  };
  const fill: LaidOut['fill'] = ({ memory, wholes: numbers }) => {
    for (const { matrix, at } of placed)
      for (let r = 0; r < matrix.rows; r += 1) matrix.row(r, memory, at + r * matrix.columns);
    for (const { matrix, w, scale } of wholes)
      writeWholeRows(matrix, { out: numbers, at: w * 2 }, { out: memory, at: scale });
  };
  return { layout, floats: next, fill };
}

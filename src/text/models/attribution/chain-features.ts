/**
 * What the reader of chains sees beside the network's states: what was heard already, token by token, and how every token lies
 * to one cue. Used alike by training (training/chains) and by the reader: a change here needs new weights.
 */
import type { ParsedText } from '../../parsed-text.ts';
import type { Range } from '../../sentences.ts';
import type { Voiced } from '../../voices.ts';
import { CUE_FEATURES, cueFeatures, TOKEN_FEATURES, type TokenFeatures } from './token-features.ts';

/** Names and sizes of the features of a token, in order. */
export const CHAIN_FEATURES = [
  ['class', 22],
  ['quote', 6],
  ['cue', 4],
  ['mouth', 8],
  ['depth', 4],
] as const;

/** Names and sizes of the features of a token beside one cue, in order; the first five are those of CUE_FEATURES. */
export const CHAIN_CUE_FEATURES = [
  ...CUE_FEATURES.slice(0, 5),
  ['heard', 16],
  ['mouth', 4],
  ['steps', 8],
] as const;

/** One telling that was heard; token indexes, counted from the stretch's first. */
export interface HeardTelling {
  readonly cue: Range;
  /** Outermost first; null: named outside of the stretch. */
  readonly mouths: readonly (Range | null)[];
  readonly content: readonly Range[];
}

function within(stretch: Range, { from, to }: Range): Range | null {
  const a = Math.max(from, stretch.from);
  const b = Math.min(to, stretch.to);
  return a < b ? { from: a - stretch.from, to: b - stretch.from } : null;
}

/**
 * The tellings of a stretch whose cue stands in it.
 *
 * @example
 * heardIn(voiced, { from: 0, to: 40 })[0]?.mouths.length;
 */
export function heardIn(voiced: readonly Voiced[], stretch: Range): HeardTelling[] {
  return voiced.flatMap(({ chain, content }) => {
    const last = chain.at(-1);
    const cue = last === undefined ? null : within(stretch, last.cue);
    if (cue === null) return [];
    return [
      {
        cue,
        mouths: chain.map(({ speaker }) => within(stretch, speaker.range)),
        content: content.flatMap((range) => within(stretch, range) ?? []),
      },
    ];
  });
}

/**
 * The features of CHAIN_FEATURES of every token of a stretch, row-major.
 *
 * @example
 * chainFeatures(features, heard, stretch).length; // tokens of the stretch times CHAIN_FEATURES.length
 */
export function chainFeatures(
  { rest }: TokenFeatures,
  heard: readonly HeardTelling[],
  stretch: Range,
): Uint8Array {
  const width = CHAIN_FEATURES.length;
  const rows = new Uint8Array((stretch.to - stretch.from) * width);
  for (let i = stretch.from; i < stretch.to; i += 1) {
    const at = (i - stretch.from) * width;
    rows[at] = rest[i * TOKEN_FEATURES.length + 3] as number;
    rows[at + 1] = rest[i * TOKEN_FEATURES.length + 4] as number;
  }
  const set = (i: number, k: number, value: number): void => {
    rows[i * width + k] = value;
  };
  const get = (i: number, k: number): number => rows[i * width + k] as number;
  for (const { cue, mouths, content } of heard) {
    for (let i = cue.from; i < cue.to; i += 1) set(i, 2, i === cue.from ? 1 : 2);
    for (const [k, mouth] of mouths.entries()) {
      if (mouth === null) continue;
      const bit = k === mouths.length - 1 ? 1 : 2;
      for (let i = mouth.from; i < mouth.to; i += 1) set(i, 3, get(i, 3) | bit);
      set(mouth.from, 3, get(mouth.from, 3) | 4);
    }
    const depth = Math.min(3, mouths.length);
    for (const { from, to } of content)
      for (let i = from; i < to; i += 1) set(i, 4, Math.max(get(i, 4), depth));
  }
  return rows;
}

/** A stretch with what was heard in it. */
export interface ChainView {
  readonly parsed: ParsedText;
  readonly stretch: Range;
  readonly sentenceOf: Int32Array;
  readonly heard: readonly HeardTelling[];
  /** Per token of the text: 1 where a heard cue of the stretch begins. */
  readonly cueAt: Uint8Array;
}

/**
 * The features of CHAIN_CUE_FEATURES of every token of a stretch beside one cue, row-major.
 *
 * @param cue counted from the stretch's first token
 * @example
 * chainCueFeatures(view, { from: 3, to: 4 }).length; // tokens of the stretch times CHAIN_CUE_FEATURES.length
 */
export function chainCueFeatures(view: ChainView, cue: Range): Uint8Array {
  const { stretch, heard } = view;
  const steps = stretch.to - stretch.from;
  const width = CHAIN_CUE_FEATURES.length;
  const rows = new Uint8Array(steps * width);
  const own = { from: cue.from + stretch.from, to: cue.to + stretch.from, rule: null };
  const lies = cueFeatures({ ...view, cue: own });
  for (let i = 0; i < steps; i += 1)
    for (let k = 0; k < 5; k += 1) rows[i * width + k] = lies[i * CUE_FEATURES.length + k] as number;
  const known = heard.find((one) => one.cue.from < cue.to && cue.from < one.cue.to);
  if (known === undefined) return rows;
  const bit = (i: number, value: number): void => {
    rows[i * width + 5] = (rows[i * width + 5] as number) | value;
  };
  const inward = known.mouths.toReversed();
  const inner = inward[0] ?? null;
  if (inner !== null) for (let i = inner.from; i < inner.to; i += 1) bit(i, 1);
  for (const { from, to } of known.content) {
    for (let i = from; i < to; i += 1) bit(i, 2);
    bit(from, 4);
    bit(to - 1, 8);
  }
  for (const [k, mouth] of inward.slice(1, 4).entries())
    if (mouth !== null) for (let i = mouth.from; i < mouth.to; i += 1) rows[i * width + 6] = k + 1;
  for (let i = 0; i < steps; i += 1) rows[i * width + 7] = 1 + Math.min(4, inward.length);
  return rows;
}

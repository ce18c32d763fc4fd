/** A telling as the trained reader of chains hears it. */
import type { Range } from '../../sentences.ts';

/** One telling as the trained reader hears it; all ranges are token indexes. */
export interface TaughtTelling {
  readonly cue: Range;
  /** That a telling's cue stands here, from 0 to 1. */
  readonly p: number;
  /** Outermost first, whoever says it last; null: no word stands for the one who says it. */
  readonly mouths: readonly (Range | null)[];
  /** That these are the mouths, each by itself, from 0 to 1. */
  readonly sure: number;
  readonly content: readonly Range[];
}

/** What a word's letters alone bring to the network, computed once per word and kept: texts repeat their words. */
import type { Kernel } from './kernel.ts';
import { KEPT_WORDS, type Layout } from './layout.ts';
import type { Spelling } from './token-features.ts';
import type { Weights } from './weights.ts';

export interface WordInputs {
  /** To be called before a stretch of so many words: places given since then stay good until the next call. */
  makeRoom(words: number): void;
  /** Place of a word's row: vector, ending and beginning brought to the gates, with the gates' bias. */
  placeOf(spelling: Spelling): number;
}

/** The vectors are stored as numbers within 127: so many times finer they fill the range of a product's inputs. */
const FINER = 128;

/**
 * Opens the store of word inputs.
 *
 * @example
 * const at = openWordInputs(kernel, layout, weights).placeOf(spellingOf('said', weights.vocabulary));
 */
export function openWordInputs(kernel: Kernel, layout: Layout, weights: Weights): WordInputs {
  const words = weights.matrix('words');
  const gates = 6 * weights.hidden;
  const [suffixes = 0, prefixes = 0] = layout.token;
  const kept = new Map<Spelling, number>();
  const makeRoom = (count: number): void => {
    if (kept.size + count > KEPT_WORDS) kept.clear();
  };
  const placeOf = (spelling: Spelling): number => {
    const known = kept.get(spelling);
    if (known !== undefined) return known;
    const { word, suffix, prefix } = spelling;
    const at = layout.kept + kept.size * gates;
    const from = word * words.columns;
    for (let j = 0; j < words.columns; j += 1)
      kernel.wholes[layout.vector * 2 + j] = (words.numbers[from + j] as number) * FINER;
    kernel.project({
      ...layout.wordIn,
      x: layout.vector,
      bias: layout.gateBias,
      out: at,
      steps: 1,
      rows: gates,
      columns: words.columns,
      unit: words.scale(word) / FINER,
    });
    kernel.add(at, suffixes + suffix * gates, gates);
    kernel.add(at, prefixes + prefix * gates, gates);
    kept.set(spelling, at);
    return at;
  };
  return { makeRoom, placeOf };
}

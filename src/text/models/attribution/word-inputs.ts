/** What a word's letters alone bring to the network, computed once per word and kept: texts repeat their words. */
import type { Kernel } from './kernel.ts';
import { KEPT_WORDS, type Layout } from './layout.ts';
import type { Spelling } from './token-features.ts';
import type { Weights } from './weights.ts';

/** Place of a word's row: vector, ending and beginning brought to the gates, with the gates' bias. */
export type WordInputs = (lower: string, spelling: Spelling) => number;

/**
 * Opens the store of word inputs.
 *
 * @example
 * const at = openWordInputs(kernel, layout, weights)('said', spellingOf('said', weights.vocabulary));
 */
export function openWordInputs(kernel: Kernel, layout: Layout, weights: Weights): WordInputs {
  const words = weights.matrix('words');
  const gates = 6 * weights.hidden;
  const [suffixes = 0, prefixes = 0] = layout.token;
  const kept = new Map<string, number>();
  return (lower, { word, suffix, prefix }) => {
    const known = kept.get(lower);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_WORDS) kept.clear();
    const at = layout.kept + kept.size * gates;
    words.row(word, kernel.memory, layout.vector);
    kernel.project({
      x: layout.vector,
      w: layout.wordIn,
      bias: layout.gateBias,
      out: at,
      steps: 1,
      rows: gates,
      columns: words.columns,
    });
    kernel.add(at, suffixes + suffix * gates, gates);
    kernel.add(at, prefixes + prefix * gates, gates);
    kept.set(lower, at);
    return at;
  };
}

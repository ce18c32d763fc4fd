/**
 * The mouths of a claim as one line of text, kept once for all claims that have the same ones: ids of actors, `?` for
 * somebody unnamed, `?3-3` or `?2-` for so many unnamed people as the text states.
 */
import type { Attribution, StatedNumber } from '../../record/attribution.ts';
import type { ActorId } from '../../record/id.ts';

const UNNAMED = '?';

/** One mouth of a stored chain. */
export interface StoredVoice {
  /** Null: unnamed. */
  readonly actor: ActorId | null;
  /** Null: one, or not stated. */
  readonly stated: StatedNumber | null;
}

/**
 * The line for a chain.
 *
 * @example
 * chainWords(claim.chain); // 'act_… ?2-2'
 */
export function chainWords(chain: readonly Pick<Attribution, 'speaker' | 'stated'>[]): string {
  return chain
    .map(({ speaker, stated }) => {
      if (speaker !== null) return speaker;
      return stated === undefined ? UNNAMED : `${UNNAMED}${stated.min}-${stated.max ?? ''}`;
    })
    .join(' ');
}

/**
 * The mouths of a line.
 *
 * @example
 * readChain('act_… ?2-')[1]?.stated; // { min: 2, max: null }
 */
export function readChain(words: string): readonly StoredVoice[] {
  return words.split(' ').map((word) => {
    if (!word.startsWith(UNNAMED)) return { actor: word as ActorId, stated: null };
    const [min, max] = word.slice(UNNAMED.length).split('-');
    const stated =
      min === undefined || min === ''
        ? null
        : { min: Number(min), max: max === undefined || max === '' ? null : Number(max) };
    return { actor: null, stated };
  });
}

/** Phrases looked up by their first word, the longest first. */
import { expand } from './expand.ts';
import type { PackToken } from './pack-tokens.ts';

interface Entry<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Phrases by first word. */
export type PhraseIndex<Value> = ReadonlyMap<string, readonly Entry<Value>[]>;

/** A phrase that was found; `next` is the index of the first token after it. */
export interface FoundPhrase<Value> {
  readonly value: Value;
  readonly next: number;
}

/**
 * Builds an index. Of equal phrases the first one given wins.
 *
 * @example
 * phraseIndex([['по словам', 1]]).size; // 1
 */
export function phraseIndex<Value>(
  lists: readonly (readonly [phrases: string, value: Value])[],
): PhraseIndex<Value> {
  const index = new Map<string, Entry<Value>[]>();
  for (const [phrases, value] of lists) {
    for (const phrase of expand(phrases)) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      const list = index.get(first);
      if (list === undefined) index.set(first, [{ words, value }]);
      else list.push({ words, value });
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/**
 * The longest phrase that begins at a token; null when none does.
 *
 * @example
 * phraseAt(index, tokens, 0)?.next; // 2 for "по словам"
 */
export function phraseAt<Value>(
  index: PhraseIndex<Value>,
  tokens: readonly PackToken[],
  at: number,
): FoundPhrase<Value> | null {
  const token = tokens[at];
  const entries = token === undefined ? undefined : index.get(token.low);
  if (entries === undefined) return null;
  for (const { words, value } of entries) {
    let k = 1;
    while (k < words.length && tokens[at + k]?.low === words[k]) k += 1;
    if (k === words.length) return { value, next: at + k };
  }
  return null;
}

/**
 * Whether a phrase of the index begins at a token.
 *
 * @example
 * isAt(complementizers, tokens, 4); // true at "что"
 */
export function isAt(index: PhraseIndex<unknown>, tokens: readonly PackToken[], at: number): boolean {
  return phraseAt(index, tokens, at) !== null;
}

const made = new Map<string, PhraseIndex<true>>();

/**
 * The index of a pattern; built at the first call, then kept.
 *
 * @example
 * indexOf('la visa|el asilo').size; // 2
 */
export function indexOf(phrases: string): PhraseIndex<true> {
  const known = made.get(phrases);
  if (known !== undefined) return known;
  const index = phraseIndex<true>([[phrases, true]]);
  made.set(phrases, index);
  return index;
}

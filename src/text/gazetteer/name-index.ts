/** Finds listed names in tokens: an index from first word to names, longest first. Capitals must match the list. */
import { type Word, wordsIn } from '../words.ts';

/** One spelling and what it stands for. */
export interface IndexedName<Entry> {
  readonly words: readonly string[];
  /** The spelling is an acronym in capitals: it counts only where it is written so. */
  readonly acronym: boolean;
  readonly spelling: string;
  readonly entry: Entry;
}

/** Names by their first word. */
export type NameIndex<Entry> = ReadonlyMap<string, readonly IndexedName<Entry>[]>;

/** A name found at a token. */
export interface FoundName<Entry> {
  readonly entry: Entry;
  /** First token after the name. */
  readonly next: number;
}

/**
 * Builds an index from spellings and their entries.
 *
 * @example
 * indexOfNames([['Human Rights Watch', 1]]).get('human')?.length; // 1
 */
export function indexOfNames<Entry>(spellings: Iterable<readonly [string, Entry]>): NameIndex<Entry> {
  const index = new Map<string, IndexedName<Entry>[]>();
  for (const [spelling, entry] of spellings) {
    const words = wordsIn(spelling).map((word) => word.low);
    const first = words[0];
    if (first === undefined) continue;
    const acronym = /^[A-Z]{2,6}$/.test(spelling);
    const list = index.get(first) ?? [];
    list.push({ words, acronym, spelling, entry });
    list.sort((a, b) => b.words.length - a.words.length);
    index.set(first, list);
  }
  return index;
}

/**
 * The longest listed name that begins at a token. `capitals`: the whole text is in capitals, so acronyms that
 * are also words ("US", "WHO") are not read.
 *
 * @example
 * nameAt(index, { text, words, capitals: false }, 0);
 */
export function nameAt<Entry>(
  index: NameIndex<Entry>,
  where: { readonly text: string; readonly words: readonly Word[]; readonly capitals: boolean },
  at: number,
): FoundName<Entry> | null {
  const first = where.words[at];
  if (first === undefined || !first.cap) return null;
  for (const name of index.get(first.low) ?? []) {
    if (!name.words.every((word, offset) => where.words[at + offset]?.low === word)) continue;
    if (name.acronym && (where.capitals || where.text.slice(first.start, first.end) !== name.spelling))
      continue;
    return { entry: name.entry, next: at + name.words.length };
  }
  return null;
}

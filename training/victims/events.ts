/**
 * Which dispatches tell of the same event, so that cross-validation never learns from one what it is asked of another:
 * two dispatches whose keys name the same victims belong together, and so does all that hangs on them.
 */
import type { KeyedText } from './examples.ts';

const LOOSE = /\b(?:of|the|who|other|his|her)\b/i;

/** Words for victims that name them: two or more longer words and no link word. */
function isNaming(phrase: string): boolean {
  return !LOOSE.test(phrase) && phrase.split(/[^\p{L}']+/u).filter((word) => word.length > 2).length >= 2;
}

/**
 * The event of each dispatch, as a number; dispatches with the same number tell of the same event, or of events told
 * together somewhere.
 *
 * @example
 * eventsOf([one, another]); // [0, 0] when the keys of both name the same victims
 */
export function eventsOf(docs: readonly KeyedText[]): number[] {
  const parent = docs.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    return root;
  };
  const firstWith = new Map<string, number>();
  for (const [at, { facts }] of docs.entries())
    for (const { kind, phrases } of facts)
      for (const phrase of phrases.filter(isNaming)) {
        const key = `${kind} ${phrase}`;
        const first = firstWith.get(key);
        if (first === undefined) firstWith.set(key, at);
        else parent[rootOf(at)] = rootOf(first);
      }
  return docs.map((_, at) => rootOf(at));
}

/**
 * Deals dispatches to folds, events as a whole: the largest first, each to the fold that holds the fewest so far.
 *
 * @example
 * foldsOf([0, 0, 2], 2); // [0, 0, 1]
 */
export function foldsOf(events: readonly number[], folds: number): number[] {
  const sizes = new Map<number, number>();
  for (const event of events) sizes.set(event, (sizes.get(event) ?? 0) + 1);
  const held = new Array<number>(folds).fill(0);
  const foldOf = new Map<number, number>();
  for (const [event, size] of [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const fold = held.indexOf(Math.min(...held));
    foldOf.set(event, fold);
    held[fold] = (held[fold] ?? 0) + size;
  }
  return events.map((event) => foldOf.get(event) ?? 0);
}

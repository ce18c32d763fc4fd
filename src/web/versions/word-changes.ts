/** What somebody changed in a text, word by word (longest common subsequence, Wagner and Fischer 1974), and two people's changes put together. */

/** A stretch of words: there before and after, new, or gone. */
export interface Stretch {
  readonly kind: 'same' | 'new' | 'gone';
  readonly text: string;
}

/** Words of a text that are compared: beyond them nothing is put together. */
const MOST_WORDS = 1_500;

/** Words, each with the blanks before it. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}

/**
 * Where words of one text stand in another, both in order.
 *
 * @returns for each word of `a` its place in `b`, 0-based; -1: it is not there
 */
function placesIn(a: readonly string[], b: readonly string[]): readonly number[] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i]?.trim() === b[j]?.trim()
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const places: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 1) {
    while (
      j < b.length &&
      a[i]?.trim() !== b[j]?.trim() &&
      (longest[i * width + j + 1] ?? 0) >= (longest[(i + 1) * width + j] ?? 0)
    )
      j += 1;
    const found = j < b.length && a[i]?.trim() === b[j]?.trim();
    places.push(found ? j : -1);
    if (found) j += 1;
  }
  return places;
}

/**
 * What came and went from one text to another.
 *
 * @example
 * wordChanges('men killed', 'men and women killed').map(({ kind }) => kind); // ['same', 'new', 'same']
 */
export function wordChanges(before: string, after: string): readonly Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS)
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  const stretches: Stretch[] = [];
  const add = (kind: Stretch['kind'], words: readonly string[]): void => {
    if (words.length === 0) return;
    const last = stretches.at(-1);
    const text = words.join('');
    if (last?.kind === kind) stretches[stretches.length - 1] = { kind, text: last.text + text };
    else stretches.push({ kind, text });
  };
  let from = 0;
  for (const [at, place] of placesIn(a, b).entries()) {
    if (place < 0) add('gone', [a[at] ?? '']);
    else {
      add('new', b.slice(from, place));
      add('same', [b[place] ?? '']);
      from = place + 1;
    }
  }
  add('new', b.slice(from));
  return stretches;
}

/**
 * Two people's changes of one text put together, where they changed different words (a three-way merge).
 *
 * @param base what both began with
 * @returns null: both changed the same words, and not alike
 * @example
 * wordsOfBoth('men killed in Orsa', 'ten men killed in Orsa', 'men killed near Orsa'); // 'ten men killed near Orsa'
 */
export function wordsOfBoth(base: string, theirs: string, yours: string): string | null {
  if (theirs === yours || yours === base) return theirs;
  if (theirs === base) return yours;
  const [o, a, b] = [wordsOf(base), wordsOf(theirs), wordsOf(yours)];
  if (Math.max(o.length, a.length, b.length) > MOST_WORDS) return null;
  const [inA, inB] = [placesIn(o, a), placesIn(o, b)];
  const together: string[] = [];
  let [fromO, fromA, fromB] = [0, 0, 0];
  // Up to each word that all three have, and at last to the ends.
  for (let at = 0; at <= o.length; at += 1) {
    const end = at === o.length;
    const [placeA, placeB] = end ? [a.length, b.length] : [inA[at] ?? -1, inB[at] ?? -1];
    if (placeA < 0 || placeB < 0) continue;
    const [wereO, wereA, wereB] = [
      o.slice(fromO, at).join(''),
      a.slice(fromA, placeA).join(''),
      b.slice(fromB, placeB).join(''),
    ];
    if (isAlike(wereA, wereB)) together.push(spaced(wereO, wereA, wereB));
    else if (isAlike(wereA, wereO)) together.push(wereB);
    else if (isAlike(wereB, wereO)) together.push(wereA);
    else return null;
    if (!end) together.push(spaced(o[at] ?? '', a[placeA] ?? '', b[placeB] ?? ''));
    [fromO, fromA, fromB] = [at + 1, placeA + 1, placeB + 1];
  }
  return together.join('').trim();
}

/** Of the same words that differ in blanks alone: those that somebody changed, else the longer; whose they are decides nothing. */
function spaced(base: string, one: string, other: string): string {
  if (one === base) return other;
  if (other === base) return one;
  return one.length > other.length || (one.length === other.length && one > other) ? one : other;
}

function isAlike(one: string, other: string): boolean {
  return one.trim() === other.trim();
}

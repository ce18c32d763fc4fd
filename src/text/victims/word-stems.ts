/** Endings that English puts on common words: used to keep the list of common words short and to look words up in it. */

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["'s", ['']],
  ['iness', ['y']],
  ['ness', ['']],
  ['ingly', ['', 'e']],
  ['edly', ['', 'e']],
  ['ily', ['y']],
  ['ly', ['', 'e']],
  ['ies', ['y']],
  ['ied', ['y']],
  ['ier', ['y']],
  ['iest', ['y']],
  ['ings', ['', 'e']],
  ['ing', ['', 'e']],
  ['ers', ['', 'e']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
  ['ed', ['', 'e']],
  ['es', ['', 'e']],
  ['s', ['']],
];
const SHORTEST = 3;

/**
 * What a word may be without its ending, doubled consonants undone; without those shorter than three letters.
 *
 * @example
 * stemsOf('stopped'); // ['stopp', 'stop', 'stoppe']
 */
export function stemsOf(low: string): string[] {
  const found: string[] = [];
  for (const [ending, repairs] of ENDINGS) {
    if (!low.endsWith(ending) || low.length - ending.length < SHORTEST) continue;
    const bare = low.slice(0, low.length - ending.length);
    for (const repair of repairs) {
      found.push(bare + repair);
      if (repair === '' && bare.length > SHORTEST && bare.at(-1) === bare.at(-2))
        found.push(bare.slice(0, -1));
    }
  }
  return found;
}

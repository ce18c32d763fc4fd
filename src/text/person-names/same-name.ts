/**
 * Whether a word of a text may be a word of a name: the same letters, a form of it in a language that inflects names, the
 * same in other letters, or so near to it that it may be a misspelling. Errs on the side of saying yes.
 */
import anyAscii from 'any-ascii';
import { nameSkeleton } from '../anchors/name-skeleton.ts';
import { sameSlavicName } from '../packs/ru/names.ts';

/** `sure`: a form of it. `near`: may be a misspelling or another transcription. */
export type Likeness = 'sure' | 'near';

/** What stands behind a name in Latin letters: cases, plurals and the like, of many languages at once. */
const LATIN_ENDINGS =
  /^(?:s|es|a|e|o|u|i|y|ą|ę|em|im|ym|om|am|ou|owi|ovi|ami|ach|ech|ie|ii|in|ina|ine|inu|ov|ova|ove|ovu|ow|owa|owej|ego|emu|ej|en|n|as|is|us|os|an|na|nak|nek|on|ei|lla|lta|lle|ssa|sta|n|ta|ul|ului|ko|ka|ku|ce|ze|zie|cie)$/;
const VOWEL = /[aeiouy]$/;

/**
 * Folded letters of a word turned into a to z.
 *
 * @example
 * latinOf('туров'); // 'turov'
 */
export function latinOf(folded: string): string {
  return anyAscii(folded)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/**
 * By what a word is looked up among the words of names: words that may be one share it.
 *
 * @example
 * blockOf('tasch') === blockOf('tash'); // true
 */
export function blockOf(folded: string): string {
  const skeleton = nameSkeleton(folded);
  return skeleton === '' ? latinOf(folded).slice(0, 2) : skeleton.slice(0, 2);
}

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LATIN = /^[a-z]+$/;

/**
 * How alike a word of a name and a word of a text are, both folded; null: not.
 *
 * @example
 * likeness('туров', 'туровым'); // 'sure'
 * likeness('tasch', 'tashc'); // 'near'
 */
export function likeness(name: string, word: string): Likeness | null {
  if (name === word) return 'sure';
  if (CYRILLIC.test(name) && CYRILLIC.test(word) && sameSlavicName(name, word)) return 'sure';
  const [a, b] = [latinOf(name), latinOf(word)];
  if (a === '' || b === '') return null;
  if (LATIN.test(name) && LATIN.test(word) && inflected(name, word)) return 'sure';
  const sameScript = LATIN.test(name) === LATIN.test(word);
  if (a === b) return a.length >= 3 ? 'sure' : null;
  const longest = Math.max(a.length, b.length);
  if (longest < (sameScript ? 5 : 4)) return null;
  const most = longest >= 8 ? 2 : 1;
  // A slip seldom stands at the head of a name.
  return a[0] === b[0] && Math.abs(a.length - b.length) <= most && distance(a, b) <= most ? 'near' : null;
}

function inflected(name: string, word: string): boolean {
  if (name.length < 3 || word.length < 3) return false;
  if (word.startsWith(name)) return LATIN_ENDINGS.test(word.slice(name.length));
  if (!VOWEL.test(name) || name.length < 4) return false;
  const stem = name.slice(0, -1);
  return word.startsWith(stem) && LATIN_ENDINGS.test(word.slice(stem.length));
}

/** Edits between two short words, a swap of neighbours counted as one (optimal string alignment). */
function distance(a: string, b: string): number {
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}

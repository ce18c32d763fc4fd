/**
 * A language that nobody speaks, for speed and recall of text reuse: invented words with Zipf–Mandelbrot frequencies, each followed
 * by words of its own choosing, and stock phrases of five to eight words that recur everywhere, as the set phrases of
 * police reports do. No word of it comes from anybody's text. What is measured on it says nothing about real prose.
 */

/** Chance from a seed (sfc32): the same seed gives the same numbers, 0 inclusive to 1 exclusive. */
export function chanceFrom(seed: number): () => number {
  let a = seedOf(seed, 11, 1) | 0;
  let b = seedOf(seed, 12, 2) | 0;
  let c = seed | 0;
  let count = 1;
  const next = (): number => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i += 1) next();
  return next;
}

/** One number from three, well stirred: a seed of its own for everything that is made. */
export function seedOf(seed: number, kind: number, number: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(kind + 1, 0xc2b2ae35) ^ number;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Parts of a written word beside its number. */
const NUMBER = 0xfffff;
export const CAPITAL = 1 << 20;
export const STOP = 1 << 21;
export const OPENS = 1 << 22;
export const CLOSES = 1 << 23;

const VOCABULARY = 40_000;
const FOLLOWERS = 24;
const PHRASES = 3000;
const ZIPF_SLOTS = 2 ** 18;
const SHIFT = 2.7;
const STARTS = [
  'b',
  'br',
  'd',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'kr',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'z',
];
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou', 'ea'];
const ENDS = ['', '', 'n', 'r', 's', 'l', 'm', 't'];

export interface WordModel {
  /** Running text of so many words, in sentences, a fifth of them in quotation marks. */
  write(words: number, chance: () => number): Uint32Array;
  /** One word by its frequency. */
  anyWord(chance: () => number): number;
  render(written: Uint32Array): string;
}

/** Builds the language of one seed. */
export function openWordModel(seed: number): WordModel {
  const chance = chanceFrom(seedOf(seed, 0, 0));
  const words = inventWords(chance);
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const slots = zipfSlots(VOCABULARY);
  const anyWord = (from: () => number): number => slots[Math.floor(from() * ZIPF_SLOTS)] as number;
  const followers = Uint32Array.from({ length: VOCABULARY * FOLLOWERS }, () => anyWord(chance));
  const after = (word: number, from: () => number): number => {
    if (from() < 0.4) return anyWord(from);
    return followers[word * FOLLOWERS + Math.floor(from() ** 3 * FOLLOWERS)] as number;
  };
  const phrases = Array.from({ length: PHRASES }, () => {
    const phrase = [anyWord(chance)];
    for (const length = 5 + Math.floor(chance() * 4); phrase.length < length; )
      phrase.push(after(phrase.at(-1) ?? 0, chance));
    return phrase;
  });
  return {
    anyWord,
    write(count, from) {
      const written = new Uint32Array(count);
      let word = anyWord(from);
      for (let at = 0; at < count; ) {
        const end = Math.min(count, at + 8 + Math.floor(from() * 22));
        const first = at;
        while (at < end) {
          if (from() < 0.008) {
            const phrase = phrases[Math.floor(from() ** 2 * PHRASES)] ?? [];
            for (let i = 0; i < phrase.length && at < end; i += 1, at += 1)
              written[at] = word = phrase[i] ?? 0;
          } else written[at++] = word = after(word, from);
        }
        const quoted = from() < 0.2;
        written[first] = (written[first] as number) | CAPITAL | (quoted ? OPENS : 0);
        written[end - 1] = (written[end - 1] as number) | STOP | (quoted ? CLOSES : 0);
      }
      return written;
    },
    render(written) {
      const parts: string[] = [];
      for (const one of written) {
        const word = ((one & CAPITAL) !== 0 ? capitals : words)[one & NUMBER] ?? '';
        if ((one & (STOP | OPENS | CLOSES)) === 0) parts.push(word);
        else
          parts.push(
            `${(one & OPENS) === 0 ? '' : '“'}${word}${(one & STOP) === 0 ? '' : '.'}${(one & CLOSES) === 0 ? '' : '”'}`,
          );
      }
      return parts.join(' ');
    },
  };
}

function inventWords(chance: () => number): string[] {
  const found = new Set<string>();
  const pick = (from: readonly string[]): string => from[Math.floor(chance() * from.length)] ?? '';
  while (found.size < VOCABULARY) {
    let word = '';
    for (let syllables = 1 + Math.floor(chance() * 3.5); syllables > 0; syllables -= 1)
      word += pick(STARTS) + pick(MIDDLES) + pick(ENDS);
    found.add(word);
  }
  return [...found].sort((one, other) => one.length - other.length);
}

/** Words by rank, each as often as Mandelbrot's form of Zipf's law gives: 1/(rank + 2.7). */
function zipfSlots(count: number): Uint32Array {
  let sum = 0;
  for (let rank = 1; rank <= count; rank += 1) sum += 1 / (rank + SHIFT);
  const slots = new Uint32Array(ZIPF_SLOTS);
  let reached = 0;
  let slot = 0;
  for (let rank = 1; rank <= count; rank += 1) {
    reached += 1 / (rank + SHIFT);
    while (slot < Math.round((reached / sum) * ZIPF_SLOTS)) slots[slot++] = rank - 1;
  }
  return slots;
}

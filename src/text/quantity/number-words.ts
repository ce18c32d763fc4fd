/**
 * Reads one number, in digits or English words, at one token: "1,200", "two million", "half a dozen", and the
 * uncounted many ("dozens", "several hundred", "a handful"), for which it gives no figure. It refuses figures
 * beyond 10¹² and anything that runs on without being a number ("two three").
 */
import { isPeoplePlural } from '../people-nouns.ts';
import type { Word } from '../words.ts';

/** A number that was read. */
export interface ReadNumber {
  /** Null when the words name no figure ("dozens"). */
  readonly n: number | null;
  /** Index of the first token after it. */
  readonly next: number;
  /** Written in digits. */
  readonly digits: boolean;
}

const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index] as const),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
);
const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const DIGIT_SCALES = new Map<string, number>([
  ...SCALES,
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['dozen', 12],
]);
/** "a trio of": as many people or things. */
const GROUPS = new Map([
  ['trio', 3],
  ['quartet', 4],
]);
const MANY = new Set('dozens hundreds thousands millions'.split(' '));
const MANY_OF = new Set('thousands millions hundreds'.split(' '));
const SCORES_AFTER = new Set(
  'of more were have had are killed hurt missing injured wounded dead arrested detained others people'.split(
    ' ',
  ),
);
const VAGUE_WORDS = new Set(
  'several numerous countless multiple various innumerable umpteen untold many'.split(' '),
);
const VAGUE_OF = new Set(['handful', 'few', 'number']);
const SIZES = new Set(
  'large small great growing undetermined unknown unspecified undisclosed mere tiny very'.split(' '),
);
const LIMIT = 1e12;

function glued(words: readonly Word[], index: number): boolean {
  return words[index]?.gap === false;
}

/** "1,200" and "1.200.000" as whole numbers, "3.5" as a decimal; null when too long to be a figure. */
function figureOf(raw: string): number | null {
  if (raw.length > 16) return null;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(raw)) return Number(raw.replaceAll(',', ''));
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(raw)) return Number(raw.replaceAll('.', ''));
  if (/^\d+,\d{1,2}$/.test(raw)) return Number(raw.replace(',', '.'));
  return /^\d+(?:\.\d+)?$/.test(raw) ? Number(raw) : null;
}

/** "10 000": a group of three digits after a space belongs to the figure before. */
function joinThousands(words: readonly Word[], index: number): { raw: string; next: number } {
  let raw = words[index]?.low ?? '';
  let next = index + 1;
  if (!/^[1-9]\d{0,2}$/.test(raw)) return { raw, next };
  for (; ; next += 1) {
    const group = words[next];
    const before = words[next - 1];
    const apart = group !== undefined && before !== undefined && group.start - before.end === 1;
    if (group?.kind !== 'number' || !apart || !/^\d{3}$/.test(group.low)) return { raw, next };
    raw += group.low;
    if (raw.length > 12) return { raw: words[index]?.low ?? '', next: index + 1 };
  }
}

function readDigits(words: readonly Word[], index: number): ReadNumber | null {
  const { raw, next } = joinThousands(words, index);
  const figure = figureOf(raw);
  if (figure === null || figure > LIMIT) return null;
  const after = words[next];
  const scale = after === undefined ? undefined : DIGIT_SCALES.get(after.low);
  if (scale === undefined || after === undefined) return { n: figure, next, digits: true };
  const short = after.low.length <= 2;
  if (short !== !after.gap) return { n: figure, next, digits: true };
  if (after.low === 'm' && figure > 999) return { n: figure, next, digits: true };
  return { n: Math.round(figure * scale), next: next + 1, digits: true };
}

type Last = 'none' | 'unit' | 'tens' | 'hundred' | 'scale' | 'and';

/** How one more word changes the number that is being read; null when it does not belong to it. */
function extend(low: string, last: Last, state: { total: number; current: number }): Last | null {
  const unit = UNITS.get(low);
  if (unit !== undefined) {
    if (last === 'unit' || (last === 'tens' && (unit > 9 || unit === 0))) return null;
    state.current += unit;
    return 'unit';
  }
  const tens = TENS.get(low);
  if (tens !== undefined) {
    if (last === 'unit' || last === 'tens') return null;
    state.current += tens;
    return 'tens';
  }
  const scale = SCALES.get(low);
  if (scale === undefined || last === 'and') return null;
  if (scale === 100) {
    if (last === 'hundred' || state.current > 99) return null;
    state.current = Math.max(1, state.current) * 100;
    return 'hundred';
  }
  if (last === 'scale' || (state.total > 0 && scale > state.total)) return null;
  state.total += Math.max(1, state.current) * scale;
  state.current = 0;
  return 'scale';
}

function readWords(words: readonly Word[], index: number): ReadNumber | null {
  const state = { total: 0, current: 0 };
  let last: Last = 'none';
  let next = index;
  let end = index;
  for (; ; next += 1) {
    const word = words[next];
    if (word === undefined) break;
    if (word.low === '-' && glued(words, next) && glued(words, next + 1) && last !== 'none') continue;
    if (word.low === 'and' && (last === 'hundred' || last === 'scale')) {
      last = 'and';
      continue;
    }
    const after = extend(word.low, last, state);
    if (after === null) break;
    last = after;
    end = next + 1;
  }
  if (end === index) return null;
  const n = state.total + state.current;
  const times = words[end]?.low === 'dozen' ? 12 : words[end]?.low === 'score' ? 20 : 1;
  return { n: n * times, next: times > 1 ? end + 1 : end, digits: false };
}

/** "a hundred", "a dozen", "half a dozen", "half-a-dozen", "a couple of", "a pair of". */
function readArticle(words: readonly Word[], index: number): ReadNumber | null {
  const first = words[index]?.low;
  if (first === 'half') {
    const offset = words[index + 1]?.low === '-' ? 2 : 1;
    const gapAfter = words[index + offset]?.low === 'a' ? 1 : 0;
    const dozenAt = index + offset + gapAfter + (words[index + offset + gapAfter]?.low === '-' ? 1 : 0);
    if (words[dozenAt]?.low === 'dozen') return { n: 6, next: dozenAt + 1, digits: false };
    const scale = gapAfter === 1 ? SCALES.get(words[dozenAt]?.low ?? '') : undefined;
    return scale === undefined ? null : { n: scale / 2, next: dozenAt + 1, digits: false };
  }
  if (first !== 'a' && first !== 'the') return null;
  const second = words[index + 1]?.low ?? '';
  if (second === 'dozen') return { n: 12, next: index + 2, digits: false };
  if (first === 'the') return null;
  const counted = words[index + 2]?.low ?? '';
  if (
    second === 'score' &&
    (counted === 'of' || counted === 'more' || isPeoplePlural(counted) || counted === 'have')
  )
    return { n: 20, next: counted === 'of' ? index + 3 : index + 2, digits: false };
  const group = GROUPS.get(second);
  if (group !== undefined && counted === 'of') return { n: group, next: index + 3, digits: false };
  if (second === 'quarter' && counted === 'of' && words[index + 3]?.low === 'a') {
    const scale = SCALES.get(words[index + 4]?.low ?? '');
    if (scale !== undefined) return { n: scale / 4, next: index + 5, digits: false };
  }
  if (second === 'couple' && (SCALES.has(counted) || SCALES.has(words[index + 3]?.low ?? '')))
    return { n: null, next: SCALES.has(counted) ? index + 3 : index + 4, digits: false };
  if ((second === 'couple' || second === 'pair') && words[index + 2]?.low === 'of') {
    return { n: 2, next: index + 3, digits: false };
  }
  if (!SCALES.has(second)) return null;
  return readWords(words, index + 1);
}

/** Steps over "of" and a further plural: "hundreds of thousands of". The closing "of" is not part of it. */
function endOfMany(words: readonly Word[], index: number): number {
  let next = index + 1;
  while (words[next]?.low === 'of' && MANY_OF.has(words[next + 1]?.low ?? '')) next += 2;
  if (words[next]?.low === 'upon' && MANY.has(words[next + 1]?.low ?? '')) next += 2;
  return next;
}

function readVagueOf(words: readonly Word[], index: number): ReadNumber | null {
  if (words[index]?.low !== 'a' && words[index]?.low !== 'an') return null;
  let head = index + 1;
  if (SIZES.has(words[head]?.low ?? '')) head += 1;
  const noun = words[head]?.low ?? '';
  if (!VAGUE_OF.has(noun)) return null;
  const sized = head > index + 1 && /^un/.test(words[head - 1]?.low ?? '');
  if (noun === 'number' && !sized && words[head + 1]?.low !== 'of') return null;
  if (noun === 'few') {
    const scale = words[head + 1]?.low ?? '';
    return { n: null, next: SCALES.has(scale) || scale === 'dozen' ? head + 2 : head + 1, digits: false };
  }
  return { n: null, next: head + 1, digits: false };
}

/** "dozens", "scores of", "several hundred", "a few dozen", "a handful", "many". */
function readVague(words: readonly Word[], index: number): ReadNumber | null {
  const low = words[index]?.low ?? '';
  if (MANY.has(low)) return { n: null, next: endOfMany(words, index), digits: false };
  if (low === 'tens' && words[index + 1]?.low === 'of')
    return { n: null, next: endOfMany(words, index), digits: false };
  if (low === 'scores' && SCORES_AFTER.has(words[index + 1]?.low ?? ''))
    return { n: null, next: index + 1, digits: false };
  if (!VAGUE_WORDS.has(low)) return readVagueOf(words, index);
  const after = words[index + 1]?.low ?? '';
  if (
    low === 'many' &&
    (['how', 'as', 'so', 'too'].includes(words[index - 1]?.low ?? '') || after === 'of' || after === 'a')
  )
    return null;
  if (SCALES.has(after) || after === 'dozen') return { n: null, next: index + 2, digits: false };
  if (MANY.has(after)) return { n: null, next: endOfMany(words, index + 1), digits: false };
  return { n: null, next: index + 1, digits: false };
}

/**
 * The number that begins exactly at a token, or null.
 *
 * @example
 * readNumber(wordsIn('two dozen men'), 0); // { n: 24, next: 2, digits: false }
 */
export function readNumber(words: readonly Word[], index: number): ReadNumber | null {
  const word = words[index];
  if (word === undefined) return null;
  if (word.kind === 'number') return readDigits(words, index);
  if (word.kind !== 'word') return null;
  return readArticle(words, index) ?? readVague(words, index) ?? startWords(words, index);
}

function startWords(words: readonly Word[], index: number): ReadNumber | null {
  const low = words[index]?.low ?? '';
  if (low === 'both' && isPeoplePlural(words[index + 1]?.low ?? ''))
    return { n: 2, next: index + 1, digits: false };
  if (low === 'dozen') return { n: 12, next: index + 1, digits: false };
  const tens = words[index + 1]?.low === 'and' ? TENS.get(words[index + 2]?.low ?? '') : undefined;
  const unit = UNITS.get(low) ?? 0;
  if (tens !== undefined && unit > 0 && unit < 10) return { n: tens + unit, next: index + 3, digits: false };
  if (!UNITS.has(low) && !TENS.has(low)) return null;
  return readWords(words, index);
}

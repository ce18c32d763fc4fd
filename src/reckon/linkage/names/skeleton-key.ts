/**
 * Consonant skeletons: a key that is mostly the same for the spellings of one name in its own script and in Latin letters, so
 * that pairs across scripts are found without comparing all with all. Vowels go, consonants that writers exchange are one sign.
 * Coarse on purpose: it chooses pairs, it judges none.
 */
import type { NameScript } from './name-letters.ts';

/** The letters of each script by their sign in a skeleton; letters that are not here are vowels or silent. */
const OWN: Readonly<Record<NameScript, ReadonlyMap<string, string>>> = {
  arabic: signs({
    b: 'بپ',
    t: 'تطدضثذ',
    k: 'جخغقكگچژ',
    s: 'زسشصظ',
    f: 'فڤ',
    l: 'ل',
    m: 'م',
    n: 'ن',
    r: 'ر',
  }),
  cyrillic: signs({
    b: 'бп',
    t: 'тдћђ',
    k: 'гкхжчґ',
    s: 'сзшщ',
    f: 'вф',
    l: 'л',
    m: 'м',
    n: 'н',
    r: 'р',
  }),
};

function signs(letters: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(letters).flatMap(([sign, all]) => Array.from(all, (one) => [one, sign])));
}

const LATIN: Readonly<Record<NameScript, readonly (readonly [RegExp, string])[]>> = {
  arabic: [
    [/shch|sch|sh/g, 's'],
    [/tch|ch|kh|gh|ck|dzh|dj|zh|[cqgkjx]/g, 'k'],
    [/z/g, 's'],
    [/ph|[fv]/g, 'f'],
    [/th|dh|[td]/g, 't'],
    [/p/g, 'b'],
  ],
  cyrillic: [
    [/(?<![cstkgpzd])h/g, 'k'],
    [/shch|sch|sh|s[cz]/g, 's'],
    [/tch|ch|cz/g, 'k'],
    [/tz|ts|zz/g, 's'],
    [/kh|gh|ck|dzh|dj|zh|[cqgkj]/g, 'k'],
    [/x|ks|z/g, 's'],
    [/ph|[fvw]/g, 'f'],
    [/th|dh|[td]/g, 't'],
    [/p/g, 'b'],
  ],
};

/**
 * The skeleton of a name in its own script.
 *
 * @param own see `ownLetters`
 * @example
 * ownSkeleton('arabic', 'محمد'); // 'mt'
 */
export function ownSkeleton(script: NameScript, own: string): string {
  const joined =
    script === 'cyrillic'
      ? own
          .replace(/дж|дз/g, 'ж')
          .replace(/т[сцч]|ц/g, 'с')
          .replace(/кс/g, 'с')
      : own;
  return single(Array.from(joined, (letter) => OWN[script].get(letter) ?? '').join(''));
}

/**
 * The skeleton of a Latin spelling, as it compares with one script.
 *
 * @param latin see `latinLetters`
 * @example
 * latinSkeleton('arabic', 'muhammad'); // 'mt'
 */
export function latinSkeleton(script: NameScript, latin: string): string {
  const changed = LATIN[script].reduce((text, [sound, sign]) => text.replace(sound, sign), latin);
  return single(changed.replace(/[^btksflmnr]/g, ''));
}

const single = (signs: string): string => signs.replace(/(.)\1+/g, '$1');

const SIGNS = 'btksflmnr';

/**
 * Which signs a skeleton holds, a bit each.
 *
 * @example
 * signsOf('bt'); // 3
 */
export function signsOf(skeleton: string): number {
  let bits = 0;
  for (const sign of skeleton) bits |= 1 << SIGNS.indexOf(sign);
  return bits;
}

const COUNT = Uint8Array.from(
  { length: 1 << SIGNS.length },
  (_, bits) => bits.toString(2).replaceAll('0', '').length,
);

/**
 * Whether two names share enough signs to be compared at all: half of those of the name with fewer and a third of the other's.
 *
 * @param a see `signsOf`
 * @example
 * mayAgree(signsOf('mt'), signsOf('mtk')); // true
 */
export function mayAgree(a: number, b: number): boolean {
  const shared = COUNT[a & b] ?? 0;
  const [one, other] = [COUNT[a] ?? 0, COUNT[b] ?? 0];
  return 2 * shared >= Math.min(one, other) && 3 * shared >= Math.max(one, other);
}

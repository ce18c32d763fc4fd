/**
 * The consonants with which a name begins, the same for its spellings in Latin, Cyrillic and other scripts and for the
 * cases of a declined name. Coarse on purpose: "Turov", "Туровым" and "Tourov" are one, and so are some names that are not.
 * A script that leaves vowels out meets it only where the word begins with a consonant.
 */
import anyAscii from 'any-ascii';

/** Consonants kept: the endings of cases come behind them. */
const KEPT = 3;

/** By sound, longest spelling first; "c" is "k" before anything but e, i, y. */
const SOUNDS =
  /(?<s>shch|sch|tch|ch|sh|ts|tz|c(?=[eiy])|[sz](?!h))|(?<j>dzh|zh|dj|j)|(?<ks>x)|(?<k>kh|gh|ck|[ckgqh])|(?<f>ph|[fvw])|(?<t>th|[dt])/g;

function soundOf(groups: Readonly<Record<string, string | undefined>>): string {
  return Object.keys(groups).find((sound) => groups[sound] !== undefined) ?? '';
}

/**
 * The skeleton of one word; empty when fewer than two consonants are in it.
 *
 * @example
 * nameSkeleton('Туровым') === nameSkeleton('Turov'); // true
 * nameSkeleton('Ao'); // ''
 */
export function nameSkeleton(word: string): string {
  const latin = (/^[ -~]*$/.test(word) ? word : anyAscii(word.normalize('NFC')))
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const sounds = latin.replace(SOUNDS, (...match) => soundOf(match.at(-1)));
  const consonants = sounds.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');
  if (consonants.length < 2) return '';
  return (/^[aeiouy]/.test(sounds) ? 'a' : '') + consonants.slice(0, KEPT);
}

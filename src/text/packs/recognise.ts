/**
 * Which of the packs a text can be read with: the stated language decides; without one, script, letters that only one
 * language has, and the share of small words. Unsure is no language.
 */
import type { LanguagePack } from './pack.ts';

const SCRIPTS: Readonly<Record<LanguagePack['script'], RegExp>> = {
  latin: /^\p{Script=Latin}+$/u,
  cyrillic: /^\p{Script=Cyrillic}+$/u,
  arabic: /^[\p{Script=Arabic}\p{M}]+$/u,
};
const READ = 6000;
/** Shares of the words of a text. */
const ENOUGH_SCRIPT = 0.7;
const ENOUGH_SMALL_WORDS = 0.08;
const FOREIGN = 0.02;
const FOREIGN_WORDS = 0.035;
/** Below so many words, small words say little. */
const SHORT = 10;

function share(words: readonly string[], test: (word: string) => boolean): number {
  return words.length === 0 ? 0 : words.filter(test).length / words.length;
}

interface SmallWords {
  readonly own: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
}

const known = new Map<LanguagePack, SmallWords>();

/** The small words of a language and those of its neighbours, folded as the words of a text are. */
function smallWords(pack: LanguagePack): SmallWords {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const setOf = (list: string): ReadonlySet<string> =>
    new Set(list.split(' ').map((word) => pack.fold(word)));
  const made = { own: setOf(pack.functionWords), foreign: setOf(pack.foreignWords) };
  known.set(pack, made);
  return made;
}

/** How well a text fits a pack; 0 when it does not. */
function fitOf(pack: LanguagePack, words: readonly string[]): number {
  const script = share(words, (word) => SCRIPTS[pack.script].test(word));
  if (script < ENOUGH_SCRIPT) return 0;
  const has = (letters: string) => (word: string) => [...letters].some((letter) => word.includes(letter));
  if (pack.foreignLetters !== '' && share(words, has(pack.foreignLetters)) > FOREIGN) return 0;
  const folded = words.map((word) => pack.fold(word));
  const small = smallWords(pack);
  if (share(folded, (word) => small.foreign.has(word)) > FOREIGN_WORDS) return 0;
  const common = share(folded, (word) => small.own.has(word));
  const own = pack.ownLetters === '' ? 0 : share(words, has(pack.ownLetters));
  if (words.length < SHORT) return own > 0 ? 1 : common >= 0.15 ? common : 0;
  return common >= ENOUGH_SMALL_WORDS ? common + own : 0;
}

/**
 * The pack for a text; null when there is none, or it is not clear which.
 *
 * @example
 * packFor('Полиция сообщила, что …', null, PACKS)?.code; // 'ru'
 */
export function packFor(
  text: string,
  stated: string | null,
  packs: readonly LanguagePack[],
): LanguagePack | null {
  if (stated !== null && stated !== '' && stated !== 'und') {
    const code = stated.toLowerCase().split(/[-_]/)[0];
    return packs.find((pack) => pack.code === code) ?? null;
  }
  const words =
    text
      .slice(0, READ)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const fits = packs
    .map((pack) => ({ pack, score: fitOf(pack, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, second] = fits;
  if (best === undefined || (second !== undefined && best.score < second.score * 1.5)) return null;
  return best.pack;
}

/** Folds a place name, so that "Al-Ḥasakah", "al Hasakah" and "AL-HASAKAH" are looked up as one. Three scripts, no stemming. */

/** Letters that Unicode does not take apart into a base and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ə: 'e',
  ƶ: 'z',
};

/**
 * The form under which a place name is kept and looked up: lower case, no accents, no apostrophes, hyphens as spaces,
 * no leading "the".
 *
 * @example
 * foldPlace('Al-Ḥasakah'); // 'al hasakah'
 */
export function foldPlace(name: string): string {
  const lower = name.toLowerCase();
  const plain = /[^ -~]/.test(lower)
    ? lower
        .replace(/[ıłøđßæœþðħəƶ]/g, (letter) => WHOLE[letter] ?? letter)
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
    : lower;
  return plain
    .replace(/['’‘`ʻʼʹ.]/g, '')
    .replace(/[-–—\s]+/g, ' ')
    .replace(/^the /, '')
    .trim();
}

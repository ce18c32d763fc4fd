/**
 * The letters of a name that its spelling across scripts is judged by: Arabic or Cyrillic letters on one side, Latin ones on
 * the other. Marks, vowel signs, hyphens and apostrophes are left out. Names in other scripts, or in two at once, have none.
 */

/** Scripts with learned costs towards Latin letters. */
export const NAME_SCRIPTS = ['arabic', 'cyrillic'] as const;
export type NameScript = (typeof NAME_SCRIPTS)[number];

/**
 * The script of a name; null where it has no letters, letters of two of these scripts, or of none of them.
 *
 * @example
 * scriptOfName('Ана'); // 'cyrillic'
 */
export function scriptOfName(name: string): NameScript | 'latin' | null {
  const scripts = new Set<NameScript | 'latin' | null>();
  for (const letter of name) {
    if (/\p{Script=Latin}/u.test(letter)) scripts.add('latin');
    else if (/\p{Script=Arabic}/u.test(letter)) scripts.add('arabic');
    else if (/\p{Script=Cyrillic}/u.test(letter)) scripts.add('cyrillic');
    else if (/\p{L}/u.test(letter)) scripts.add(null);
  }
  const [only] = scripts;
  return scripts.size === 1 ? (only ?? null) : null;
}

/** Letters that writers exchange: bearers of hamza, the two final y, Persian forms of Arabic letters. */
const SAME_LETTER: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, 'ا'],
  [/[ىی]/g, 'ي'],
  [/ک/g, 'ك'],
];

/**
 * The letters of a name in its own script, in lower case, without vowel signs and stretching; the parts run together.
 *
 * @example
 * ownLetters('arabic', 'مُحَمَّد'); // 'محمد'
 */
export function ownLetters(script: NameScript, name: string): string {
  if (script === 'cyrillic')
    return name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\u0430-\u045f\u0490-\u04ff]/g, '');
  let letters = name.normalize('NFC').replace(/[^\u0621-\u063a\u0641-\u064a\u0671-\u06d3]/g, '');
  for (const [form, letter] of SAME_LETTER) letters = letters.replace(form, letter);
  return letters;
}

/**
 * The letters a to z of a name that is folded to Latin letters already; the parts run together.
 *
 * @example
 * latinLetters('al-hasan'); // 'alhasan'
 */
export function latinLetters(folded: string): string {
  return folded.toLowerCase().replace(/[^a-z]/g, '');
}

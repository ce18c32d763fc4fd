/** Languages that headers name beside what their column holds: "Name (Arabic)", "name_en". */

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/\b(arabic|ar)\b|عربي|بالعربية/iu, 'ar'],
  [/\b(english|en|eng)\b|الإنجليزية/iu, 'en'],
  [/\b(russian|ru|rus)\b|русск/iu, 'ru'],
  [/\b(ukrainian|uk|ukr)\b|укр/iu, 'uk'],
  [/\b(spanish|es|esp)\b|español/iu, 'es'],
  [/\b(french|fr|fra)\b|français/iu, 'fr'],
  [/\b(persian|farsi|fa)\b|فارسی/iu, 'fa'],
  [/\b(kurdish|ku)\b/iu, 'ku'],
];

/**
 * The language that a header names, BCP 47; null when it names none.
 *
 * @example
 * canonicalLanguage('Name (Arabic)'); // 'ar'
 */
export function canonicalLanguage(header: string): string | null {
  const words = header.replaceAll('_', ' ');
  return NAMED.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

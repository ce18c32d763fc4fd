/** Arabic words made comparable: without vowel signs and tatweel, one alif, one ya, ASCII digits. */

const SIGNS = /[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
const ALIF = /[أإآٱ]/g;
const EASTERN = /[٠-٩۰-۹]/g;

/**
 * Folds a word, or a whole pattern of words.
 *
 * @example
 * foldArabic('أعلنَ'); // 'اعلن'
 */
export function foldArabic(word: string): string {
  return word
    .replace(SIGNS, '')
    .replace(ALIF, 'ا')
    .replace(/ى/g, 'ي')
    .replace(EASTERN, (digit) => String(digit.charCodeAt(0) & 0xf));
}

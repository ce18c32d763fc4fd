/** Scripts for which neither print nor cards have a font: their letters are drawn as boxes, and whoever publishes is told. */

/** Covered: Latin, Cyrillic, Greek and Arabic, with signs that belong to no script. */
const COVERED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]/u;

const NAMED: readonly (readonly [string, RegExp])[] = [
  ['Armenian', /\p{Script=Armenian}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Burmese', /\p{Script=Myanmar}/u],
  ['Chinese or Japanese (Han)', /\p{Script=Han}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Gujarati', /\p{Script=Gujarati}/u],
  ['Gurmukhi', /\p{Script=Gurmukhi}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Hiragana', /\p{Script=Hiragana}/u],
  ['Katakana', /\p{Script=Katakana}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Lao', /\p{Script=Lao}/u],
  ['Sinhala', /\p{Script=Sinhala}/u],
  ['Syriac', /\p{Script=Syriac}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Telugu', /\p{Script=Telugu}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Tibetan', /\p{Script=Tibetan}/u],
];

/**
 * The scripts in some words for which there is no font, by name, in order; "others" for those without a name here.
 *
 * @example
 * unsetScripts(['Дол', 'დოლი']); // ['Georgian']
 */
export function unsetScripts(words: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const text of words)
    for (const sign of new Set(text)) {
      if (!/[\p{L}\p{N}\p{M}]/u.test(sign) || COVERED.test(sign)) continue;
      found.add(NAMED.find(([, script]) => script.test(sign))?.[0] ?? 'others');
    }
  return [...found].sort();
}
